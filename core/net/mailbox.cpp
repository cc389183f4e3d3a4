#include "core/net/mailbox.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <utility>

namespace net {

void Mailbox::post(std::function<void()> work) {
    const std::lock_guard lock(mutex_);
    if (loop_ == nullptr) return;
    waiting_.push_back(std::move(work));
    if (waiting_.size() > 1) return; // the thread has been woken and not looked yet
    boost::asio::post(*loop_, [self = shared_from_this()] { self->run_all(); });
}

void Mailbox::run_all() {
    std::vector<std::function<void()>> work;
    {
        const std::lock_guard lock(mutex_);
        work.swap(waiting_);
    }
    for (auto& piece : work) std::exchange(piece, nullptr)();
}

void Mailbox::close() {
    std::vector<std::function<void()>> dropped; // destroyed outside the lock: it may post again
    const std::lock_guard lock(mutex_);
    loop_ = nullptr;
    dropped.swap(waiting_);
}

} // namespace net
