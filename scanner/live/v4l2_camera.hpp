#pragma once

#include "core/files/file_descriptor.hpp"
#include "scanner/live/device.hpp"
#include "scanner/live/frame_formats.hpp"
#include "scanner/live/source_config.hpp"

#include <functional>
#include <vector>

namespace scanner {

/// What a camera is asked for; it gives the nearest it can.
inline constexpr int camera_width = 1920;
inline constexpr int camera_height = 1080;

/// Frames that the camera may fill while one is read.
inline constexpr unsigned camera_buffers = 4;

/// A camera that gives no frame for so long hangs, and is opened again.
inline constexpr std::chrono::milliseconds camera_stall{5000};

/// ioctl() of a device: -1 and errno when it fails. A stand-in where there is no camera.
using DeviceControl = std::function<int(int descriptor, unsigned long request, void* argument)>;

/// A camera of Linux (V4L2), its frames in memory that the driver shares with us.
class V4l2Camera final : public FrameSource {
public:
    /// Null with errno set, or a `problem`, when this is no camera that we can use.
    static std::unique_ptr<V4l2Camera>
    open(files::FileDescriptor camera, DeviceControl control, Moment now, core::Message& problem);

    ~V4l2Camera() override;
    V4l2Camera(const V4l2Camera&) = delete;
    V4l2Camera& operator=(const V4l2Camera&) = delete;

    int descriptor() const override { return camera_.get(); }

    std::optional<Moment> wakes_at() const override { return last_frame_ + camera_stall; }

    Grabbed grab(Moment now, FrameBuffer& buffer, core::Message& problem) override;

    const FrameShape& shape() const { return shape_; }

private:
    /// A frame's memory.
    struct Mapped {
        std::uint8_t* bytes = nullptr;
        std::size_t size = 0;
    };

    V4l2Camera(files::FileDescriptor camera, DeviceControl control, Moment now)
        : camera_(std::move(camera)), control_(std::move(control)), last_frame_(now) {}

    bool is_camera() const;
    bool choose_format();
    bool map_buffers();
    bool give_back(unsigned index) const;
    int ask(unsigned long request, void* argument) const;

    files::FileDescriptor camera_;
    DeviceControl control_;
    FrameShape shape_;
    std::vector<Mapped> buffers_;
    Moment last_frame_;
    GreyFrames grey_;
};

/// Opens the camera of this path; the control is that of the system.
std::unique_ptr<FrameSource>
open_v4l2_camera(const SourceConfig& config, Moment now, NotOpened& refusal);

} // namespace scanner
