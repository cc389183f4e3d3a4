// Cameras: the decoder behind a sequence of pictures, and a V4L2 driver that is only pretended.

#include "scanner/live/v4l2_camera.hpp"
#include "tests/support/code_pictures.hpp"
#include "tests/support/live_events.hpp"
#include "tests/support/live_frames.hpp"
#include "tests/support/live_samples.hpp"
#include "tests/support/program.hpp"
#include "tests/support/said.hpp"
#include "tests/support/temporary_directory.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <catch2/catch.hpp>
#include <linux/videodev2.h>
#include <signal.h>
#include <sys/mman.h>

#include <algorithm>
#include <cstring>

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using files::FileDescriptor;
using live_frames::pgm;
using live_samples::start;
using scanner::FrameBuffer;
using scanner::Grabbed;
using scanner::LiveScanner;
using scanner::Moment;
using scanner::Plane;
using scanner::SourceKind;
using scanner::V4l2Camera;
using Texts = std::vector<std::string>;

namespace {

const std::string dossier = "000.00.18.H55-230103-0001";

Plane desk() { return code_pictures::blank_page(640, 480); }

Plane desk_with(const std::string& text) {
    Plane page = desk();
    code_pictures::draw_qr(page, 200, 100, text, 5);
    return page;
}

scanner::LiveSource frames(const fs::path& folder, int rate = 20) {
    return scanner::live_source({SourceKind::frames, folder, rate}, MOTCUA_SCAN);
}

/// A driver of a camera, without the camera: its memory is real, its frames are put by hand.
struct PretendedDriver {
    std::uint32_t code = V4L2_PIX_FMT_YUYV;
    unsigned width = 64;
    unsigned height = 48;
    unsigned line = 160; // 32 more than needed
    std::uint32_t capabilities = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    bool is_streaming = false;
    bool is_gone = false;
    std::vector<unsigned> empty{};  // buffers the driver may fill
    std::vector<unsigned> filled{}; // in the order filled
    FileDescriptor memory{memfd_create("frames", MFD_CLOEXEC)};

    std::size_t size() const { return std::size_t{line} * height; }

    std::size_t room() const { return (size() + 4095) / 4096 * 4096; }

    /// Fills the next buffer with one grey.
    void fill(int grey) {
        REQUIRE_FALSE(empty.empty());
        const unsigned index = empty.front();
        empty.erase(empty.begin());
        const std::string bytes(size(), static_cast<char>(grey));
        REQUIRE(pwrite(memory.get(), bytes.data(), bytes.size(),
                       static_cast<off_t>(index * room())) == static_cast<ssize_t>(size()));
        filled.push_back(index);
    }

    int refuse(int error) const {
        errno = error;
        return -1;
    }

    int control(unsigned long request, void* argument) {
        if (is_gone) return refuse(ENODEV);
        auto* buffer = static_cast<v4l2_buffer*>(argument);
        switch (request) {
        case VIDIOC_QUERYCAP:
            static_cast<v4l2_capability*>(argument)->capabilities = capabilities;
            return 0;
        case VIDIOC_TRY_FMT:
        case VIDIOC_S_FMT: {
            auto& pix = static_cast<v4l2_format*>(argument)->fmt.pix;
            pix.pixelformat = code; // drivers answer with what they have
            pix.width = width;
            pix.height = height;
            pix.bytesperline = line;
            return 0;
        }
        case VIDIOC_REQBUFS:
            return ftruncate(memory.get(), static_cast<off_t>(room() * 4));
        case VIDIOC_QUERYBUF:
            buffer->length = static_cast<__u32>(size());
            buffer->m.offset = static_cast<__u32>(buffer->index * room());
            return 0;
        case VIDIOC_QBUF:
            empty.push_back(buffer->index);
            return 0;
        case VIDIOC_DQBUF:
            if (filled.empty()) return refuse(EAGAIN);
            buffer->index = filled.front();
            buffer->bytesused = static_cast<__u32>(size());
            filled.erase(filled.begin());
            return 0;
        case VIDIOC_STREAMON:
            is_streaming = true;
            return 0;
        case VIDIOC_STREAMOFF:
            is_streaming = false;
            return 0;
        }
        return refuse(ENOTTY);
    }

