#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace server {

/// Threads for work that must not keep the network thread: long reads, hashing passwords.
class Workers {
public:
    Workers(std::size_t threads, std::size_t queue_limit);

    /// Finishes what is queued.
    ~Workers();
    Workers(const Workers&) = delete;
    Workers& operator=(const Workers&) = delete;

    /// False when too much waits already: the caller answers "busy". The work must not throw.
    [[nodiscard]] bool submit(std::function<void()> work);

    std::size_t waiting();

private:
    void run();

    const std::size_t queue_limit_;
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<std::function<void()>> queue_; // guarded by mutex_
    bool stopping_ = false;                   // guarded by mutex_
    std::vector<std::thread> threads_;        // last: they use all of the above
};

} // namespace server
