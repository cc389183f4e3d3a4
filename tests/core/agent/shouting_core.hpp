#pragma once

#include "tests/core/net/test_server.hpp"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <set>
#include <string>

/// Stands for the core's end of the events: tells all who listen, can be stopped and started again
/// on the same port.
class ShoutingCore {
public:
    ShoutingCore() {
        handler_.on_upgrade = [this](const net::HttpRequest& request) {
            const std::string said = request.target + " " +
                                     std::string(request.header("authorization")) +
                                     std::string(request.header("cookie"));
            return net::HttpHandler::Upgrade(std::make_shared<Ear>(*this, said));
        };
        start();
    }

    ~ShoutingCore() { stop(); }

    ShoutingCore(const ShoutingCore&) = delete;
    ShoutingCore& operator=(const ShoutingCore&) = delete;

    net::ServerAddress address() const { return address_; }

    void start() {
        net::ServerOptions options;
        options.port = address_.port;
        server_ = std::make_unique<TestServer>(handler_, options);
        address_ = server_->address();
    }

    void stop() { server_.reset(); }

    /// Returns when the server has it.
    void shout(const std::string& text) {
        server_->ask([this, text] {
            for (const auto& socket : sockets_)
                socket->send(std::make_shared<const std::string>(text));
            return true;
        });
    }

    void close_all(std::uint16_t code) {
        server_->ask([this, code] {
            const auto sockets = sockets_;
            for (const auto& socket : sockets) socket->close(code, "");
            return true;
        });
    }

    /// Target and credentials of the next WebSocket that was opened; waits for it.
    std::string next_request() {
        std::unique_lock lock(mutex_);
        const auto has_one = [this] { return !requests_.empty(); };
        if (!changed_.wait_for(lock, std::chrono::seconds{10}, has_one)) return "nothing";
        std::string first = std::move(requests_.front());
        requests_.pop_front();
        return first;
    }

private:
    using Sockets = std::set<std::shared_ptr<net::WebSocket>>;

    class Ear : public net::WebSocketListener {
    public:
        Ear(ShoutingCore& core, std::string request) : core_(core), request_(std::move(request)) {}

        void on_open(std::shared_ptr<net::WebSocket> socket) override {
            socket_ = std::move(socket);
            core_.sockets_.insert(socket_);
            core_.note(request_);
        }

        void on_text(std::string) override {}

        void on_close() override { core_.sockets_.erase(socket_); }

    private:
        ShoutingCore& core_;
        std::string request_;
        std::shared_ptr<net::WebSocket> socket_;
    };

    void note(std::string request) {
        const std::lock_guard lock(mutex_);
        requests_.push_back(std::move(request));
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::string> requests_;
    Sockets sockets_; // on the server's thread
    TestHandler handler_;
    net::ServerAddress address_;
    std::unique_ptr<TestServer> server_;
};
