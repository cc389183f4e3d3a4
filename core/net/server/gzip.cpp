#include "core/net/server/gzip.hpp"

#include "core/net/find_header.hpp"

#include <zlib.h>

#include <stdexcept>

namespace net {

std::string gzip(std::string_view text, Packing packing) {
    constexpr int gzip_format = 16; // instead of zlib's own, added to the window's size
    constexpr int window_bits = 15;
    constexpr int memory_level = 9;
    z_stream stream{};
    const int level = packing == Packing::quick ? Z_BEST_SPEED : Z_BEST_COMPRESSION;
    if (deflateInit2(&stream, level, Z_DEFLATED, window_bits + gzip_format, memory_level,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error("gzip: no memory");
    std::string packed(deflateBound(&stream, text.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int code = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (code != Z_STREAM_END) throw std::runtime_error("gzip: the text cannot be packed");
    return packed;
}

bool takes_gzip(const HttpRequest& request) {
    bool takes = false;
    for_each_element(request.header("accept-encoding"), [&](std::string_view element) {
        const std::string_view name = element.substr(0, element.find_first_of("; \t"));
        if (name != "gzip" && name != "*") return;
        const std::size_t quality = element.find("q=");
        // q=0, q=0.0 and so on mean never.
        takes = takes || quality == std::string_view::npos ||
                element.substr(quality + 2).find_first_of("123456789") != std::string_view::npos;
    });
    return takes;
}

void pack_answer(const HttpRequest& request, HttpResponse& response) {
    if (response.body.size() < shortest_packed_answer || !takes_gzip(request)) return;
    bool is_text = false;
    for (const auto& [name, value] : response.headers) {
        const bool is_type = name == "content-type" || name == "Content-Type";
        is_text =
            is_text ||
            (is_type && (value.starts_with("application/json") || value.starts_with("text/")));
    }
    if (!is_text) return;
    response.body = gzip(response.body, Packing::quick);
    response.headers.emplace_back("content-encoding", "gzip");
    response.headers.emplace_back("vary", "Accept-Encoding");
}

} // namespace net
