#pragma once

#include "core/files/file_descriptor.hpp"
#include "scanner/plane.hpp"

#include <cstddef>
#include <cstdint>

namespace scanner {

/// Memory that a grey picture is put into and that the worker process reads without a copy. Its
/// size is sealed: a worker gone mad cannot cut it off under us.
class SharedFrame {
public:
    /// Throws std::system_error when there is no memory. Requires room for a pixel.
    explicit SharedFrame(std::size_t capacity_bytes);
    ~SharedFrame();
    SharedFrame(const SharedFrame&) = delete;
    SharedFrame& operator=(const SharedFrame&) = delete;

    std::size_t capacity_bytes() const { return capacity_; }

    std::uint8_t* pixels() { return pixels_; }

    int descriptor() const { return memory_.get(); }

    /// Copies a picture in, rows without gaps. Requires that it fits.
    void put(const PlaneView& picture);

private:
    std::size_t capacity_;
    files::FileDescriptor memory_;
    std::uint8_t* pixels_ = nullptr;
};

} // namespace scanner
