#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace boost::asio {
class io_context;
}

namespace net {

/// Work that other threads hand to the server's thread. A burst of it wakes the thread once.
/// Outlives the server in the hands of those who may still want to post.
class Mailbox : public std::enable_shared_from_this<Mailbox> {
public:
    explicit Mailbox(boost::asio::io_context& loop) : loop_(&loop) {}

    /// Any thread. Nothing happens when the server is gone.
    void post(std::function<void()> work);

    /// Whether the calling thread is the one that runs the server.
    bool is_on_server_thread() const { return thread_ == std::this_thread::get_id(); }

    void set_server_thread(std::thread::id thread) { thread_ = thread; }

    /// The server goes: drops what waits and all that comes.
    void close();

private:
    void run_all();

    std::atomic<std::thread::id> thread_{};
    std::mutex mutex_;
    // Guarded by mutex_.
    boost::asio::io_context* loop_; ///< null when closed
    std::vector<std::function<void()>> waiting_;
};

} // namespace net
