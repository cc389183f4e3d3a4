#include "core/agent/event_stream.hpp"
#include "tests/core/agent/shouting_core.hpp"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;

namespace {

/// What a link told, in order.
class Told {
public:
    agent::EventStreamHandlers handlers() {
        return {[this](bool connected) { add(connected ? "connected" : "lost"); },
                [this](std::string_view message) { add(std::string(message)); }};
    }

    /// The next thing told; waits for it.
    std::string next() {
        std::unique_lock lock(mutex_);
        if (!changed_.wait_for(lock, 10s, [this] { return !told_.empty(); })) return "nothing";
        std::string first = std::move(told_.front());
        told_.pop_front();
        return first;
    }

private:
    void add(std::string text) {
        const std::lock_guard lock(mutex_);
        told_.push_back(std::move(text));
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::string> told_;
};

} // namespace

TEST_CASE("a link asks for what it missed while the core was gone", "[agent][event_stream]") {
    ShoutingCore core;
    Told told;
    agent::EventStream link(core.address(), "secret", "queue", told.handlers());
    CHECK(told.next() == "connected");
    CHECK(core.next_request() == "/api/v1/events?topics=queue Bearer secret");
    CHECK(link.connected());
    core.shout(R"({"seq":41,"type":"call"})");
    CHECK(told.next() == R"({"seq":41,"type":"call"})");

    core.stop();
    CHECK(told.next() == "lost");
    CHECK_FALSE(link.connected());
    core.start();
    CHECK(told.next() == "connected");
    CHECK(core.next_request() == "/api/v1/events?topics=queue&since=41 Bearer secret");
}

TEST_CASE("a link tells soon that there is no core, and ends while it waits",
          "[agent][event_stream]") {
    ShoutingCore core;
    core.stop();
    Told told;
    const agent::EventStream link(core.address(), "", "queue", told.handlers());
    CHECK(told.next() == "lost");
}
