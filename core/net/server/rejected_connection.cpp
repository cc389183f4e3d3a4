#include "core/net/server/rejected_connection.hpp"

#include "core/net/server/response_head.hpp"

#include <boost/asio/buffer.hpp>

#include <array>
#include <utility>

namespace net {

namespace {

// Long enough for a client to take the answer.
constexpr std::chrono::milliseconds rejection_farewell_time{1'000};

/// A connection beyond the limit. Not listed among the connections: it does not count as open, and
/// ends by itself.
class RejectedConnection final : public Connection {
public:
    RejectedConnection(ServerState& server, TcpSocket socket)
        : server_(server), socket_(std::move(socket)) {}

    /// The answer fits into the system's buffer; nobody waits for it to be sent.
    void start() {
        const HttpResponse response = server_.refuse(503, "There are too many connections.", {});
        std::string answer;
        append_head(answer, response, {response.body.size(), true, false});
        answer += response.body;
        boost::system::error_code error;
        socket_.non_blocking(true, error);
        socket_.write_some(boost::asio::buffer(answer), error);
        socket_.shutdown(TcpSocket::shutdown_send, error);
        deadline_ = SteadyClock::now() + rejection_farewell_time;
        drain();
    }

    void check_time(SteadyClock::time_point now) override {
        if (now >= deadline_) cut_off();
    }

    void go_away() override { cut_off(); }

    void cut_off() override {
        boost::system::error_code ignored;
        socket_.close(ignored);
        server_.rejected.remove(*this);
    }

private:
    void drain() {
        auto self = std::static_pointer_cast<RejectedConnection>(shared_from_this());
        socket_.async_read_some(boost::asio::buffer(scratch_),
                                [self = std::move(self)](const auto& error, std::size_t) {
                                    if (error) return self->cut_off();
                                    self->drain();
                                });
    }

    ServerState& server_;
    TcpSocket socket_;
    SteadyClock::time_point deadline_;
    std::array<char, 512> scratch_{};
};

} // namespace

void reject_connection(ServerState& server, TcpSocket socket) {
    const auto connection = std::make_shared<RejectedConnection>(server, std::move(socket));
    server.rejected.add(connection);
    connection->start();
}

} // namespace net
