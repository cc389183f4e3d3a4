#pragma once

#include "core/net/server/request_reader.hpp"
#include "core/net/server_state.hpp"
#include "core/net/socket_stream.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace net {

class WebSocketListener;

/// One connection while it speaks HTTP: reads a request, has it handled, writes the response, and
/// again.
class HttpConnection final : public Connection {
public:
    HttpConnection(ServerState& server, std::string peer, SocketStream stream);

    void start();

    /// Answers the request of that number; nothing happens unless that is the one at hand.
    void answer(std::uint64_t request_number, HttpResponse response);
    void answer_missing(std::uint64_t request_number);

    void check_time(SteadyClock::time_point now) override;
    void go_away() override;
    void cut_off() override;

private:
    using Error = IoHandler::Error;
    using HeadAndBody = std::array<boost::asio::const_buffer, 2>;

    enum class Phase {
        handshake, ///< of TLS
        idle,
        head,
        continuing, ///< `100 Continue` is being written
        body,
        handling,
        writing,
        farewell,
        draining, ///< all is said; the client is given time to read it
        gone
    };

    std::shared_ptr<HttpConnection> self() {
        return std::static_pointer_cast<HttpConnection>(shared_from_this());
    }

    TcpSocket& socket() { return stream_.next_layer(); }

    void enter(Phase phase, std::chrono::milliseconds time);
    void on_handshake(const Error& error);
    void read_more(std::size_t most);
    void on_read(const Error& error, std::size_t bytes);

    void await_request();
    void read_head();
    void on_head();
    void take_plan(BodyPlan plan);
    void invite_body();
    void start_body();
    void on_body_bytes(std::size_t bytes);
    void read_body();
    void handle();
    void ask_for_web_socket();

    void refuse(int status, const std::string& detail);
    void refuse_late(const std::string& detail);
    void write_answer(HttpResponse response);
    bool take_next_piece();
    void start_write(const HeadAndBody& pieces);
    void on_write_progress();
    void on_write(const Error& error);
    void on_answer_written();
    void say_farewell();
    void on_farewell();
    void drain();

    template <typename Work>
    void refusing(Work work);

    ServerState& server_;
    std::string peer_;
    SocketStream stream_; ///< handed on to the WebSocket when it becomes one
    Phase phase_ = Phase::handshake;
    SteadyClock::time_point deadline_ = never;
    boost::beast::flat_buffer input_;
    bool keep_alive_ = false; ///< after the answer at hand

    // The request at hand.
    std::optional<RequestReader> reader_;
    std::uint64_t request_number_ = 0;
    bool is_http_1_1_ = true;
    bool is_head_ = false; ///< method HEAD: the answer goes without its body
    SteadyClock::time_point body_start_;
    std::uint64_t body_received_ = 0;
    std::shared_ptr<BodySink> sink_;

    // The answer at hand.
    HttpResponse response_;
    std::string head_;            ///< with a small body right behind it
    std::size_t source_left_ = 0; ///< bytes of response_.source
    std::string piece_;           ///< of them
    std::size_t drained_bytes_ = 0;
};

} // namespace net
