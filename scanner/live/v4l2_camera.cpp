#include "scanner/live/v4l2_camera.hpp"

#include <fcntl.h>
#include <linux/videodev2.h>
#include <sys/ioctl.h>
#include <sys/mman.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace scanner {

namespace {

constexpr std::uint32_t capture = V4L2_BUF_TYPE_VIDEO_CAPTURE;

// A signal may break a call off again and again only where something is wrong.
constexpr int interrupted_calls_limit = 100;

struct WireFormat {
    std::uint32_t code;
    FrameFormat format;
};

// Grey that needs no work first; YUYV last, as cheap cameras send it at 5 frames a second.
constexpr WireFormat wire_formats[] = {
    {V4L2_PIX_FMT_GREY, FrameFormat::grey},
    {V4L2_PIX_FMT_NV12, FrameFormat::nv12},
    {V4L2_PIX_FMT_MJPEG, FrameFormat::mjpeg},
    {V4L2_PIX_FMT_YUYV, FrameFormat::yuyv},
};

v4l2_format wished(std::uint32_t code) {
    v4l2_format format{};
    format.type = capture;
    format.fmt.pix.width = camera_width;
    format.fmt.pix.height = camera_height;
    format.fmt.pix.pixelformat = code;
    format.fmt.pix.field = V4L2_FIELD_NONE;
    return format;
}

std::int64_t pixels(const v4l2_format& format) {
    return std::int64_t{format.fmt.pix.width} * format.fmt.pix.height;
}

/// The shape of frames; none when a driver says what cannot be.
std::optional<FrameShape> to_shape(const v4l2_format& format, FrameFormat kind) {
    if (pixels(format) < 1 || pixels(format) > frame_limit_pixels) return std::nullopt;
    FrameShape shape{kind, static_cast<int>(format.fmt.pix.width),
                     static_cast<int>(format.fmt.pix.height), format.fmt.pix.bytesperline};
    const std::size_t least =
        std::size_t{format.fmt.pix.width} * (kind == FrameFormat::yuyv ? 2 : 1);
    shape.bytes_per_line = std::max(shape.bytes_per_line, least); // some drivers leave it 0
    return shape;
}

v4l2_buffer buffer_at(unsigned index) {
    v4l2_buffer buffer{};
    buffer.type = capture;
    buffer.memory = V4L2_MEMORY_MMAP;
    buffer.index = index;
    return buffer;
}

} // namespace

std::unique_ptr<V4l2Camera> V4l2Camera::open(files::FileDescriptor camera,
                                             DeviceControl control,
                                             Moment now,
                                             core::Message& problem) {
    std::unique_ptr<V4l2Camera> opened(new V4l2Camera(std::move(camera), std::move(control), now));
    if (!opened->is_camera()) {
        problem = "device-no-camera";
        return nullptr;
    }
    if (!opened->choose_format()) {
        problem = "device-camera-format";
        return nullptr;
    }
    int type = static_cast<int>(capture);
    if (!opened->map_buffers() || opened->ask(VIDIOC_STREAMON, &type) != 0) return nullptr;
    return opened;
}

V4l2Camera::~V4l2Camera() {
    int type = static_cast<int>(capture);
    ask(VIDIOC_STREAMOFF, &type); // of one that is gone it fails, which changes nothing
    for (const Mapped& buffer : buffers_) munmap(buffer.bytes, buffer.size);
}

bool V4l2Camera::is_camera() const {
    v4l2_capability can{};
    if (ask(VIDIOC_QUERYCAP, &can) != 0) return false;
    const auto all =
        (can.capabilities & V4L2_CAP_DEVICE_CAPS) != 0 ? can.device_caps : can.capabilities;
    constexpr std::uint32_t needed = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    return (all & needed) == needed;
}

