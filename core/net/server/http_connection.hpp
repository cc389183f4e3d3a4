#pragma once

#include "core/net/server/request_reader.hpp"
#include "core/net/server_state.hpp"
#include "core/net/tcp_socket.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/core/flat_buffer.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace net {

class WebSocketListener;

/// One connection while it speaks HTTP: reads a request, has it handled, writes the response, and
/// again. What the bytes go through, plain TCP or TLS, is the derived class's: each start_… there
/// ends in the on_… here, later and on the server's thread.
class HttpConnection : public Connection {
public:
    HttpConnection(ServerState& server, std::string peer);

    void start();

    /// Answers the request of that number; nothing happens unless that is the one at hand.
    void answer(std::uint64_t request_number, HttpResponse response);
    void answer_missing(std::uint64_t request_number);

    void check_time(SteadyClock::time_point now) override;
    void go_away() override;
    void cut_off() override;

protected:
    using Error = boost::beast::error_code;
    using Pieces = std::array<boost::asio::const_buffer, 2>;

    virtual TcpSocket& socket() = 0;
    virtual void start_handshake() = 0;
    virtual void start_read(boost::asio::mutable_buffer into) = 0;
    virtual void start_write(const Pieces& pieces) = 0;

    /// Tells the client that nothing more comes, above TCP.
    virtual void start_farewell() = 0;

    /// Hands the stream over; this connection is left without one.
    virtual void start_web_socket(const HttpRequest& request,
                                  std::shared_ptr<WebSocketListener> listener) = 0;

    void on_handshake(const Error& error);
    void on_read(const Error& error, std::size_t bytes);
    void on_write_progress();
    void on_write(const Error& error);
    void on_farewell();

    std::shared_ptr<HttpConnection> self() {
        return std::static_pointer_cast<HttpConnection>(shared_from_this());
    }

    ServerState& server_;

private:
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

    void enter(Phase phase, std::chrono::milliseconds time);
    void read_more(std::size_t most);

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
    void on_answer_written();
    void say_farewell();
    void drain();

    template <typename Work>
    void refusing(Work work);

    std::string peer_;
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
