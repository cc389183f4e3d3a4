#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace core {

/// Carries items from a thread that makes them to the caller's, in order and in bounded memory:
/// what can be worked out beforehand is, while the writer writes.
///
/// The maker gets a function to put items with; it returns false when nobody wants more. What it
/// throws is thrown by take() after the items before it.
template <typename Item>
class BoundedQueue {
public:
    /// Items that change hands at a time, and how many hands may be full.
    static constexpr std::size_t batch_size = 256;
    static constexpr std::size_t batch_limit = 8;

    using Put = std::function<bool(Item)>;

    /// Starts `make` on a thread of its own, which ends before the queue does.
    explicit BoundedQueue(std::function<void(const Put&)> make)
        : thread_([this, make = std::move(make)] { run(make); }) {}

    ~BoundedQueue() {
        {
            const std::lock_guard lock(mutex_);
            abandoned_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }

    BoundedQueue(const BoundedQueue&) = delete;
    BoundedQueue& operator=(const BoundedQueue&) = delete;

    /// The next item; null after the last one. Valid until the next call.
    Item* take() {
        if (next_ == taken_.size() && !refill()) return nullptr;
        return &taken_[next_++];
    }

private:
    using Batch = std::vector<Item>;

    bool refill() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return !batches_.empty() || finished_; });
        if (batches_.empty()) {
            if (failure_) std::rethrow_exception(failure_);
            return false;
        }
        taken_ = std::move(batches_.front());
        batches_.pop_front();
        next_ = 0;
        lock.unlock();
        changed_.notify_all();
        return true;
    }

    void run(const std::function<void(const Put&)>& make) {
        Batch batch;
        std::exception_ptr failure;
        try {
            make([&](Item item) {
                batch.push_back(std::move(item));
                return batch.size() < batch_size || hand_over(batch);
            });
        } catch (...) {
            failure = std::current_exception();
        }
        if (!batch.empty()) hand_over(batch);
        {
            const std::lock_guard lock(mutex_);
            failure_ = failure;
            finished_ = true;
        }
        changed_.notify_all();
    }

    bool hand_over(Batch& batch) {
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [&] { return batches_.size() < batch_limit || abandoned_; });
            if (abandoned_) return false;
            batches_.push_back(std::move(batch));
        }
        changed_.notify_all();
        batch = {};
        batch.reserve(batch_size);
        return true;
    }

    // The caller's own.
    Batch taken_;
    std::size_t next_ = 0;

    // Guarded by mutex_.
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Batch> batches_;
    std::exception_ptr failure_;
    bool finished_ = false;
    bool abandoned_ = false;

    std::thread thread_; // last: it starts when everything else is there
};

} // namespace core
