#include "core/net/tls/certificate.hpp"
#include "core/net/tls/tls_context.hpp"
#include "core/net/tls/tls_session.hpp"
#include "core/net/websocket/web_socket_client.hpp"
#include "tests/core/net/raw_listener.hpp"
#include "tests/core/net/raw_socket.hpp"
#include "tests/core/net/test_server.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <fstream>
#include <functional>
#include <thread>

using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

/// Sends back what it hears.
class TlsEcho : public net::WebSocketListener {
public:
    void on_open(std::shared_ptr<net::WebSocket> socket) override { socket_ = std::move(socket); }

    void on_text(std::string text) override {
        socket_->send(std::make_shared<const std::string>(std::move(text)));
    }

    void on_close() override { socket_.reset(); }

private:
    std::shared_ptr<net::WebSocket> socket_;
};

/// A certificate for the names, and a server that shows it.
struct TlsOffice {
    explicit TlsOffice(const std::vector<std::string>& names) {
        handler.on_upgrade = [](const net::HttpRequest&) { return std::make_shared<TlsEcho>(); };
        net::make_self_signed(certificate, key, names, std::chrono::days{2});
        options.tls = net::TlsFiles{certificate, key};
        options.limits.header_time = 1s;
    }

    net::ServerAddress address(const TestServer& server, const std::string& host) const {
        net::ServerAddress address = server.address();
        address.host = host;
        address.tls = true;
        address.trusted_certificate = certificate;
        return address;
    }

    TemporaryDirectory folder;
    fs::path certificate = folder / "cert.pem";
    fs::path key = folder / "key.pem";
    net::ServerOptions options;
    TestHandler handler;
};

enum class Ending { farewell, cut_line };

/// Answers one request over TLS with the bytes, and ends the connection.
class OneAnswer {
public:
    OneAnswer(const TlsOffice& office, std::string bytes, Ending ending)
        : context_(net::make_server_tls({office.certificate, office.key})),
          bytes_(std::move(bytes)), ending_(ending), thread_([this] { run(); }) {}

    ~OneAnswer() { thread_.join(); }

    OneAnswer(const OneAnswer&) = delete;
    OneAnswer& operator=(const OneAnswer&) = delete;

    std::uint16_t port() const { return listener_.port(); }

private:
    void run() {
        const int socket = listener_.accept();
        auto session = net::TlsSession::of_server(socket, context_.native_handle());
        std::array<char, 4096> request{};
        const auto buffer = boost::asio::buffer(request);
        finish(socket, [&] { return session.shake_hands(); });
        finish(socket, [&] { return session.read(buffer); });
        finish(socket, [&] { return session.write(boost::asio::buffer(bytes_)); });
        if (ending_ == Ending::farewell) finish(socket, [&] { return session.say_farewell(); });
        ::close(socket);
    }

