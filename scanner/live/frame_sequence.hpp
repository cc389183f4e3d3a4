#pragma once

#include "scanner/live/device.hpp"
#include "scanner/live/frame_formats.hpp"
#include "scanner/live/source_config.hpp"

#include <deque>
#include <filesystem>

namespace scanner {

/// Files of a folder that are looked at in one go; more are played after these.
inline constexpr std::size_t sequence_limit = 10'000;

/// How often the folder is looked at for files that were added.
inline constexpr std::chrono::milliseconds sequence_idle{100};

/// A folder of pictures that acts as a camera, for tests and demonstration: PGM (raw grey) and
/// JPEG files, in the order of their names, each for one tick. Like a camera it does not wait: a
/// reader that comes late gets the picture of now. After the last one it waits for files with
/// names that follow; move them in when they are whole.
class FrameSequence final : public FrameSource {
public:
    /// The first picture is there at `begin`.
    FrameSequence(std::filesystem::path folder, int frames_a_second, Moment begin);

    int descriptor() const override { return -1; }

    std::optional<Moment> wakes_at() const override { return next_; }

    /// Gone with the folder.
    Grabbed grab(Moment now, FrameBuffer& buffer, core::Message& problem) override;

    /// Pictures that nobody had time for.
    int dropped() const { return dropped_; }

private:
    bool look_for_files();
    bool put(const std::string& name, FrameBuffer& buffer);

    std::filesystem::path folder_;
    std::chrono::nanoseconds tick_;
    Moment next_;
    std::deque<std::string> names_; ///< still to come
    std::string last_;              ///< all names up to it were played
    int dropped_ = 0;
    GreyFrames grey_;
};

} // namespace scanner
