#include "core/net/server/request_parser.hpp"

#include "core/net/letter_case.hpp"
#include "core/net/server/request_target.hpp"

namespace net {

void RequestParser::on_request_impl(
    boost::beast::http::verb, Text method, Text target, int version, Error&) {
    request.method.assign(method.data(), method.size());
    is_http_1_1 = version == 11;
    read_target({target.data(), target.size()}, request);
}

void RequestParser::on_response_impl(int, Text, int, Error&) {}

void RequestParser::on_field_impl(boost::beast::http::field, Text name, Text value, Error&) {
    if (head_is_done_) return; // a trailer: nobody needs them
    request.headers.emplace_back(lower_case({name.data(), name.size()}),
                                 std::string(value.data(), value.size()));
}

void RequestParser::on_header_impl(Error&) { head_is_done_ = true; }

void RequestParser::on_body_init_impl(const boost::optional<std::uint64_t>&, Error&) {}

std::size_t RequestParser::on_body_impl(Text bytes, Error&) {
    take(bytes);
    return bytes.size();
}

void RequestParser::on_chunk_header_impl(std::uint64_t, Text, Error&) {}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, Text bytes, Error&) {
    take(bytes);
    return bytes.size();
}

void RequestParser::on_finish_impl(Error&) {}

void RequestParser::take(Text bytes) {
    body_bytes += bytes.size();
    if (sink) {
        sink->write({bytes.data(), bytes.size()});
    } else {
        request.body.append(bytes.data(), bytes.size());
    }
}

} // namespace net
