// One of several that implement http_connection.hpp: the half that writes.

#include "core/net/server/http_connection.hpp"
#include "core/net/server/response_head.hpp"

#include <boost/asio/write.hpp>

#include <algorithm>
#include <utility>

namespace net {

namespace {

using std::chrono::milliseconds;

// A body of this size is copied behind its head: cheaper than a write of two pieces.
constexpr std::size_t small_body_bytes = 8 * 1024;
constexpr std::size_t source_piece_bytes = 64 * 1024;
constexpr std::size_t kept_head_bytes = 1024;

// So much of what the client still sends after the last answer is read and thrown away. Closing
// at once would let its system discard the answer.
constexpr milliseconds drain_time{2'000};
constexpr std::size_t drain_limit_bytes = 4 * 1024 * 1024;
constexpr std::size_t drain_piece_bytes = 16 * 1024;

std::size_t body_size(const HttpResponse& response) {
    if (response.source) return response.source->size();
    return response.shared_body ? response.shared_body->size() : response.body.size();
}

} // namespace

void HttpConnection::answer(std::uint64_t request_number, HttpResponse response) {
    if (phase_ != Phase::handling || request_number != request_number_) return;
    try {
        write_answer(std::move(response));
    } catch (const std::exception&) { // the source cannot be read
        cut_off();
    }
}

void HttpConnection::answer_missing(std::uint64_t request_number) {
    if (phase_ != Phase::handling || request_number != request_number_) return;
    answer(request_number, server_.refuse(500, "The request was not answered.", {}));
}

/// For requests that leave the connection in no state to go on.
void HttpConnection::refuse(int status, const std::string& detail) {
    sink_.reset();
    keep_alive_ = false;
    // The head may not have been read as far as these.
    is_http_1_1_ = true;
    is_head_ = false;
    write_answer(server_.refuse(status, detail, reader_ ? reader_->languages() : ""));
}

/// The same, while bytes are still waited for.
void HttpConnection::refuse_late(const std::string& detail) {
    Error ignored;
    socket().cancel(ignored);
    refuse(408, detail);
}

void HttpConnection::write_answer(HttpResponse response) {
    response_ = std::move(response);
    keep_alive_ = keep_alive_ && !server_.stopping && !asks_to_close(response_);
    const std::size_t size = body_size(response_);
    head_.clear();
    append_head(head_, response_, {size, is_http_1_1_, keep_alive_});

    boost::asio::const_buffer body;
    source_left_ = 0;
    if (!is_head_ && may_have_body(response_.status)) {
        const std::string& text = response_.shared_body ? *response_.shared_body : response_.body;
        if (response_.source) {
            source_left_ = size;
            if (size > 0 && !take_next_piece()) return cut_off();
            body = boost::asio::buffer(piece_);
        } else if (size <= small_body_bytes) {
            head_ += text;
        } else {
            body = boost::asio::buffer(text);
        }
    }
    enter(Phase::writing, server_.limits.write_time);
    start_write({boost::asio::buffer(head_), body});
}

/// Returns whether the source gave what it had promised.
bool HttpConnection::take_next_piece() {
    const std::size_t wanted = std::min(source_left_, source_piece_bytes);
    piece_ = response_.source->read(wanted);
    source_left_ -= wanted;
    return piece_.size() == wanted;
}

void HttpConnection::start_write(const HeadAndBody& pieces) {
    const auto condition = [this](const Error& error, std::size_t written) -> std::size_t {
        constexpr std::size_t most_at_once = 1024 * 1024;
        if (written > 0) on_write_progress();
        return error ? 0 : most_at_once;
    };
    boost::asio::async_write(
        stream_, pieces, condition,
        [alive = self()](const Error& error, std::size_t) { alive->on_write(error); });
}

void HttpConnection::on_write_progress() {
    deadline_ = SteadyClock::now() + milliseconds(server_.limits.write_time);
}

void HttpConnection::on_write(const Error& error) {
    if (phase_ == Phase::gone) return;
    if (error) return cut_off();
    if (phase_ == Phase::continuing) return start_body();
    if (source_left_ == 0) return on_answer_written();
    try {
        if (!take_next_piece()) return cut_off();
    } catch (const std::exception&) {
        return cut_off(); // the length was promised: there is no other way to tell
    }
    on_write_progress();
    start_write({boost::asio::buffer(piece_), {}});
}

void HttpConnection::on_answer_written() {
    response_ = {};
    piece_ = {};
    if (head_.capacity() > kept_head_bytes) head_ = {};
    if (!keep_alive_) return say_farewell();
    await_request();
}

void HttpConnection::say_farewell() {
    enter(Phase::farewell, drain_time);
    reader_.reset();
    stream_.async_farewell([alive = self()](const Error&) { alive->on_farewell(); });
}

void HttpConnection::on_farewell() {
    if (phase_ != Phase::farewell) return;
    phase_ = Phase::draining;
    Error ignored;
    socket().shutdown(TcpSocket::shutdown_send, ignored);
    input_.clear();
    drain();
}

/// Reads what comes, beneath TLS: nobody wants to know what it says.
void HttpConnection::drain() {
    socket().async_read_some(input_.prepare(drain_piece_bytes),
                             [alive = self()](const Error& error, std::size_t bytes) {
                                 alive->drained_bytes_ += bytes;
                                 if (error || alive->drained_bytes_ > drain_limit_bytes)
                                     return alive->cut_off();
                                 alive->drain();
                             });
}

} // namespace net