    std::unique_ptr<V4l2Camera> open(core::Message& problem) {
        const auto calls = [this](int, unsigned long request, void* argument) {
            return control(request, argument);
        };
        return V4l2Camera::open(FileDescriptor(dup(memory.get())), calls, start, problem);
    }
};

} // namespace

TEST_CASE("codes shown to a camera are read, each once while it lies there", "[scanner][live]") {
    const TemporaryDirectory folder;
    for (int i = 0; i < 10; ++i) {
        const std::string name = "a" + std::to_string(i) + ".pgm";
        live_frames::put(folder / name, pgm(i % 5 == 0 ? desk() : desk_with(dossier)));
    }
    LiveEvents events;
    LiveScanner live(frames(folder.path()), events.handlers(), 1h);
    CHECK(events.wait_for_scans(1) == Texts{dossier});
    live_frames::put(folder / "b.jpg", code_pictures::jpeg(desk_with("T230103-A012")));
    CHECK(events.wait_for_scans(2) == Texts{dossier, "T230103-A012"});
    const auto scans = events.scans();
    CHECK(scans[0].payload.kind == scanner::PayloadKind::dossier);
    CHECK(scans[0].format == scanner::Format::qr_code);
}

TEST_CASE("a dossier's two codes on one paper are one scan", "[scanner][live]") {
    const TemporaryDirectory folder;
    Plane page = code_pictures::blank_page(1000, 600);
    code_pictures::draw_qr(page, 300, 60, dossier, 5);
    code_pictures::draw_code_128(page, 100, 320, dossier, 2, 120);
    live_frames::put(folder / "a.pgm", pgm(page));
    Plane next = desk_with("T230103-A012");
    live_frames::put(folder / "b.pgm", pgm(next));
    LiveEvents events;
    LiveScanner live(frames(folder.path(), 2), events.handlers(), 1h);
    CHECK(events.wait_for_scans(2) == Texts{dossier, "T230103-A012"});
}

TEST_CASE("a camera's folder is found when it comes, and when it comes again", "[scanner][live]") {
    const TemporaryDirectory folder;
    LiveEvents events;
    LiveScanner live(frames(folder / "camera"), events.handlers(), 0ms);
    for (int i = 1; i <= 2; ++i) {
        events.wait_for_sentence("plug it in", i);
        fs::create_directory(folder / "camera");
        live_frames::put(folder / "camera" / "a.pgm", pgm(desk_with(dossier)));
        events.wait_for_sentence("is there", i);
        events.wait_for_scans(static_cast<std::size_t>(i));
        fs::remove_all(folder / "camera");
    }
}

TEST_CASE("a live scanner stops at once while its decoder is busy or hangs", "[scanner][live]") {
    const TemporaryDirectory folder;
    const fs::path hanging = folder / "hanging-worker";
    std::ofstream(hanging) << "#!/bin/sh\nexec sleep 60\n";
    fs::permissions(hanging, fs::perms::owner_all);
    const fs::path pictures = folder / "pictures";
    fs::create_directory(pictures);
    live_frames::put(pictures / "a.pgm", pgm(desk_with(dossier)));
    LiveEvents events;
    LiveScanner live(scanner::live_source({SourceKind::frames, pictures, 10}, hanging),
                     events.handlers());
    events.wait_for_sentence("is there");
    const auto begun = std::chrono::steady_clock::now();
    live.stop();
    CHECK(std::chrono::steady_clock::now() - begun < 200ms);
    CHECK(events.scans().empty());
}

TEST_CASE("a camera gives its newest frame and the others back", "[scanner][live]") {
    PretendedDriver driver;
    core::Message problem;
    const auto camera = driver.open(problem);
    REQUIRE(camera);
    CHECK(driver.is_streaming);
    CHECK(camera->shape().format == scanner::FrameFormat::yuyv);
    CHECK(driver.empty.size() == 4);
    FrameBuffer buffer;
    CHECK(camera->grab(start, buffer, problem) == Grabbed::nothing);
    for (const int grey : {10, 20, 30}) driver.fill(grey);
    REQUIRE(camera->grab(start, buffer, problem) == Grabbed::frame);
    CHECK(buffer.width() == 64);
    CHECK(buffer.height() == 48);
    CHECK(buffer.view().row(47)[63] == 30);
    CHECK(driver.empty.size() == 4);
    CHECK(camera->grab(start, buffer, problem) == Grabbed::nothing);
}

