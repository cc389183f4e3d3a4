#include "scanner/live/frame_formats.hpp"
#include "scanner/live/frame_sequence.hpp"
#include "scanner/live/grey_map.hpp"
#include "tests/support/code_pictures.hpp"
#include "tests/support/live_frames.hpp"
#include "tests/support/live_samples.hpp"
#include "tests/support/random.hpp"
#include "tests/support/said.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;
using live_frames::pgm;
using live_samples::start;
using scanner::FrameBuffer;
using scanner::FrameFormat;
using scanner::FrameSequence;
using scanner::FrameShape;
using scanner::Grabbed;
using scanner::GreyFrames;
using scanner::Moment;
using scanner::Plane;

namespace {

std::span<const std::uint8_t> raw(std::string_view bytes) {
    return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

Plane slope(int width, int height) {
    Plane plane(width, height);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) plane.row(y)[x] = static_cast<std::uint8_t>(3 * x + 7 * y);
    }
    return plane;
}

/// As a camera packs it: `step` bytes a pixel, rows `bytes_per_line` apart.
std::string packed(const Plane& plane, int step, std::size_t bytes_per_line) {
    std::string bytes(bytes_per_line * static_cast<std::size_t>(plane.height()), '\x77');
    for (int y = 0; y < plane.height(); ++y) {
        for (int x = 0; x < plane.width(); ++x)
            bytes[static_cast<std::size_t>(y) * bytes_per_line +
                  static_cast<std::size_t>(x * step)] = static_cast<char>(plane.row(y)[x]);
    }
    return bytes;
}

bool holds(const FrameBuffer& buffer, const Plane& plane) {
    REQUIRE(buffer.width() == plane.width());
    REQUIRE(buffer.height() == plane.height());
    const auto size =
        static_cast<std::size_t>(plane.width()) * static_cast<std::size_t>(plane.height());
    return std::equal(plane.row(0), plane.row(0) + size, buffer.view().pixels);
}

} // namespace

TEST_CASE("the grey of a frame is taken whatever its rows are padded to", "[scanner][live]") {
    for_random_cases(50, [](Random& random) {
        const Plane plane = slope(random.integer(1, 70), random.integer(1, 9));
        const auto width = static_cast<std::size_t>(plane.width());
        const auto padding = static_cast<std::size_t>(random.integer(0, 40));
        GreyFrames grey;
        FrameBuffer buffer;
        const auto check = [&](FrameFormat format, int step) {
            const std::size_t line = width * static_cast<std::size_t>(step) + padding;
            const std::string bytes = packed(plane, step, line);
            const FrameShape shape{format, plane.width(), plane.height(), line};
            REQUIRE(grey.put(shape, raw(bytes), buffer));
            CHECK(holds(buffer, plane));
            // The last row needs no padding, but all its pixels.
            const std::size_t least = bytes.size() - padding;
            CHECK(grey.put(shape, raw(bytes).first(least), buffer));
            CHECK_FALSE(grey.put(shape, raw(bytes).first(least - 1), buffer));
        };
        check(FrameFormat::grey, 1);
        check(FrameFormat::nv12, 1);
        check(FrameFormat::yuyv, 2);
    });
}

TEST_CASE("broken MJPEG frames are left out", "[scanner][live]") {
    GreyFrames grey;
    FrameBuffer buffer;
    const FrameShape shape{FrameFormat::mjpeg, 0, 0, 0};
    const std::string sound = code_pictures::jpeg(slope(64, 48));
    REQUIRE(grey.put(shape, raw(sound), buffer));
    CHECK(buffer.width() == 64);
    CHECK_FALSE(grey.put(shape, {}, buffer));
    CHECK_FALSE(grey.put(shape, raw("no JPEG at all"), buffer));
    for_random_cases(300, [&](Random& random) {
        std::string broken = sound.substr(0, static_cast<std::size_t>(random.integer(0, 900)));
        if (!broken.empty()) broken[broken.size() / 2] = static_cast<char>(random.integer(0, 127));
        (void)grey.put(shape, raw(broken), buffer); // whatever it says, it stands
    });
}

