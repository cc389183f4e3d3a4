#include "scanner/live/hid_device.hpp"

#include <fcntl.h>
#include <linux/input.h>
#include <sys/ioctl.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace scanner {

namespace {

constexpr std::size_t events_at_once = 64;
// A key held for ever must not keep us from stopping.
constexpr int hid_reads_at_once = 16;

} // namespace

Taken HidDevice::take(Moment now) {
    static_assert(sizeof(input_event) <= sizeof cut_);
    Taken taken;
    bool came = false;
    for (int i = 0; i < hid_reads_at_once; ++i) {
        std::byte bytes[events_at_once * sizeof(input_event)];
        std::memcpy(bytes, cut_.data(), cut_bytes_);
        const ssize_t count = read(events_.get(), bytes + cut_bytes_, sizeof bytes - cut_bytes_);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) {
            taken.is_gone = count == 0 || errno != EAGAIN;
            break;
        }
        came = true;
        const std::size_t size = cut_bytes_ + static_cast<std::size_t>(count);
        std::size_t at = 0;
        for (; at + sizeof(input_event) <= size; at += sizeof(input_event)) {
            input_event event{};
            std::memcpy(&event, bytes + at, sizeof event);
            if (auto scan = add(event, now)) taken.add(std::move(*scan));
        }
        cut_bytes_ = size - at;
        std::memcpy(cut_.data(), bytes + at, cut_bytes_);
    }
    if (!came) {
        if (auto scan = keys_.end_if_silent(now)) taken.add(std::move(*scan));
    }
    return taken;
}

std::optional<Scan> HidDevice::add(const input_event& event, Moment now) {
    if (event.type == EV_SYN) {
        if (event.code == SYN_DROPPED) {
            keys_.lose(now);
            resyncing_ = true;
        } else if (event.code == SYN_REPORT) {
            resyncing_ = false;
        }
        return std::nullopt;
    }
    if (event.type != EV_KEY || resyncing_) return std::nullopt;
    const auto action = event.value == 0   ? KeyEvent::Action::released
                        : event.value == 1 ? KeyEvent::Action::pressed
                                           : KeyEvent::Action::repeated;
    return keys_.add({event.code, action}, now);
}

OpenedDevice open_hid(const SourceConfig& config) {
    files::FileDescriptor events(open(config.path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (!events.is_open()) return not_opened(errno);
    // What is no input device, such as a pipe, reaches no window anyway.
    if (ioctl(events.get(), EVIOCGRAB, 1) != 0 && errno != ENOTTY && errno != EINVAL)
        return not_opened(errno);
    return {std::make_unique<HidDevice>(std::move(events)), {}};
}

} // namespace scanner