TEST_CASE("a camera that was unplugged or that hangs is gone", "[scanner][live]") {
    PretendedDriver driver;
    core::Message problem;
    const auto camera = driver.open(problem);
    REQUIRE(camera);
    FrameBuffer buffer;
    driver.fill(10);
    CHECK(camera->grab(start + 3s, buffer, problem) == Grabbed::frame);
    CHECK(camera->wakes_at() == start + 8s);
    CHECK(camera->grab(start + 7999ms, buffer, problem) == Grabbed::nothing);
    CHECK(camera->grab(start + 8s, buffer, problem) == Grabbed::gone);
    driver.fill(10);
    CHECK(camera->grab(start + 9s, buffer, problem) == Grabbed::frame);
    driver.is_gone = true;
    CHECK(camera->grab(start + 9s, buffer, problem) == Grabbed::gone);
}

TEST_CASE("what is no camera for us says why", "[scanner][live]") {
    const auto problem_of = [](const auto& change) {
        PretendedDriver driver;
        change(driver);
        core::Message problem;
        CHECK_FALSE(driver.open(problem));
        return samples::in_english(problem);
    };
    CHECK_THAT(
        problem_of([](PretendedDriver& driver) { driver.capabilities = V4L2_CAP_VIDEO_OUTPUT; }),
        Catch::Contains("no camera"));
    CHECK_THAT(problem_of([](PretendedDriver& driver) { driver.code = V4L2_PIX_FMT_H264; }),
               Catch::Contains("no picture format"));
    CHECK_THAT(problem_of([](PretendedDriver& driver) { driver.width = 1'000'000; }),
               Catch::Contains("no picture format"));
    CHECK_THAT(problem_of([](PretendedDriver& driver) { driver.height = 0; }),
               Catch::Contains("no picture format"));
}

TEST_CASE("a camera by a path that is none is told", "[scanner][live]") {
    LiveEvents events;
    LiveScanner live(scanner::live_source({SourceKind::camera, "/dev/null", 0}, MOTCUA_SCAN),
                     events.handlers());
    events.wait_for_sentence("/dev/null: this is no camera");
}

TEST_CASE("motcua-scan --live prints a line for each scan until it is ended", "[system][live]") {
    const TemporaryDirectory folder;
    live_frames::put(folder / "a.pgm", pgm(desk_with(dossier)));
    live_frames::put(folder / "b.pgm", pgm(desk_with("T230103-A012")));
    const std::string source = "frames:" + folder.path().string();
    Program program("/usr/bin/env", {"LC_ALL=en_GB.UTF-8", MOTCUA_SCAN, "--live", source + "@4"});
    program.wait_for_output("T230103-A012");
    kill(program.id(), SIGTERM);
    const Ended& ended = program.wait();
    CHECK(ended.status == 0);
    CHECK_THAT(ended.errors, Catch::Contains("is there"));
    const auto first =
        boost::json::parse(ended.output.substr(0, ended.output.find('\n'))).as_object();
    CHECK(first.at("source") == boost::json::string(source));
    CHECK(first.at("format") == "QRCode");
    CHECK(first.at("text") == boost::json::string(dossier));
    CHECK(first.at("kind") == "dossier");
    CHECK(first.at("checked") == false);
    CHECK(first.at("after_ms").as_int64() >= 0);
    CHECK(std::count(ended.output.begin(), ended.output.end(), '\n') == 2);
}

TEST_CASE("motcua-scan --live refuses a source that is none", "[system][live]") {
    Program program("/usr/bin/env", {"LC_ALL=en_GB.UTF-8", MOTCUA_SCAN, "--live", "usb:/dev/x"});
    const Ended& ended = program.wait();
    CHECK(ended.status == 2);
    CHECK_THAT(ended.errors, Catch::Contains("serial:DEVICE"));
    CHECK(ended.output.empty());
}
