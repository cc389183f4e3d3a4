// The least that an HTTP server on Boost.Beast does: one thread, keep-alive, the same answer to
// everything. What motcua-core's reads are measured against.

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <cstdio>
#include <memory>
#include <utility>

namespace asio = boost::asio;
namespace http = boost::beast::http;
using tcp = asio::ip::tcp;
using Error = boost::system::error_code;

namespace {

class Session : public std::enable_shared_from_this<Session> {
public:
    explicit Session(tcp::socket socket) : socket_(std::move(socket)) {
        answer_.result(http::status::ok);
        answer_.set(http::field::content_type, "application/json");
        answer_.body() = R"({"hello":"world"})";
        answer_.prepare_payload();
    }

    void read() {
        request_ = {};
        http::async_read(socket_, buffer_, request_,
                         [self = shared_from_this()](const Error& error, std::size_t) {
                             if (!error) self->write();
                         });
    }

private:
    void write() {
        http::async_write(socket_, answer_,
                          [self = shared_from_this()](const Error& error, std::size_t) {
                              if (!error) self->read();
                          });
    }

    tcp::socket socket_;
    boost::beast::flat_buffer buffer_;
    http::request<http::string_body> request_;
    http::response<http::string_body> answer_;
};

void accept(tcp::acceptor& acceptor) {
    acceptor.async_accept([&acceptor](const Error& error, tcp::socket socket) {
        if (!error) {
            socket.set_option(tcp::no_delay(true));
            std::make_shared<Session>(std::move(socket))->read();
        }
        accept(acceptor);
    });
}

} // namespace

int main() {
    asio::io_context context{1};
    tcp::acceptor acceptor(context, {asio::ip::make_address_v4("127.0.0.1"), 0});
    accept(acceptor);
    std::printf("listening on http://127.0.0.1:%d\n", acceptor.local_endpoint().port());
    std::fflush(stdout);
    context.run();
}
