#include "core/net/client/reply_parser.hpp"

#include "core/net/letter_case.hpp"

#include <boost/beast/http/error.hpp>

namespace net {

namespace {

namespace http = boost::beast::http;

constexpr std::uint32_t head_limit_bytes = 64 * 1024;

// What ends a chunked body at least: `0 CR LF CR LF`. Beast's parser relies on having as much.
constexpr std::size_t shortest_chunk_end = 5;

} // namespace

ReplyParser::ReplyParser(std::size_t body_limit_bytes, bool is_head) {
    eager(true);
    skip(is_head);
    body_limit(body_limit_bytes);
    header_limit(head_limit_bytes);
}

bool ReplyParser::read(boost::beast::flat_buffer& input, Error& error) {
    error = {};
    while (!is_done()) {
        const bool in_chunks = is_header_done() && chunked();
        if (input.size() < (in_chunks ? shortest_chunk_end : 1)) return false;
        input.consume(put(input.cdata(), error));
        if (error == http::error::need_more) {
            error = {};
            return false;
        }
        if (error) return false;
    }
    return true;
}

void ReplyParser::on_request_impl(http::verb, Text, Text, int, Error&) {}

void ReplyParser::on_response_impl(int status, Text, int, Error&) { reply.status = status; }

void ReplyParser::on_field_impl(http::field, Text name, Text value, Error&) {
    if (head_is_done_) return;
    reply.headers.emplace_back(lower_case({name.data(), name.size()}),
                               std::string(value.data(), value.size()));
}

void ReplyParser::on_header_impl(Error&) { head_is_done_ = true; }

void ReplyParser::on_body_init_impl(const boost::optional<std::uint64_t>&, Error&) {}

std::size_t ReplyParser::on_body_impl(Text bytes, Error&) {
    reply.body.append(bytes.data(), bytes.size());
    return bytes.size();
}

void ReplyParser::on_chunk_header_impl(std::uint64_t, Text, Error&) {}

std::size_t ReplyParser::on_chunk_body_impl(std::uint64_t, Text bytes, Error& error) {
    return on_body_impl(bytes, error);
}

void ReplyParser::on_finish_impl(Error&) {}

} // namespace net
