#include "scanner/shared_frame.hpp"

#include <fcntl.h>
#include <sys/mman.h>

#include <cassert>
#include <cerrno>
#include <cstring>
#include <system_error>

namespace scanner {

namespace {

[[noreturn]] void fail(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

} // namespace

SharedFrame::SharedFrame(std::size_t capacity_bytes) : capacity_(capacity_bytes) {
    assert(capacity_bytes > 0);
    memory_ = files::FileDescriptor(memfd_create("motcua-frame", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!memory_.is_open()) fail("memory for pictures");
    if (ftruncate(memory_.get(), static_cast<off_t>(capacity_)) != 0) fail("memory for pictures");
    if (fcntl(memory_.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
        fail("memory for pictures");
    void* mapped = mmap(nullptr, capacity_, PROT_READ | PROT_WRITE, MAP_SHARED, memory_.get(), 0);
    if (mapped == MAP_FAILED) fail("memory for pictures");
    pixels_ = static_cast<std::uint8_t*>(mapped);
}

SharedFrame::~SharedFrame() { munmap(pixels_, capacity_); }

void SharedFrame::put(const PlaneView& picture) {
    const auto width = static_cast<std::size_t>(picture.width);
    assert(width * static_cast<std::size_t>(picture.height) <= capacity_);
    for (int y = 0; y < picture.height; ++y)
        std::memcpy(pixels_ + static_cast<std::size_t>(y) * width, picture.row(y), width);
}

} // namespace scanner
