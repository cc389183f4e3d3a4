#pragma once

#include "scanner/live/scan_text.hpp"
#include "scanner/shared_frame.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace scanner {

/// Larger frames are of no camera for a desk, and take longer to read than they come.
inline constexpr int frame_limit_pixels = 4096 * 3072;

/// The one grey picture that the decoding process reads: frames are put straight into it, rows
/// without gaps. One thread.
class FrameBuffer {
public:
    /// Room for a frame of this size, to be filled. Throws std::system_error when there is no
    /// memory. Requires 1 to `frame_limit_pixels` pixels.
    std::uint8_t* room(int width, int height);

    int width() const { return width_; }

    int height() const { return height_; }

    // Require that there was room() before.
    const SharedFrame& frame() const { return *frame_; }

    PlaneView view() const { return {frame_->pixels(), width_, height_, width_}; }

private:
    std::unique_ptr<SharedFrame> frame_;
    int width_ = 0;
    int height_ = 0;
};

/// What a look for a new frame gave.
enum class Grabbed { nothing, frame, gone };

/// An open camera, or what acts as one. One thread.
class FrameSource {
public:
    FrameSource() = default;
    virtual ~FrameSource() = default;
    FrameSource(const FrameSource&) = delete;
    FrameSource& operator=(const FrameSource&) = delete;

    /// As Device has them.
    virtual int descriptor() const = 0;
    virtual std::optional<Moment> wakes_at() const = 0;

    /// Puts the newest frame into the buffer and drops older ones that nobody had time for. Does
    /// not wait. May set `problem` to what is wrong with a frame that cannot be used.
    virtual Grabbed grab(Moment now, FrameBuffer& buffer, core::Message& problem) = 0;
};

} // namespace scanner
