#include "core/net/gzip.hpp"

#include <zlib.h>

#include <stdexcept>

namespace net {

std::string gzip(std::string_view text) {
    constexpr int gzip_format = 16; // instead of zlib's own, added to the window's size
    constexpr int window_bits = 15;
    constexpr int memory_level = 9;
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window_bits + gzip_format,
                     memory_level, Z_DEFAULT_STRATEGY) != Z_OK)
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

} // namespace net
