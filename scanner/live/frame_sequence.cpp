#include "scanner/live/frame_sequence.hpp"

#include "scanner/live/grey_map.hpp"

#include <algorithm>
#include <cassert>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

namespace fs = std::filesystem;

namespace scanner {

namespace {

constexpr std::size_t file_limit = std::size_t{frame_limit_pixels} + 4096;

bool is_picture(const fs::path& name) {
    const std::string extension = name.extension().string();
    return extension == ".pgm" || extension == ".jpg" || extension == ".jpeg";
}

/// Empty when it cannot be read or is larger than any frame.
std::string contents(const fs::path& file) {
    std::error_code failed;
    if (!fs::is_regular_file(file, failed) || fs::file_size(file, failed) > file_limit || failed)
        return {};
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

FrameSequence::FrameSequence(fs::path folder, int frames_a_second, Moment begin)
    : folder_(std::move(folder)), tick_(std::chrono::nanoseconds{std::chrono::seconds{1}}),
      next_(begin) {
    assert(frames_a_second >= 1 && frames_a_second <= most_frames_a_second);
    tick_ /= frames_a_second;
}

Grabbed FrameSequence::grab(Moment now, FrameBuffer& buffer, core::Message& problem) {
    if (now < next_) return Grabbed::nothing;
    if (names_.empty()) {
        if (!look_for_files()) return Grabbed::gone;
        if (names_.empty()) {
            next_ = now + std::max<std::chrono::nanoseconds>(tick_, sequence_idle);
            return Grabbed::nothing;
        }
        next_ = now;
    } else {
        const auto late = std::min<std::int64_t>((now - next_) / tick_,
                                                 static_cast<std::int64_t>(names_.size()) - 1);
        names_.erase(names_.begin(), names_.begin() + late);
        dropped_ += static_cast<int>(late);
        next_ += late * tick_;
    }
    last_ = std::move(names_.front());
    names_.pop_front();
    next_ += tick_;
    if (put(last_, buffer)) return Grabbed::frame;
    problem = {"frame-unreadable", {{"file", last_}}};
    return Grabbed::nothing;
}

bool FrameSequence::look_for_files() {
    std::set<std::string> names;
    std::error_code failed;
    fs::directory_iterator entries(folder_, failed);
    for (; !failed && entries != fs::directory_iterator(); entries.increment(failed)) {
        std::string name = entries->path().filename().string();
        if (name > last_ && is_picture(name)) names.insert(std::move(name));
        if (names.size() > sequence_limit) names.erase(std::prev(names.end()));
    }
    names_.assign(names.begin(), names.end());
    return !failed;
}

bool FrameSequence::put(const std::string& name, FrameBuffer& buffer) {
    const std::string bytes = contents(folder_ / name);
    const auto raw = [](std::string_view text) {
        return std::span(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    };
    FrameShape shape;
    if (const auto map = read_grey_map(bytes)) {
        shape = {FrameFormat::grey, map->width, map->height, static_cast<std::size_t>(map->width)};
        return grey_.put(shape, raw(map->pixels), buffer);
    }
    shape.format = FrameFormat::mjpeg;
    return grey_.put(shape, raw(bytes), buffer);
}

} // namespace scanner