    /// Tries a step until it is done or cannot be.
    static void finish(int socket, const std::function<net::TlsSession::StepResult()>& step) {
        using Wants = net::TlsSession::Wants;
        for (auto tried = step(); tried.wants != Wants::nothing; tried = step()) {
            const short event = tried.wants == Wants::to_read ? POLLIN : POLLOUT;
            pollfd waited{socket, event, 0};
            if (::poll(&waited, 1, 5'000) != 1) return;
        }
    }

    RawListener listener_;
    boost::asio::ssl::context context_;
    std::string bytes_;
    Ending ending_;
    std::thread thread_;
};

} // namespace

TEST_CASE("HTTP goes over TLS, by the server's name and by its address", "[net][tls]") {
    TlsOffice office({"localhost", "127.0.0.1"});
    office.handler.on_handle = [](const net::HttpRequest& request, const net::Responder& respond) {
        respond(TestHandler::text(request.body + std::string(200'000, 'a')));
    };
    TestServer server(office.handler, office.options);
    for (const char* const host : {"localhost", "127.0.0.1"}) {
        net::HttpClient client(office.address(server, host));
        for (int i = 0; i < 3; ++i) {
            const std::string body(100'000, 'b');
            CHECK(client.request("POST", "/", {}, body).body == body + std::string(200'000, 'a'));
        }
    }
    CHECK(server.counts().accepted == 2);
}

TEST_CASE("a connection over TLS ends in order when it is told to", "[net][tls]") {
    TlsOffice office({"127.0.0.1"});
    TestServer server(office.handler, office.options);
    net::HttpClient client(office.address(server, "127.0.0.1"));
    for (int i = 0; i < 3; ++i)
        CHECK(client.request("GET", "/", {{"connection", "close"}}).body == "hello");
    CHECK(server.counts().accepted == 3);
}

TEST_CASE("a reply that ends with its connection is whole only when TLS says that it ends",
          "[net][tls]") {
    TlsOffice office({"127.0.0.1"});
    const auto body = [&](const std::string& head, Ending ending) {
        OneAnswer server(office, head + "\r\n\r\nuntil the end", ending);
        net::ServerAddress address;
        address.port = server.port();
        address.tls = true;
        address.trusted_certificate = office.certificate;
        return net::HttpClient(address).request("GET", "/").body;
    };
    const std::string open_ended = "HTTP/1.0 200 OK";
    CHECK(body(open_ended, Ending::farewell) == "until the end");
    CHECK_THROWS_AS(body(open_ended, Ending::cut_line), net::NetError); // a part of it, or all
    const std::string counted = "HTTP/1.1 200 OK\r\ncontent-length: 13";
    CHECK(body(counted, Ending::cut_line) == "until the end");
}

TEST_CASE("WebSockets go over TLS", "[net][tls]") {
    TlsOffice office({"127.0.0.1"});
    TestServer server(office.handler, office.options);
    net::WebSocketClient client(office.address(server, "127.0.0.1"), "/events");
    for (const std::string text : {"một", "hai"}) {
        client.send(text);
        CHECK(client.read(5s) == text);
    }
    server->stop(5s);
    CHECK_THROWS_AS(client.read(5s), net::NetError);
    CHECK(client.close_code() == 1001);
    server.stop(5s);
}

TEST_CASE("a client refuses a server whose certificate it does not trust", "[net][tls]") {
    TlsOffice office({"127.0.0.1"});
    TlsOffice other({"127.0.0.1"});
    TestServer server(office.handler, office.options);
    net::ServerAddress address = office.address(server, "127.0.0.1");
    address.trusted_certificate = other.certificate;
    CHECK_THROWS_WITH(net::HttpClient(address).request("GET", "/"),
                      Catch::StartsWith("net-not-trusted"));
    CHECK_THROWS_WITH((net::WebSocketClient{address, "/events"}),
                      Catch::StartsWith("net-not-trusted"));
    address.trusted_certificate.clear(); // the system's authorities do not know it either
    CHECK_THROWS_WITH(net::HttpClient(address).request("GET", "/"),
                      Catch::StartsWith("net-not-trusted"));
}

TEST_CASE("a client refuses a trusted certificate of another name", "[net][tls]") {
    TlsOffice office({"ward.lan", "10.1.2.3"});
    TestServer server(office.handler, office.options);
    for (const char* const host : {"localhost", "127.0.0.1"}) {
        net::HttpClient client(office.address(server, host));
        CHECK_THROWS_WITH(client.request("GET", "/"), Catch::StartsWith("net-not-trusted"));
    }
}

TEST_CASE("a client that does not speak TLS is closed", "[net][tls]") {
    TlsOffice office({"127.0.0.1"});
    TestServer server(office.handler, office.options);
    RawSocket plain(server->port());
    plain.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    CHECK(plain.read_to_end().find("HTTP") == std::string::npos);
    RawSocket silent(server->port());
    CHECK(silent.read_to_end().empty());
    CHECK(server.wait_for_counts([](const auto& now) { return now.connections == 0; }));
    server.stop();
    CHECK(office.handler.refusals.empty());
}

TEST_CASE("certificate files that cannot be used are named", "[net][tls]") {
    TlsOffice office({"127.0.0.1"});
    TlsOffice other({"127.0.0.1"});
    net::ServerOptions options = office.options;
    options.tls->certificate = office.folder / "none.pem";
    CHECK_THROWS_WITH((net::HttpServer{options, office.handler}), Catch::Contains("none.pem"));
    options.tls->certificate = office.certificate;
    options.tls->key = other.key;
    CHECK_THROWS_WITH((net::HttpServer{options, office.handler}), Catch::Contains("key.pem"));
}

TEST_CASE("a key is for its owner only, and no file is replaced", "[net][certificate]") {
    const TemporaryDirectory folder;
    const auto make = [&] {
        net::make_self_signed(folder / "cert.pem", folder / "key.pem", {"ward.lan", "::1"},
                              std::chrono::days{365});
    };
    make();
    CHECK(fs::status(folder / "key.pem").permissions() ==
          (fs::perms::owner_read | fs::perms::owner_write));
    CHECK_THROWS_WITH(make(), Catch::Contains("cert.pem"));
    fs::remove(folder / "cert.pem");
    CHECK_THROWS_WITH(make(), Catch::Contains("key.pem"));
    CHECK_FALSE(fs::exists(folder / "cert.pem"));
}

TEST_CASE("a certificate needs names that are some", "[net][certificate]") {
    const TemporaryDirectory folder;
    const auto make = [&](const std::vector<std::string>& names) {
        net::make_self_signed(folder / "cert.pem", folder / "key.pem", names,
                              std::chrono::days{365});
    };
    CHECK_THROWS_AS(make({}), std::runtime_error);
    CHECK_THROWS_AS(make({""}), std::runtime_error);
    CHECK_THROWS_AS(make({"a,DNS:b"}), std::runtime_error);
    CHECK_THROWS_AS(make({"a b"}), std::runtime_error);
    CHECK_FALSE(fs::exists(folder / "key.pem"));
}
