#pragma once

#include "scanner/live/device.hpp"
#include "scanner/live/frame_reader.hpp"
#include "scanner/live/frame_source.hpp"

namespace scanner {

/// A camera, or what acts as one, with the decoder behind it.
class CameraDevice final : public Device {
public:
    /// Throws std::system_error when no decoding process can be started.
    CameraDevice(std::unique_ptr<FrameSource> frames, std::filesystem::path worker_program)
        : frames_(std::move(frames)), reader_(std::move(worker_program)) {}

    int descriptor() const override { return frames_->descriptor(); }

    std::optional<Moment> wakes_at() const override { return frames_->wakes_at(); }

    Taken take(Moment now) override;

    void interrupt() override { reader_.interrupt(); }

private:
    std::unique_ptr<FrameSource> frames_;
    FrameReader reader_;
};

} // namespace scanner
