#include "core/net/client/http_client.hpp"

#include "core/domain/failure.hpp"
#include "core/net/client/blocking_loop.hpp"
#include "core/net/client/client_stream.hpp"
#include "core/net/client/reply_parser.hpp"
#include "core/net/find_header.hpp"

#include <boost/asio/error.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <algorithm>
#include <optional>
#include <utility>

namespace net {

namespace {

using Error = boost::system::error_code;

constexpr std::size_t piece_bytes = 64 * 1024;

bool has_control_or_blank(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char letter) {
        return static_cast<unsigned char>(letter) <= 0x20 || letter == 0x7F;
    });
}

std::string head_of(const ServerAddress& server,
                    const std::string& method,
                    const std::string& target,
                    const Headers& headers,
                    std::size_t body_bytes) {
    if (!target.starts_with('/') || has_control_or_blank(target) || has_control_or_blank(method))
        throw NetError({"net-no-request", {{"method", method}, {"target", target}}});
    std::string head = method + " " + target + " HTTP/1.1\r\nhost: " + authority(server) + "\r\n";
    for (const auto& [name, value] : headers) {
        if (value.find_first_of("\r\n") != std::string::npos || has_control_or_blank(name))
            throw NetError({"net-header-broken", {{"name", name}}});
        head += name + ": " + value + "\r\n";
    }
    const bool may_be_empty = method == "GET" || method == "HEAD" || method == "DELETE";
    if (body_bytes > 0 || !may_be_empty)
        head += "content-length: " + std::to_string(body_bytes) + "\r\n";
    return head + "\r\n";
}

} // namespace

struct HttpClient::Impl {
    void connect() {
        const auto deadline = SteadyClock::now() + limits.connect_time;
        input.clear();
        stream = std::make_unique<ClientStream>(server, deadline);
    }

    /// None when the connection was gone before the first byte of the reply.
    std::optional<HttpReply> exchange(const std::string& message, bool is_head);

    [[noreturn]] void fail(const Error& error) {
        stream.reset();
        if (error == boost::asio::error::timed_out)
            throw_net_error(server, "net-answer-late", "net-given-up");
        throw_net_error(server, "net-broke-off", core::system_message(error));
    }

    ServerAddress server;
    ClientLimits limits;
    std::unique_ptr<ClientStream> stream; ///< null when there is no connection
    boost::beast::flat_buffer input;
};

std::optional<HttpReply> HttpClient::Impl::exchange(const std::string& message, bool is_head) {
    const auto deadline = SteadyClock::now() + limits.reply_time;
    // A server that refuses a long body answers, and closes before it has all come.
    const Error not_written = stream->write(message, deadline);
    if (not_written == boost::asio::error::timed_out) fail(not_written);

    bool has_begun = false;
    auto parser = std::make_unique<ReplyParser>(limits.reply_bytes, is_head);
    for (;;) {
        Error error;
        if (parser->read(input, error)) {
            if (parser->reply.status / 100 != 1) break;
            parser = std::make_unique<ReplyParser>(limits.reply_bytes, is_head); // the real one
            continue;
        }
        if (error) fail(error);
        std::size_t bytes = 0;
        error = stream->read_some(input.prepare(piece_bytes), bytes, deadline);
        input.commit(bytes);
        has_begun = has_begun || bytes > 0;
        if (error && error != boost::asio::error::timed_out && !has_begun) {
            stream.reset();
            return std::nullopt;
        }
        if (error == boost::asio::error::eof && parser->got_some()) {
            parser->put_eof(error); // some replies end so; an error with all others
            if (!error) break;
        }
        if (error) fail(error);
    }
    if (!parser->keep_alive() || input.size() > 0 || not_written) stream.reset();
    return std::move(parser->reply);
}

HttpClient::HttpClient(ServerAddress server, ClientLimits limits)
    : impl_(std::make_unique<Impl>()) {
    impl_->server = std::move(server);
    impl_->limits = limits;
}

HttpClient::~HttpClient() = default;
HttpClient::HttpClient(HttpClient&&) noexcept = default;
HttpClient& HttpClient::operator=(HttpClient&&) noexcept = default;

HttpReply HttpClient::request(const std::string& method,
                              const std::string& target,
                              const Headers& headers,
                              std::string_view body) {
    std::string message = head_of(impl_->server, method, target, headers, body.size());
    message += body;
    const bool is_head = method == "HEAD";
    if (impl_->stream && !impl_->stream->was_closed()) {
        if (auto reply = impl_->exchange(message, is_head)) return std::move(*reply);
    }
    impl_->connect();
    if (auto reply = impl_->exchange(message, is_head)) return std::move(*reply);
    throw_net_error(impl_->server, "net-broke-off", "net-closed-without-answer");
}

std::string_view HttpReply::header(std::string_view name) const {
    return find_header(headers, name);
}

} // namespace net
