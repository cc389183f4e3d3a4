#pragma once

#include "core/net/http_message.hpp"
#include "core/net/server/head_scan.hpp"
#include "core/net/server/request_parser.hpp"

#include <boost/beast/core/flat_buffer.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace net {

/// Reads one request out of the bytes that have come: the head, then the body as it was planned.
/// What it has taken it removes from the input; the rest belongs to the next request.
class RequestReader {
public:
    RequestReader(std::size_t header_limit_bytes, const std::string& peer);

    /// Returns whether the head is complete. Throws Refused.
    bool read_head(boost::beast::flat_buffer& input);

    /// The Accept-Language of the head, also of one that was refused; empty before it is complete.
    std::string_view languages() const {
        return refused_languages_.empty() ? request().header("accept-language")
                                          : std::string_view(refused_languages_);
    }

    // From here on: when the head is complete.

    const HttpRequest& request() const { return parser_.request; }

    HttpRequest take_request() { return std::move(parser_.request); }

    bool is_http_1_1() const { return parser_.is_http_1_1; }

    /// Whether the client wants to keep the connection.
    bool keep_alive() const { return parser_.keep_alive(); }

    /// A body follows the head.
    bool has_body() const { return !parser_.is_done(); }

    bool expects_continue() const;

    /// Throws Refused when the head announces a longer body.
    void plan(std::size_t limit_bytes, std::shared_ptr<BodySink> sink);

    /// Returns whether the body is complete. Throws Refused, and what the sink throws.
    bool read_body(boost::beast::flat_buffer& input);

    /// Skips a body that has come together with its head; false when it has not.
    bool skip_body(boost::beast::flat_buffer& input);

    std::uint64_t body_bytes() const { return parser_.body_bytes; }

private:
    void parse_head(std::string_view head);
    void check_fields() const;

    std::size_t header_limit_bytes_;
    HeadScan scan_;
    std::string refused_languages_;
    RequestParser parser_;
};

} // namespace net
