#pragma once

#include "core/files/file_descriptor.hpp"
#include "scanner/live/device.hpp"
#include "scanner/live/key_scan.hpp"
#include "scanner/live/source_config.hpp"

#include <array>
#include <cstddef>

struct input_event;

namespace scanner {

/// A scanner that acts as a keyboard, read from Linux's input device. ASCII codes only.
class HidDevice final : public Device {
public:
    /// Of a descriptor that does not block and gives `input_event` records.
    explicit HidDevice(files::FileDescriptor events) : events_(std::move(events)) {}

    int descriptor() const override { return events_.get(); }

    std::optional<Moment> wakes_at() const override { return keys_.ends_at(); }

    Taken take(Moment now) override;

private:
    std::optional<Scan> add(const input_event& event, Moment now);

    files::FileDescriptor events_;
    KeyScan keys_;
    std::array<std::byte, 64> cut_{}; ///< of a record that came in pieces
    std::size_t cut_bytes_ = 0;
    bool resyncing_ = false; ///< after the kernel's queue ran over, until its next report
};

/// Opens and grabs the device, so that the scans reach no window.
OpenedDevice open_hid(const SourceConfig& config);

} // namespace scanner
