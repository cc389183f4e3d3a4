// One of several that implement printer_connection.hpp: TCP.

#include "printer/printer_connection.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <array>
#include <optional>

namespace printer {

namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::milliseconds;

constexpr int send_buffer_bytes = 8'192; ///< small: what lies in it has not been printed

// Its own loop, run only inside the calls: each call is a wait with a limit.
class NetworkConnection : public PrinterConnection {
public:
    NetworkConnection(const std::string& host, int port, milliseconds limit) : socket_(loop_) {
        const std::string where = "cannot reach the printer " + host + ":" + std::to_string(port);
        tcp::resolver resolver(loop_);
        std::optional<error_code> outcome;
        resolver.async_resolve(host, std::to_string(port),
                               [&](error_code failed, const tcp::resolver::results_type& found) {
                                   if (failed) {
                                       outcome = failed;
                                       return;
                                   }
                                   asio::async_connect(socket_, found,
                                                       [&](error_code error, const tcp::endpoint&) {
                                                           outcome = error;
                                                       });
                               });
        loop_.restart();
        loop_.run_for(limit);
        if (!outcome) {
            resolver.cancel();
            close_now();
            throw ConnectionLost(where + ": no answer in time");
        }
        if (*outcome) throw ConnectionLost(where + ": " + outcome->message());
        error_code ignored;
        socket_.set_option(tcp::no_delay(true), ignored);
        socket_.set_option(tcp::socket::send_buffer_size(send_buffer_bytes), ignored);
        socket_.non_blocking(true);
    }

    ~NetworkConnection() override {
        error_code ignored;
        if (abandoned_) socket_.set_option(tcp::socket::linger(true, 0), ignored);
        // A clean farewell: printers serve one client and wait long for one that just vanished.
        else
            socket_.shutdown(tcp::socket::shutdown_both, ignored);
        socket_.close(ignored);
    }

    NetworkConnection(const NetworkConnection&) = delete;
    NetworkConnection& operator=(const NetworkConnection&) = delete;

    std::size_t send(std::string_view bytes, milliseconds limit) override {
        if (!wait(tcp::socket::wait_write, limit)) return 0;
        error_code error;
        const std::size_t taken = socket_.write_some(asio::buffer(bytes), error);
        if (error == asio::error::would_block) return 0;
        if (error) throw ConnectionLost("the printer's connection is lost: " + error.message());
        return taken;
    }

    std::string receive(milliseconds limit) override {
        if (!wait(tcp::socket::wait_read, limit)) return {};
        std::array<char, 256> bytes{};
        error_code error;
        const std::size_t got = socket_.read_some(asio::buffer(bytes), error);
        if (error == asio::error::would_block) return {};
        if (error) throw ConnectionLost("the printer's connection is lost: " + error.message());
        return {bytes.data(), got};
    }

    void abandon() override { abandoned_ = true; }

private:
    bool wait(tcp::socket::wait_type what, milliseconds limit) {
        std::optional<error_code> outcome;
        socket_.async_wait(what, [&](error_code error) { outcome = error; });
        loop_.restart();
        loop_.run_for(limit);
        if (!outcome) {
            socket_.cancel();
            loop_.restart();
            loop_.run(); // the cancelled wait ends here, while `outcome` still lives
            return false;
        }
        if (*outcome)
            throw ConnectionLost("the printer's connection is lost: " + outcome->message());
        return true;
    }

    void close_now() {
        error_code ignored;
        socket_.close(ignored);
        loop_.restart();
        loop_.run_for(milliseconds(10));
    }

    asio::io_context loop_{1};
    tcp::socket socket_;
    bool abandoned_ = false;
};

} // namespace

std::unique_ptr<PrinterConnection>
open_network_connection(const std::string& host, int port, milliseconds limit) {
    return std::make_unique<NetworkConnection>(host, port, limit);
}

} // namespace printer
