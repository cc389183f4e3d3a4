#pragma once

#include "core/files/file_descriptor.hpp"
#include "scanner/live/device.hpp"
#include "scanner/live/scan_line.hpp"
#include "scanner/live/source_config.hpp"

namespace scanner {

/// A scanner on a serial line or in USB-COM mode.
class SerialDevice final : public Device {
public:
    /// Of a descriptor that does not block.
    explicit SerialDevice(files::FileDescriptor line) : line_(std::move(line)) {}

    int descriptor() const override { return line_.get(); }

    std::optional<Moment> wakes_at() const override { return scan_.ends_at(); }

    Taken take(Moment now) override;

private:
    files::FileDescriptor line_;
    ScanLine scan_;
};

/// Opens the line raw: 8 bits, no parity, one stop bit, no flow control. What waited in it is
/// thrown away: it was scanned for nobody.
OpenedDevice open_serial(const SourceConfig& config);

} // namespace scanner
