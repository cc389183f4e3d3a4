#pragma once

#include "core/files/file_descriptor.hpp"
#include "scanner/live/debounce.hpp"
#include "scanner/live/live_source.hpp"
#include "scanner/payload.hpp"

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

namespace scanner {

/// How often a source that is not there is tried again, beside what its folder tells.
inline constexpr std::chrono::milliseconds retry_interval{1000};

/// One scan, debounced.
struct LiveScan {
    std::string text; ///< valid UTF-8
    Payload payload;
    std::string source;             ///< its name as configured
    std::optional<Format> format{}; ///< of cameras
    Moment at{};
};

/// All are called on the scanner's thread and must not throw. While they run nothing is read,
/// and stop() waits for them.
struct LiveHandlers {
    std::function<void(const LiveScan& scan)> scanned;

    /// For staff: the source is not there, is back, or sent what is no code. Never holds a scan's
    /// text. Each state is told once.
    std::function<void(const core::Message& message)> said;

    /// The source is there now, or is not and why. May be left out: then `said` is told.
    std::function<void(bool is_there, const core::Message& message)> changed{};
};

/// Reads one source on a thread of its own, from construction to stop(). A source that is missing
/// or was unplugged is looked for until it is there.
class LiveScanner {
public:
    LiveScanner(LiveSource source,
                LiveHandlers handlers,
                std::chrono::milliseconds debounce = debounce_interval);

    /// As stop().
    ~LiveScanner();

    LiveScanner(const LiveScanner&) = delete;
    LiveScanner& operator=(const LiveScanner&) = delete;

    /// Ends the thread, within 200 ms unless a handler takes longer. From any thread but its own;
    /// no handler is called after it.
    void stop();

private:
    /// While it lives, stop() interrupts this device.
    class Interruptible {
    public:
        Interruptible(LiveScanner& scanner, Device& device);
        ~Interruptible();
        Interruptible(const Interruptible&) = delete;
        Interruptible& operator=(const Interruptible&) = delete;

    private:
        LiveScanner& scanner_;
    };

    void run();
    std::unique_ptr<Device> find_device();
    void serve(Device& device);
    void hand_on(Taken taken, Moment at);
    core::Message problem(const core::Message& what) const;
    void tell_state(bool is_there, const core::Message& message);
    void wait(int descriptor, std::optional<Moment> until) const;

    // Constant after construction.
    LiveSource source_;
    LiveHandlers handlers_;
    files::FileDescriptor wake_; ///< readable once stop() was called

    std::atomic<bool> stopping_ = false;

    std::mutex mutex_;         ///< of what follows
    Device* device_ = nullptr; ///< the open one, for interrupt()

    // Of the thread.
    Debounce debounce_;
    core::Message last_said_;

    std::thread thread_; ///< last: it uses all above
};

} // namespace scanner
