#pragma once

#include "core/net/server/http_server.hpp"

#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

/// Stands for the core where a test wants to say what it answers: paths and answers, and every
/// request that came. On a thread of its own.
class StubCore : private net::HttpHandler {
public:
    StubCore() : server_({}, *this), thread_([this] { server_.run(); }) {}

    ~StubCore() override {
        server_.stop(std::chrono::milliseconds{0});
        thread_.join();
    }

    StubCore(const StubCore&) = delete;
    StubCore& operator=(const StubCore&) = delete;

    std::uint16_t port() const { return server_.port(); }

    /// From now on requests of `METHOD /path` are answered so.
    void answer(const std::string& request, int status, const std::string& json) {
        const std::lock_guard lock(mutex_);
        answers_[request] = {status, json};
    }

    /// Bodies of the requests of `METHOD /path` so far, once there are so many.
    std::vector<std::string> wait_for(const std::string& request, std::size_t count) {
        std::unique_lock lock(mutex_);
        if (!changed_.wait_for(lock, std::chrono::seconds{60},
                               [&] { return bodies_[request].size() >= count; }))
            throw std::runtime_error("the core was not asked: " + request);
        return bodies_[request];
    }

    std::size_t asked(const std::string& request) {
        const std::lock_guard lock(mutex_);
        return bodies_[request].size();
    }

private:
    struct Answer {
        int status = 404;
        std::string json = "{}";
    };

    net::BodyPlan plan_body(const net::HttpRequest&) override { return {1 << 20, nullptr, {}}; }

    void handle(net::HttpRequest request, net::Responder respond) override {
        const std::string name = request.method + " " + request.path;
        Answer answer;
        {
            const std::lock_guard lock(mutex_);
            bodies_[name].push_back(request.body);
            if (answers_.contains(name)) answer = answers_[name];
        }
        changed_.notify_all();
        net::HttpResponse response;
        response.status = answer.status;
        response.headers = {{"Content-Type", "application/json"}};
        response.body = answer.json;
        respond(std::move(response));
    }

    Upgrade upgrade(const net::HttpRequest&) override { return refuse(404, "none", {}); }

    net::HttpResponse refuse(int status, const std::string&, std::string_view) override {
        net::HttpResponse response;
        response.status = status;
        return response;
    }

    std::mutex mutex_; // of what follows
    std::condition_variable changed_;
    std::map<std::string, Answer> answers_;
    std::map<std::string, std::vector<std::string>> bodies_;

    net::HttpServer server_;
    std::thread thread_; // last: it uses all above
};