bool V4l2Camera::choose_format() {
    // The first that is as large as any: small frames of a better format read fewer codes.
    const WireFormat* best = nullptr;
    std::int64_t most_pixels = 0;
    for (const WireFormat& each : wire_formats) {
        v4l2_format format = wished(each.code);
        if (ask(VIDIOC_TRY_FMT, &format) != 0 || format.fmt.pix.pixelformat != each.code) continue;
        if (!to_shape(format, each.format) || pixels(format) <= most_pixels) continue;
        best = &each;
        most_pixels = pixels(format);
    }
    if (best == nullptr) return false;
    v4l2_format format = wished(best->code);
    if (ask(VIDIOC_S_FMT, &format) != 0 || format.fmt.pix.pixelformat != best->code) return false;
    const auto shape = to_shape(format, best->format);
    if (shape) shape_ = *shape;
    return shape.has_value();
}

bool V4l2Camera::map_buffers() {
    v4l2_requestbuffers wanted{};
    wanted.count = camera_buffers;
    wanted.type = capture;
    wanted.memory = V4L2_MEMORY_MMAP;
    if (ask(VIDIOC_REQBUFS, &wanted) != 0) return false;
    // A driver may give more or fewer; two are needed to fill one while one is read.
    if (wanted.count < 2) return false;
    for (unsigned i = 0; i < std::min(wanted.count, camera_buffers); ++i) {
        v4l2_buffer buffer = buffer_at(i);
        if (ask(VIDIOC_QUERYBUF, &buffer) != 0) return false;
        void* memory = mmap(nullptr, buffer.length, PROT_READ | PROT_WRITE, MAP_SHARED,
                            camera_.get(), static_cast<off_t>(buffer.m.offset));
        if (memory == MAP_FAILED) return false;
        buffers_.push_back({static_cast<std::uint8_t*>(memory), buffer.length});
        if (!give_back(i)) return false;
    }
    return true;
}

Grabbed V4l2Camera::grab(Moment now, FrameBuffer& buffer, core::Message&) {
    std::optional<v4l2_buffer> newest;
    // Each frame at most once: a driver that never runs dry must not keep us here.
    for (unsigned i = 0; i < camera_buffers; ++i) {
        v4l2_buffer next = buffer_at(0);
        if (ask(VIDIOC_DQBUF, &next) != 0) {
            if (errno == EAGAIN) break;
            return Grabbed::gone;
        }
        if (next.index >= buffers_.size()) return Grabbed::gone; // no driver of sound mind
        if (newest && !give_back(newest->index)) return Grabbed::gone;
        newest = next;
    }
    if (!newest) return now - last_frame_ >= camera_stall ? Grabbed::gone : Grabbed::nothing;
    last_frame_ = now;
    const Mapped& memory = buffers_[newest->index];
    const auto size = std::min<std::size_t>(newest->bytesused, memory.size);
    const bool sound = (newest->flags & V4L2_BUF_FLAG_ERROR) == 0 &&
                       grey_.put(shape_, {memory.bytes, size}, buffer);
    if (!give_back(newest->index)) return Grabbed::gone;
    return sound ? Grabbed::frame : Grabbed::nothing;
}

bool V4l2Camera::give_back(unsigned index) const {
    v4l2_buffer buffer = buffer_at(index);
    return ask(VIDIOC_QBUF, &buffer) == 0;
}

int V4l2Camera::ask(unsigned long request, void* argument) const {
    for (int i = 0; i < interrupted_calls_limit; ++i) {
        const int answer = control_(camera_.get(), request, argument);
        if (answer == 0 || errno != EINTR) return answer;
    }
    return -1;
}

std::unique_ptr<FrameSource>
open_v4l2_camera(const SourceConfig& config, Moment now, NotOpened& refusal) {
    files::FileDescriptor camera(::open(config.path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC));
    if (!camera.is_open()) {
        refusal = not_opened(errno).refusal;
        return nullptr;
    }
    const auto control = [](int descriptor, unsigned long request, void* argument) {
        return ioctl(descriptor, request, argument);
    };
    core::Message problem;
    auto opened = V4l2Camera::open(std::move(camera), control, now, problem);
    if (!opened)
        refusal = problem.code.empty() ? not_opened(errno).refusal : NotOpened{false, problem};
    return opened;
}

} // namespace scanner