TEST_CASE("grey maps are read, and what only looks like one is not", "[scanner][live]") {
    const auto map = scanner::read_grey_map("P5\n# a camera\n3 2\n255\nabcdef");
    REQUIRE(map);
    CHECK(map->width == 3);
    CHECK(map->height == 2);
    CHECK(map->pixels == "abcdef");
    for (const std::string bytes :
         {"", "P5", "P6\n3 2\n255\nabcdef", "P5\n3 2\n255\nabcde", "P5\n3 2\n65535\nabcdef",
          "P5\n0 2\n255\nabcdef", "P5\n-3 -2\n255\nabcdef", "P5\n99999 99999\n255\nabcdef",
          "P5\n3 99999999999\n255\nabcdef", "P5\n3 2\n255", "P5 # no end"}) {
        INFO(bytes);
        CHECK_FALSE(scanner::read_grey_map(bytes));
    }
}

TEST_CASE("a sequence plays its pictures in order, one a tick", "[scanner][live]") {
    const TemporaryDirectory folder;
    for (int i = 0; i < 3; ++i)
        live_frames::put(folder / ("frame" + std::to_string(i) + ".pgm"), pgm(Plane(2 + i, 2)));
    live_frames::put(folder / "notes.txt", "no picture");
    FrameSequence frames(folder.path(), 10, start);
    FrameBuffer buffer;
    core::Message problem;
    for (int i = 0; i < 3; ++i) {
        CHECK(frames.wakes_at() == start + i * 100ms);
        CHECK(frames.grab(start + i * 100ms - 1ms, buffer, problem) == Grabbed::nothing);
        REQUIRE(frames.grab(start + i * 100ms, buffer, problem) == Grabbed::frame);
        CHECK(buffer.width() == 2 + i);
    }
    CHECK(frames.grab(start + 300ms, buffer, problem) == Grabbed::nothing);
    // One that is added is played as well.
    live_frames::put(folder / "frame9.jpg", code_pictures::jpeg(Plane(32, 16)));
    REQUIRE(frames.grab(start + 10s, buffer, problem) == Grabbed::frame);
    CHECK(buffer.width() == 32);
    CHECK(frames.dropped() == 0);
    CHECK(problem.code.empty());
}

TEST_CASE("a reader that comes late gets the newest picture", "[scanner][live]") {
    const TemporaryDirectory folder;
    for (int i = 0; i < 10; ++i)
        live_frames::put(folder / ("frame" + std::to_string(i) + ".pgm"), pgm(Plane(1 + i, 2)));
    FrameSequence frames(folder.path(), 10, start);
    FrameBuffer buffer;
    core::Message problem;
    REQUIRE(frames.grab(start, buffer, problem) == Grabbed::frame);
    CHECK(buffer.width() == 1);
    REQUIRE(frames.grab(start + 450ms, buffer, problem) == Grabbed::frame);
    CHECK(buffer.width() == 5);
    CHECK(frames.dropped() == 3);
    CHECK(frames.wakes_at() == start + 500ms);
    REQUIRE(frames.grab(start + 1h, buffer, problem) == Grabbed::frame);
    CHECK(buffer.width() == 10); // the last one stays in sight
}

TEST_CASE("a sequence tells of a broken picture and of a folder that is gone", "[scanner][live]") {
    FrameBuffer buffer;
    core::Message problem;
    const TemporaryDirectory folder;
    live_frames::put(folder / "a.pgm", "P5 nothing");
    FrameSequence frames(folder.path(), 10, start);
    CHECK(frames.grab(start, buffer, problem) == Grabbed::nothing);
    CHECK_THAT(samples::in_english(problem), Catch::Contains("a.pgm"));
    FrameSequence none(folder / "none", 10, start);
    CHECK(none.grab(start, buffer, problem) == Grabbed::gone);
}
