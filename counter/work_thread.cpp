#include "counter/work_thread.hpp"

#include <utility>

namespace counter {

WorkThread::WorkThread(std::size_t longest_queue)
    : longest_queue_(longest_queue), thread_([this] { run(); }) {}

WorkThread::~WorkThread() {
    std::deque<std::function<void()>> dropped; // destroyed outside the lock
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
        dropped.swap(waiting_);
    }
    changed_.notify_all();
    thread_.join();
}

bool WorkThread::submit(std::function<void()> work) {
    {
        const std::lock_guard lock(mutex_);
        if (stopping_ || waiting_.size() >= longest_queue_) return false;
        waiting_.push_back(std::move(work));
    }
    changed_.notify_one();
    return true;
}

void WorkThread::run() {
    for (;;) {
        std::function<void()> work;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
            if (stopping_) return;
            work = std::move(waiting_.front());
            waiting_.pop_front();
        }
        work();
    }
}

} // namespace counter
