#include "core/net/server/http_connection.hpp"

#include "core/net/refused.hpp"
#include "core/net/server/pending_answer.hpp"
#include "core/net/server/response_head.hpp"
#include "core/net/websocket/web_socket_connection.hpp"
#include "core/net/websocket/web_socket_request.hpp"

#include <algorithm>
#include <utility>

namespace net {

namespace {

using std::chrono::milliseconds;

// Heads are small; a connection that waits costs no more than this.
constexpr std::size_t head_piece_bytes = 2 * 1024;
constexpr std::size_t body_piece_bytes = 64 * 1024;

constexpr std::string_view continue_line = "HTTP/1.1 100 Continue\r\n\r\n";

} // namespace

HttpConnection::HttpConnection(ServerState& server, std::string peer, SocketStream stream)
    : server_(server), peer_(std::move(peer)), stream_(std::move(stream)) {}

void HttpConnection::start() {
    enter(Phase::handshake, server_.limits.header_time);
    stream_.async_handshake([alive = self()](const Error& error) { alive->on_handshake(error); });
}

void HttpConnection::on_handshake(const Error& error) {
    if (phase_ != Phase::handshake) return;
    if (error) return cut_off();
    await_request();
}

void HttpConnection::enter(Phase phase, milliseconds time) {
    phase_ = phase;
    deadline_ = SteadyClock::now() + time;
}

void HttpConnection::read_more(std::size_t most) {
    stream_.async_read_some(
        input_.prepare(most),
        [alive = self()](const Error& error, std::size_t bytes) { alive->on_read(error, bytes); });
}

/// Runs what reads a request, and answers when it is refused.
template <typename Work>
void HttpConnection::refusing(Work work) {
    try {
        work();
    } catch (const Refused& refused) {
        refuse(refused.status, refused.detail);
    } catch (const std::exception& error) {
        refuse(500, error.what());
    }
}

void HttpConnection::on_read(const Error& error, std::size_t bytes) {
    switch (phase_) {
    case Phase::idle:
        if (error) return cut_off();
        enter(Phase::head, server_.limits.header_time);
        [[fallthrough]];
    case Phase::head:
        if (error) return cut_off();
        input_.commit(bytes);
        return read_head();
    case Phase::body:
        if (error) return cut_off();
        input_.commit(bytes);
        return on_body_bytes(bytes);
    case Phase::handshake:
    case Phase::continuing:
    case Phase::handling:
    case Phase::writing:
    case Phase::farewell:
    case Phase::draining:
    case Phase::gone:
        return; // a read that was given up
    }
}

void HttpConnection::await_request() {
    if (server_.stopping) return say_farewell();
    reader_.emplace(server_.limits.header_bytes, peer_);
    if (input_.size() == 0) {
        if (input_.capacity() > head_piece_bytes) input_.shrink_to_fit();
        enter(Phase::idle, server_.limits.idle_time);
        return read_more(head_piece_bytes);
    }
    enter(Phase::head, server_.limits.header_time);
    read_head();
}

void HttpConnection::read_head() {
    refusing([&] {
        if (!reader_->read_head(input_)) return read_more(head_piece_bytes);
        on_head();
    });
}

void HttpConnection::on_head() {
    const HttpRequest& head = reader_->request();
    is_http_1_1_ = reader_->is_http_1_1();
    is_head_ = head.method == "HEAD";
    keep_alive_ = reader_->keep_alive();
    ++request_number_;
    if (asks_for_web_socket(head)) return ask_for_web_socket();
    take_plan(server_.handler.plan_body(head));
}

void HttpConnection::take_plan(BodyPlan plan) {
    if (plan.refusal) {
        // A body that has not come yet would be taken for the next request.
        keep_alive_ = keep_alive_ && reader_->skip_body(input_);
        return write_answer(std::move(*plan.refusal));
    }
    if (!reader_->has_body()) {
        sink_ = std::move(plan.sink);
        return handle();
    }
    reader_->plan(plan.limit_bytes, plan.sink);
    sink_ = std::move(plan.sink);
    if (reader_->expects_continue()) return invite_body();
    start_body();
}

void HttpConnection::invite_body() {
    enter(Phase::continuing, server_.limits.write_time);
    start_write({boost::asio::buffer(continue_line), {}});
}

void HttpConnection::start_body() {
    enter(Phase::body, server_.limits.body_time);
    body_start_ = SteadyClock::now();
    body_received_ = 0;
    read_body();
}

void HttpConnection::on_body_bytes(std::size_t bytes) {
    const ServerLimits& limits = server_.limits;
    body_received_ += bytes;
    enter(Phase::body, limits.body_time);
    const auto taken = SteadyClock::now() - body_start_;
    if (taken > limits.body_time) {
        const double seconds = std::chrono::duration<double>(taken).count();
        if (static_cast<double>(body_received_) <
            seconds * static_cast<double>(limits.slowest_body_rate))
            return refuse_late("The body of the request comes too slowly.");
    }
    read_body();
}

void HttpConnection::read_body() {
    refusing([&] {
        if (!reader_->read_body(input_)) return read_more(body_piece_bytes);
        handle();
    });
}

void HttpConnection::handle() {
    phase_ = Phase::handling;
    deadline_ = never;
    const std::uint64_t number = request_number_;
    auto promise = std::make_shared<PendingAnswer>(self(), number, server_.mailbox);
    const auto sink = std::move(sink_); // kept until the handler has seen the request
    HttpRequest request = reader_->take_request();
    request.sink = sink;
    reader_.reset();
    try {
        server_.handler.handle(std::move(request),
                               [promise = std::move(promise)](HttpResponse response) {
                                   promise->give(std::move(response));
                               });
    } catch (const std::exception& error) {
        answer(number, server_.refuse(500, error.what(), {}));
    }
}

void HttpConnection::ask_for_web_socket() {
    if (const auto refusal = refusal_of_web_socket(reader_->request())) {
        HttpResponse response =
            server_.refuse(refusal->status, refusal->detail, reader_->languages());
        if (refusal->status == 426) response.headers.emplace_back("sec-websocket-version", "13");
        return write_answer(std::move(response));
    }
    if (reader_->has_body() || input_.size() != 0)
        throw Refused{400, "A WebSocket's request has no body, and nothing follows it."};
    auto outcome = server_.handler.upgrade(reader_->request());
    if (auto* response = std::get_if<HttpResponse>(&outcome))
        return write_answer(std::move(*response));
    auto listener = std::get<std::shared_ptr<WebSocketListener>>(std::move(outcome));
    if (server_.stopping || !listener)
        return write_answer(
            server_.refuse(503, "The server is about to stop.", reader_->languages()));

    const auto alive = self();
    phase_ = Phase::gone;
    deadline_ = never;
    const auto successor =
        std::make_shared<WebSocketConnection>(server_, std::move(listener), std::move(stream_));
    server_.add(successor);
    successor->start(reader_->request());
    server_.remove(*this);
}

void HttpConnection::check_time(SteadyClock::time_point now) {
    if (now < deadline_) return;
    switch (phase_) {
    case Phase::head:
        return refuse_late("The head of the request did not come in time.");
    case Phase::body:
        return refuse_late("The body of the request did not come in time.");
    case Phase::handshake:
    case Phase::idle:
    case Phase::continuing:
    case Phase::handling:
    case Phase::writing:
    case Phase::farewell:
    case Phase::draining:
    case Phase::gone:
        return cut_off();
    }
}

void HttpConnection::go_away() {
    keep_alive_ = false;
    if (phase_ == Phase::idle || phase_ == Phase::handshake) cut_off();
}

void HttpConnection::cut_off() {
    if (phase_ == Phase::gone) return;
    phase_ = Phase::gone;
    deadline_ = never;
    Error ignored;
    socket().close(ignored);
    sink_.reset();
    server_.remove(*this);
}

} // namespace net
