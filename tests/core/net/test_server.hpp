#pragma once

#include "core/net/client/http_client.hpp"
#include "core/net/server/http_server.hpp"

#include <functional>
#include <future>
#include <string>
#include <thread>
#include <utility>
#include <vector>

/// Answers as the test says; without a word `hello` to everything.
class TestHandler : public net::HttpHandler {
public:
    std::function<net::BodyPlan(const net::HttpRequest&)> on_plan = [](const auto&) {
        net::BodyPlan plan;
        plan.limit_bytes = 1024 * 1024;
        return plan;
    };
    std::function<void(net::HttpRequest, net::Responder)> on_handle =
        [](const net::HttpRequest&, const net::Responder& respond) { respond(text("hello")); };
    std::function<Upgrade(const net::HttpRequest&)> on_upgrade = [](const auto&) {
        return net::HttpResponse{404, {}, "no WebSocket here", nullptr, nullptr};
    };
    std::vector<int> refusals; ///< read it after the server has stopped, or on its thread

    static net::HttpResponse text(std::string body, int status = 200) {
        return {status, {{"content-type", "text/plain"}}, std::move(body), nullptr, nullptr};
    }

    net::BodyPlan plan_body(const net::HttpRequest& head) override { return on_plan(head); }

    void handle(net::HttpRequest request, net::Responder respond) override {
        on_handle(std::move(request), std::move(respond));
    }

    Upgrade upgrade(const net::HttpRequest& request) override { return on_upgrade(request); }

    net::HttpResponse refuse(int status, const std::string& detail, std::string_view) override {
        refusals.push_back(status);
        return text(detail, status);
    }
};

/// A server on a port of its own, running until the end of the test.
class TestServer {
public:
    explicit TestServer(TestHandler& handler, net::ServerOptions options = {})
        : server_(std::move(options), handler), thread_([this] { server_.run(); }) {}

    ~TestServer() { stop(); }

    TestServer(const TestServer&) = delete;
    TestServer& operator=(const TestServer&) = delete;

    net::HttpServer* operator->() { return &server_; }

    net::ServerAddress address() const {
        net::ServerAddress address;
        address.port = server_.port();
        return address;
    }

    void stop(std::chrono::milliseconds grace = std::chrono::milliseconds{500}) {
        if (!thread_.joinable()) return;
        server_.stop(grace);
        thread_.join();
    }

    /// Runs `question` on the server's thread and waits for what it returns.
    template <typename Question>
    auto ask(Question question) {
        auto promise = std::make_shared<std::promise<decltype(question())>>();
        auto answer = promise->get_future();
        server_.post([promise, question] { promise->set_value(question()); });
        return answer.get();
    }

    net::ServerCounts counts() {
        return ask([this] { return server_.counts(); });
    }

    /// Waits until the counts are as wished; false when they are not after ten seconds.
    template <typename Wish>
    bool wait_for_counts(Wish wish) {
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds{10};
        while (!wish(counts())) {
            if (std::chrono::steady_clock::now() > end) return false;
            std::this_thread::yield();
        }
        return true;
    }

private:
    net::HttpServer server_;
    std::thread thread_;
};
