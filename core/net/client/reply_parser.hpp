#pragma once

#include "core/net/client/http_client.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/basic_parser.hpp>

#include <cstdint>

namespace net {

/// Beast's parser, writing straight into a client's reply.
class ReplyParser final : public boost::beast::http::basic_parser<false> {
public:
    using Error = boost::beast::error_code;

    /// `is_head`: the request was a HEAD, so no body follows.
    ReplyParser(std::size_t body_limit_bytes, bool is_head);

    /// Takes what it can from the input; returns whether the reply is complete.
    bool read(boost::beast::flat_buffer& input, Error& error);

    HttpReply reply;

private:
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

    bool head_is_done_ = false;
};

} // namespace net
