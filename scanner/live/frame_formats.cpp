#include "scanner/live/frame_formats.hpp"

#include <turbojpeg.h>

#include <cassert>
#include <cstring>

namespace scanner {

namespace {

/// Every second byte of a row is grey, the others are colour.
void put_yuyv_row(const std::uint8_t* from, int width, std::uint8_t* to) {
    for (int x = 0; x < width; ++x) to[x] = from[2 * x];
}

std::size_t row_bytes(const FrameShape& shape) {
    return static_cast<std::size_t>(shape.width) * (shape.format == FrameFormat::yuyv ? 2 : 1);
}

} // namespace

void GreyFrames::Closer::operator()(void* handle) const { tjDestroy(handle); }

GreyFrames::GreyFrames() : jpeg_(tjInitDecompress()) {}

bool GreyFrames::put(const FrameShape& shape,
                     std::span<const std::uint8_t> bytes,
                     FrameBuffer& buffer) {
    if (shape.format == FrameFormat::mjpeg) return put_jpeg(bytes, buffer);
    assert(shape.width >= 1 && shape.height >= 1 && shape.bytes_per_line >= row_bytes(shape));
    const auto last_row = static_cast<std::size_t>(shape.height - 1) * shape.bytes_per_line;
    if (bytes.size() < last_row + row_bytes(shape)) return false;
    const auto width = static_cast<std::size_t>(shape.width);
    std::uint8_t* to = buffer.room(shape.width, shape.height);
    const std::uint8_t* from = bytes.data();
    for (int y = 0; y < shape.height; ++y, to += width, from += shape.bytes_per_line) {
        if (shape.format == FrameFormat::yuyv) {
            put_yuyv_row(from, shape.width, to);
        } else {
            std::memcpy(to, from, width);
        }
    }
    return true;
}

bool GreyFrames::put_jpeg(std::span<const std::uint8_t> bytes, FrameBuffer& buffer) {
    int width = 0;
    int height = 0;
    int sampling = 0;
    int colours = 0;
    if (!jpeg_ || bytes.empty() ||
        tjDecompressHeader3(jpeg_.get(), bytes.data(), bytes.size(), &width, &height, &sampling,
                            &colours) != 0) {
        return false;
    }
    if (width < 1 || height < 1 || width > frame_limit_pixels / height) return false;
    if (colours != TJCS_GRAY && colours != TJCS_YCbCr) return false;
    // A warning is a frame with a damaged part, and the codes elsewhere can be read.
    return tjDecompress2(jpeg_.get(), bytes.data(), bytes.size(), buffer.room(width, height), width,
                         0, height, TJPF_GRAY, TJFLAG_LIMITSCANS | TJFLAG_FASTDCT) == 0 ||
           tjGetErrorCode(jpeg_.get()) == TJERR_WARNING;
}

} // namespace scanner
