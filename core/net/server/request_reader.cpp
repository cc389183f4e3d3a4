#include "core/net/server/request_reader.hpp"

#include "core/net/letter_case.hpp"
#include "core/net/refused.hpp"

#include <boost/beast/http/error.hpp>

#include <algorithm>
#include <utility>

namespace net {

namespace {

namespace http = boost::beast::http;

// What ends a chunked body at least: `0 CR LF CR LF`. Beast's parser relies on having as much.
constexpr std::size_t shortest_chunk_end = 5;

std::string_view text_of(const boost::beast::flat_buffer& input) {
    const auto bytes = input.cdata();
    return {static_cast<const char*>(bytes.data()), bytes.size()};
}

bool has_bare_line_feed(std::string_view lines) {
    for (std::size_t at = 0; (at = lines.find('\n', at)) != std::string_view::npos; ++at) {
        if (at == 0 || lines[at - 1] != '\r') return true;
    }
    return false;
}

bool may_start_a_method(char letter) {
    return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
}

/// Whether the request line ends in `HTTP/` and a version that may exist, but not here.
bool has_other_version(std::string_view head) {
    const std::string_view line = head.substr(0, head.find('\r'));
    const std::size_t blank = line.rfind(' ');
    const std::string_view version = line.substr(blank == std::string_view::npos ? 0 : blank + 1);
    const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
    if (version == "HTTP/1.0" || version == "HTTP/1.1") return false;
    return version.size() == 8 && version.starts_with("HTTP/") && is_digit(version[5]) &&
           version[6] == '.' && is_digit(version[7]);
}

Refused refused_head(const boost::beast::error_code& error, std::string_view head) {
    if (error == http::error::bad_version && has_other_version(head))
        return {505, "Only HTTP/1.0 and HTTP/1.1 are spoken here."};
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return {431, "The head of the request is too large."};
    return {400, "The head of the request is broken: " + error.message() + "."};
}

bool is_sound_host(std::string_view host) {
    return std::all_of(host.begin(), host.end(), [](char letter) {
        return letter > ' ' && letter < 0x7F &&
               std::string_view("\"#/<>?@\\^`{|}").find(letter) == std::string_view::npos;
    });
}

} // namespace

RequestReader::RequestReader(std::size_t header_limit_bytes, const std::string& peer)
    : header_limit_bytes_(header_limit_bytes) {
    parser_.request.peer = peer;
    parser_.eager(true);
    parser_.body_limit(boost::none);
    parser_.header_limit(static_cast<std::uint32_t>(header_limit_bytes + 1));
}

bool RequestReader::read_head(boost::beast::flat_buffer& input) {
    // Some clients send an empty line after a body.
    while (text_of(input).starts_with("\r\n")) input.consume(2);
    const std::string_view bytes = text_of(input);
    if (bytes.empty() || bytes == "\r") return false;
    if (!may_start_a_method(bytes.front())) throw Refused{400, "This is not HTTP."};

    const auto length = scan_.find_end(bytes);
    if (length.value_or(bytes.size()) > header_limit_bytes_)
        throw Refused{431, "The head of the request is too large."};
    if (!length) return false;
    try {
        parse_head(bytes.substr(0, *length));
    } catch (const Refused&) {
        refused_languages_ = field_of(bytes.substr(0, *length), "accept-language");
        throw;
    }
    input.consume(*length);
    check_fields();
    return true;
}

void RequestReader::parse_head(std::string_view head) {
    boost::beast::error_code error;
    parser_.put(boost::asio::buffer(head.data(), head.size()), error);
    if (error == http::error::need_more && parser_.is_header_done()) error = {};
    if (error) throw refused_head(error, head);
}

void RequestReader::check_fields() const {
    std::size_t hosts = 0;
    for (const auto& [name, value] : request().headers) {
        if (name == "host") {
            ++hosts;
            if (!is_sound_host(value)) throw Refused{400, "The Host is no host."};
        } else if (name == "transfer-encoding") {
            if (!is_http_1_1()) throw Refused{400, "HTTP/1.0 has no Transfer-Encoding."};
            if (!equals_ignoring_case(value, "chunked"))
                throw Refused{501, "The only Transfer-Encoding spoken here is chunked."};
        } else if (name == "expect" && !equals_ignoring_case(value, "100-continue")) {
            throw Refused{417, "The only expectation met here is 100-continue."};
        }
    }
    if (hosts > 1) throw Refused{400, "There is more than one Host."};
    if (hosts == 0 && is_http_1_1()) throw Refused{400, "The Host is missing."};
}

bool RequestReader::expects_continue() const {
    return is_http_1_1() && !request().header("expect").empty();
}

void RequestReader::plan(std::size_t limit_bytes, std::shared_ptr<BodySink> sink) {
    if (parser_.content_length().value_or(0) > limit_bytes)
        throw Refused{413, "The body of the request is too large."};
    parser_.body_limit(limit_bytes);
    parser_.sink = std::move(sink);
}

bool RequestReader::read_body(boost::beast::flat_buffer& input) {
    while (!parser_.is_done()) {
        if (input.size() < (parser_.chunked() ? shortest_chunk_end : 1)) return false;
        boost::beast::error_code error;
        const std::size_t taken = parser_.put(input.cdata(), error);
        input.consume(taken);
        if (error == http::error::need_more) {
            // Chunk heads and trailers are left in the input until they are complete.
            if (has_bare_line_feed(text_of(input)))
                throw Refused{400, "A line of the body does not end in CR LF."};
            if (input.size() > header_limit_bytes_)
                throw Refused{400, "The head of a chunk, or the trailer, is too large."};
            return false;
        }
        if (error == http::error::body_limit)
            throw Refused{413, "The body of the request is too large."};
        if (error)
            throw Refused{400, "The body of the request is broken: " + error.message() + "."};
    }
    return true;
}

bool RequestReader::skip_body(boost::beast::flat_buffer& input) {
    if (!has_body()) return true;
    const auto length = parser_.content_length();
    if (!length || *length > input.size()) return false;
    input.consume(static_cast<std::size_t>(*length));
    return true;
}

} // namespace net
