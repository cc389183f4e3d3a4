#pragma once

#include "core/net/http_message.hpp"

#include <boost/beast/http/basic_parser.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace net {

/// Beast's parser, writing straight into our request instead of Beast's message.
class RequestParser final : public boost::beast::http::basic_parser<true> {
public:
    HttpRequest request;
    std::shared_ptr<BodySink> sink; ///< none: the body is appended to `request.body`
    bool is_http_1_1 = true;
    std::uint64_t body_bytes = 0;

private:
    using Error = boost::beast::error_code;
    using Text = boost::beast::string_view;

    void on_request_impl(boost::beast::http::verb verb,
                         Text method,
                         Text target,
                         int version,
                         Error& error) override;
    void on_response_impl(int status, Text reason, int version, Error& error) override;
    void
    on_field_impl(boost::beast::http::field field, Text name, Text value, Error& error) override;
    void on_header_impl(Error& error) override;
    void on_body_init_impl(const boost::optional<std::uint64_t>& length, Error& error) override;
    std::size_t on_body_impl(Text bytes, Error& error) override;
    void on_chunk_header_impl(std::uint64_t size, Text extensions, Error& error) override;
    std::size_t on_chunk_body_impl(std::uint64_t left, Text bytes, Error& error) override;
    void on_finish_impl(Error& error) override;

    void take(Text bytes);

    bool head_is_done_ = false;
};

} // namespace net
