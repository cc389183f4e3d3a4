#include "scanner/live/frame_reader.hpp"

#include "scanner/payload.hpp"

#include <signal.h>
#include <sys/syscall.h>

#include <algorithm>
#include <array>
#include <utility>

namespace scanner {

namespace {

// Ink that is less dark than this, of 255 greys, is not told from a camera's noise.
constexpr int least_contrast = 40;
// Pixels from one that is looked at to the next one: a module of a code has 3 or more.
constexpr int sample_distance = 5;
// A code of 100 x 100 pixels in a frame of 1080p has more ink than this share of all pixels.
constexpr int share_of_ink = 500;

/// Whether there is nothing on the frame that could be ink.
bool is_flat(const PlaneView& plane) {
    std::array<int, 256> counts{};
    int all = 0;
    for (int y = 0; y < plane.height; y += sample_distance) {
        for (int x = 0; x < plane.width; x += sample_distance) ++counts[plane.row(y)[x]];
        all += (plane.width + sample_distance - 1) / sample_distance;
    }
    const int few = all / share_of_ink;
    int darkest = 0;
    for (int below = counts[0]; below <= few && darkest < 255;)
        below += counts[static_cast<std::size_t>(++darkest)];
    int brightest = 255;
    for (int above = counts[255]; above <= few && brightest > 0;)
        above += counts[static_cast<std::size_t>(--brightest)];
    return brightest - darkest < least_contrast;
}

} // namespace

FrameReader::FrameReader(std::filesystem::path worker_program, std::chrono::milliseconds budget)
    : worker_(std::move(worker_program), frame_reading_limit) {
    options_.budget = budget;
}

std::vector<Symbol> FrameReader::read() {
    if (is_flat(buffer_.view())) return {};
    {
        const std::lock_guard lock(mutex_);
        if (interrupted_) return {};
        watch_process();
    }
    auto codes = worker_.read_frame(buffer_.frame(), buffer_.width(), buffer_.height(), options_);
    options_.first = options_.first == Threshold::by_neighbourhood ? Threshold::by_histogram
                                                                   : Threshold::by_neighbourhood;
    if (!codes) return {};
    std::vector<Symbol> symbols = std::move(codes).value().symbols;
    std::stable_partition(symbols.begin(), symbols.end(), [](const Symbol& symbol) {
        return !symbol.guessed && classify_payload(symbol.text).checked;
    });
    return symbols;
}

void FrameReader::interrupt() {
    const std::lock_guard lock(mutex_);
    interrupted_ = true;
    // glibc 2.36 declares the calls in a way that C++ cannot link.
    if (process_.is_open()) syscall(SYS_pidfd_send_signal, process_.get(), SIGKILL, nullptr, 0);
}

void FrameReader::watch_process() {
    if (worker_.process() == watched_ && process_.is_open()) return;
    watched_ = worker_.process();
    process_ = files::FileDescriptor(static_cast<int>(syscall(SYS_pidfd_open, watched_, 0)));
}

} // namespace scanner
