#include "kiosk/connectivity.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace std::chrono_literals;

TEST_CASE("the core is online while its socket stands and it answers in time",
          "[kiosk][connectivity]") {
    core::Instant now = core::parse_instant("2026-03-02T08:00:00+07:00").value();
    const core::Instant begin = now;
    const kiosk::CoreClock clock([&] { return now; });
    std::vector<bool> told;
    kiosk::Connectivity connectivity(clock, [&](bool online) { told.push_back(online); });
    CHECK_FALSE(connectivity.is_online());
    CHECK(connectivity.lost_since() == begin);
    connectivity.connection_changed(true);
    CHECK(connectivity.is_online());
    CHECK_FALSE(connectivity.lost_since());

    now += 10s;
    connectivity.suspect(); // a touch was not answered in time
    CHECK_FALSE(connectivity.is_online());
    CHECK(connectivity.is_connected());
    CHECK(connectivity.lost_since() == begin + 10s);
    now += 10s;
    connectivity.suspect();
    CHECK(connectivity.lost_since() == begin + 10s);
    connectivity.trust();
    CHECK(connectivity.is_online());

    connectivity.connection_changed(false);
    connectivity.trust(); // what it answered earlier does not bring the socket back
    CHECK_FALSE(connectivity.is_online());
    CHECK(told == std::vector<bool>{true, false, true, false});
}

TEST_CASE("the core's clock is kept by how far ours is off", "[kiosk][connectivity]") {
    core::Instant now = core::parse_instant("2026-03-02T08:00:00+07:00").value();
    kiosk::CoreClock clock([&] { return now; });
    clock.set(now - 90s);
    now += 1h;
    CHECK(clock.now() == now - 90s);
}
