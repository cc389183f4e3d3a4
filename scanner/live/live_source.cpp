#include "scanner/live/live_source.hpp"

#include "scanner/live/camera_device.hpp"
#include "scanner/live/frame_sequence.hpp"
#include "scanner/live/hid_device.hpp"
#include "scanner/live/serial_device.hpp"
#include "scanner/live/v4l2_camera.hpp"

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

namespace scanner {

namespace {

OpenedDevice
open_camera(const SourceConfig& config, const std::filesystem::path& worker_program, Moment now) {
    NotOpened refusal;
    auto camera = open_v4l2_camera(config, now, refusal);
    if (!camera) return {nullptr, refusal};
    return {std::make_unique<CameraDevice>(std::move(camera), worker_program), {}};
}

OpenedDevice
open_frames(const SourceConfig& config, const std::filesystem::path& worker_program, Moment now) {
    std::error_code failed;
    if (!std::filesystem::exists(config.path, failed)) return not_opened(ENOENT);
    if (!std::filesystem::is_directory(config.path, failed)) return not_usable("device-no-folder");
    auto frames = std::make_unique<FrameSequence>(config.path, config.rate, now);
    return {std::make_unique<CameraDevice>(std::move(frames), worker_program), {}};
}

OpenedDevice
open_any(const SourceConfig& config, const std::filesystem::path& worker_program, Moment now) {
    switch (config.kind) {
    case SourceKind::serial:
        return open_serial(config);
    case SourceKind::hid:
        return open_hid(config);
    case SourceKind::camera:
        return open_camera(config, worker_program, now);
    case SourceKind::frames:
        return open_frames(config, worker_program, now);
    }
    std::abort();
}

} // namespace

LiveSource live_source(const SourceConfig& config, const std::filesystem::path& worker_program) {
    return {to_text(config), config.path,
            [config, worker_program](Moment now) { return open_any(config, worker_program, now); }};
}

} // namespace scanner
