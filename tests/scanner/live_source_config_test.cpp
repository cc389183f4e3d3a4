#include "scanner/live/source_config.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch.hpp>

using scanner::parse_source;
using scanner::SourceKind;

TEST_CASE("a source is read from its configuration", "[scanner][live]") {
    const auto serial = parse_source("serial:/dev/serial/by-id/usb-A@B_1-if00@115200");
    REQUIRE(serial);
    CHECK(serial->kind == SourceKind::serial);
    CHECK(serial->path == "/dev/serial/by-id/usb-A@B_1-if00");
    CHECK(serial->rate == 115200);
    CHECK(to_text(*serial) == "serial:/dev/serial/by-id/usb-A@B_1-if00");

    CHECK(parse_source("serial:/dev/ttyACM0")->rate == 9600);
    CHECK(parse_source("hid:/dev/input/by-id/x@1-event-kbd")->path ==
          "/dev/input/by-id/x@1-event-kbd");
    CHECK(parse_source("camera:/dev/video0")->kind == SourceKind::camera);
    CHECK(parse_source("frames:pictures")->rate == scanner::default_frames_a_second);
    CHECK(parse_source("frames:a:b@30")->path == "a:b");
    CHECK(parse_source("frames:a@30")->rate == 30);
}

TEST_CASE("a source that cannot be is refused with what it may be", "[scanner][live]") {
    for (const std::string text : {"", "serial", "serial:", "usb:/dev/x", "Serial:/dev/ttyACM0",
                                   ":/dev/x", "serial:/dev/ttyACM0@9601", "serial:/dev/ttyACM0@0",
                                   "frames:a@0", "frames:a@61", "frames:@10", "camera:"}) {
        INFO(text);
        const auto source = parse_source(text);
        REQUIRE_FALSE(source);
        CHECK(samples::in_english(source.error().message).size() > 20);
    }
    CHECK_FALSE(parse_source("hid:" + std::string(scanner::source_limit_bytes, 'x')));
    CHECK_FALSE(parse_source(std::string("hid:/dev/a\0b", 12)));
}
