#pragma once

#include "scanner/live/scan_text.hpp"
#include "scanner/symbol.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace scanner {

/// One text that a device gave.
struct DeviceText {
    std::string text;               ///< valid UTF-8
    std::optional<Format> format{}; ///< where the device tells, which cameras do
    bool guessed = false;           ///< as Symbol::guessed
};

/// What there was to take from a device.
struct Taken {
    std::vector<DeviceText> texts;
    std::vector<core::Message> refusals; ///< what was no scan, and what to do
    bool is_gone = false;                ///< unplugged or broken: close it and look for it again

    void add(Scan scan);
};

/// An open scanner or camera. Used by the thread that opened it, but for interrupt().
class Device {
public:
    Device() = default;
    virtual ~Device() = default;
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;

    /// Polled for input; -1 when the device goes by time alone.
    virtual int descriptor() const = 0;

    /// When take() is to be called though nothing came; none when it need not be.
    virtual std::optional<Moment> wakes_at() const = 0;

    /// Takes what has come, without waiting for more.
    virtual Taken take(Moment now) = 0;

    /// From any thread: lets a take() that is under way end soon.
    virtual void interrupt() {}
};

/// Why a device cannot be used now.
struct NotOpened {
    bool is_missing = true; ///< not plugged in, which is no fault of its settings
    core::Message reason{}; ///< else: what is wrong and what to do
};

/// A device, or why there is none.
struct OpenedDevice {
    std::unique_ptr<Device> device{};
    NotOpened refusal{};
};

/// Called again each time the device is looked for, by the thread that will use it.
using OpenDevice = std::function<OpenedDevice(Moment now)>;

/// Of `errno` after opening a device file failed.
OpenedDevice not_opened(int error);
OpenedDevice not_usable(core::Message reason);

} // namespace scanner
