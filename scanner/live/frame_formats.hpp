#pragma once

#include "scanner/live/frame_source.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace scanner {

/// How a camera packs its frames.
enum class FrameFormat { grey, nv12, yuyv, mjpeg };

/// The shape of a camera's frames. `bytes_per_line` is the distance from a row to the next one,
/// of NV12 that of its grey plane; of MJPEG it means nothing.
struct FrameShape {
    FrameFormat format = FrameFormat::grey;
    int width = 0;
    int height = 0;
    std::size_t bytes_per_line = 0;
};

/// Takes the grey of frames. One thread.
class GreyFrames {
public:
    GreyFrames();

    /// Puts the grey of one frame into the buffer. False when the bytes are too few or, of MJPEG,
    /// broken or larger than `frame_limit_pixels`: cameras cut frames when they start, so that is
    /// no fault to speak of. An MJPEG frame has the size it says itself.
    bool put(const FrameShape& shape, std::span<const std::uint8_t> bytes, FrameBuffer& buffer);

private:
    struct Closer {
        void operator()(void* handle) const;
    };

    bool put_jpeg(std::span<const std::uint8_t> bytes, FrameBuffer& buffer);

    std::unique_ptr<void, Closer> jpeg_;
};

} // namespace scanner
