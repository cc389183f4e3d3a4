#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace counter {

/// A thread that does one piece of work after the other, in their order.
class WorkThread {
public:
    explicit WorkThread(std::size_t longest_queue);

    /// Ends after the piece at hand; what waits is dropped.
    ~WorkThread();
    WorkThread(const WorkThread&) = delete;
    WorkThread& operator=(const WorkThread&) = delete;

    /// False when too much waits already. `work` must not throw. Any thread.
    bool submit(std::function<void()> work);

private:
    void run();

    const std::size_t longest_queue_;
    std::mutex mutex_;
    std::condition_variable changed_;
    // Guarded by mutex_.
    std::deque<std::function<void()>> waiting_;
    bool stopping_ = false;

    std::thread thread_; // last: it uses all above
};

} // namespace counter
