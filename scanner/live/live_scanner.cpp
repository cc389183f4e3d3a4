#include "scanner/live/live_scanner.hpp"

#include "core/domain/failure.hpp"
#include "scanner/live/folder_watch.hpp"

#include <poll.h>
#include <sys/eventfd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstdint>
#include <exception>
#include <system_error>
#include <utility>

namespace scanner {

namespace {

using Clock = std::chrono::steady_clock;

// A device that is there and fails at once must not keep a processor busy.
constexpr std::chrono::milliseconds pause_after_loss{100};

// A folder where much happens, such as /dev, must not either.
constexpr std::chrono::milliseconds pause_between_tries{20};

/// What makes two sightings the same code: a dossier's QR code and its Code 128 are one.
std::string identity(const LiveScan& scan) {
    if (scan.payload.code.empty()) return scan.text;
    return std::string(to_text(scan.payload.kind)) + ":" + scan.payload.code;
}

/// poll()'s time-out, rounded up: rounded down it would turn idly for a millisecond.
int poll_time(std::optional<Moment> until) {
    if (!until) return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*until - Clock::now()).count();
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, 60'000));
}

} // namespace

LiveScanner::LiveScanner(LiveSource source,
                         LiveHandlers handlers,
                         std::chrono::milliseconds debounce)
    : source_(std::move(source)), handlers_(std::move(handlers)),
      wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)), debounce_(debounce) {
    if (!wake_.is_open())
        throw std::system_error(errno, std::generic_category(), "start of a live scanner");
    thread_ = std::thread([this] { run(); });
}

LiveScanner::~LiveScanner() { stop(); }

void LiveScanner::stop() {
    if (!thread_.joinable()) return;
    assert(thread_.get_id() != std::this_thread::get_id());
    stopping_ = true;
    eventfd_write(wake_.get(), 1);
    {
        const std::lock_guard lock(mutex_);
        if (device_ != nullptr) device_->interrupt();
    }
    thread_.join();
}

void LiveScanner::run() {
    while (!stopping_) {
        try {
            const auto device = find_device();
            if (!device) return;
            tell_state(true, {"scanner-connected", {{"source", source_.name}}});
            serve(*device);
        } catch (const std::exception& failure) {
            // The decoder's process cannot be started, or there is no memory: that may pass.
            if (!stopping_)
                tell_state(false,
                           {"scanner-failed",
                            {{"source", source_.name}, {"reason", core::reason_of(failure)}}});
        }
        wait(-1, Clock::now() + pause_after_loss);
    }
}

/// The device, once it is there; null when it is time to stop.
std::unique_ptr<Device> LiveScanner::find_device() {
    while (!stopping_) {
        FolderWatch watch(source_.watched); // before the look, so that nothing falls between
        OpenedDevice opened = source_.open(Clock::now());
        if (opened.device) return std::move(opened.device);
        tell_state(false, opened.refusal.is_missing
                              ? core::Message("scanner-unplugged", {{"source", source_.name}})
                              : problem(opened.refusal.reason));
        wait(watch.descriptor(), Clock::now() + retry_interval);
        wait(-1, Clock::now() + pause_between_tries);
    }
    return nullptr;
}

void LiveScanner::serve(Device& device) {
    const Interruptible open(*this, device);
    while (!stopping_) {
        wait(device.descriptor(), device.wakes_at());
        if (stopping_) return;
        const Moment now = Clock::now();
        Taken taken = device.take(now);
        const bool is_gone = taken.is_gone;
        hand_on(std::move(taken), now);
        if (is_gone) return;
    }
}

void LiveScanner::hand_on(Taken taken, Moment at) {
    for (const core::Message& refusal : taken.refusals) {
        if (stopping_) return;
        handlers_.said(problem(refusal));
    }
    for (DeviceText& text : taken.texts) {
        if (stopping_) return;
        LiveScan scan;
        scan.payload = text.guessed ? Payload{} : classify_payload(text.text);
        scan.text = std::move(text.text);
        scan.source = source_.name;
        scan.format = text.format;
        scan.at = at;
        if (debounce_.is_new(identity(scan), at)) handlers_.scanned(scan);
    }
}

core::Message LiveScanner::problem(const core::Message& what) const {
    return {"scanner-problem",
            {{"source", source_.name}, {"problem", std::vector<core::Message>{what}}}};
}

void LiveScanner::tell_state(bool is_there, const core::Message& message) {
    if (message == std::exchange(last_said_, message)) return;
    if (handlers_.changed) return handlers_.changed(is_there, message);
    handlers_.said(message);
}

void LiveScanner::wait(int descriptor, std::optional<Moment> until) const {
    pollfd waited[] = {{wake_.get(), POLLIN, 0}, {descriptor, POLLIN, 0}};
    poll(waited, 2, poll_time(until)); // of -1 it looks away
}

LiveScanner::Interruptible::Interruptible(LiveScanner& scanner, Device& device)
    : scanner_(scanner) {
    const std::lock_guard lock(scanner_.mutex_);
    scanner_.device_ = &device;
    // stop() may have looked for the device before it was here.
    if (scanner_.stopping_) device.interrupt();
}

LiveScanner::Interruptible::~Interruptible() {
    const std::lock_guard lock(scanner_.mutex_);
    scanner_.device_ = nullptr;
}

} // namespace scanner
