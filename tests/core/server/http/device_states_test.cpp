#include "core/server/http/device_states.hpp"

#include <catch2/catch.hpp>

using core::DevicePart;
using server::DeviceStates;
using namespace std::chrono_literals;

TEST_CASE("a device is there for a minute after its last request", "[server][devices]") {
    DeviceStates states;
    const DeviceStates::Moment began{};
    const core::Instant now{1h};
    CHECK_FALSE(states.is_online("kiosk-1", began));
    CHECK_FALSE(states.of("kiosk-1").seen_at);
    states.note_seen("kiosk-1", now, began);
    CHECK(states.of("kiosk-1").seen_at == now);
    CHECK(states.is_online("kiosk-1", began + 59s));
    CHECK_FALSE(states.is_online("kiosk-1", began + 60s));
    CHECK_FALSE(states.is_online("kiosk-2", began));
}

TEST_CASE("what a device tells replaces what it told before", "[server][devices]") {
    DeviceStates states;
    states.tell(
        "kiosk-1", "1.0",
        {{DevicePart::printer, "epson", "ok", ""}, {DevicePart::scanner, "", "missing", ""}});
    states.tell("kiosk-1", "1.1", {{DevicePart::printer, "epson", "paper_out", "Hết giấy"}});
    CHECK(states.of("kiosk-1").version == "1.1");
    REQUIRE(states.of("kiosk-1").parts.size() == 1);
    CHECK(states.of("kiosk-1").parts[0].state == "paper_out");
}
