#include "core/agent/event_stream.hpp"

#include "core/net/websocket/web_socket_client.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace agent {

namespace {

// How soon the thread sees that it shall end.
constexpr std::chrono::milliseconds look_interval{250};

/// The `seq` of a message; none when it is no message of the core.
std::optional<std::int64_t> seq_of(std::string_view message) {
    boost::json::error_code error;
    const auto value = boost::json::parse({message.data(), message.size()}, error);
    const boost::json::object* object = value.if_object();
    const boost::json::value* seq = !error && object ? object->if_contains("seq") : nullptr;
    return seq && seq->is_int64() ? std::optional(seq->get_int64()) : std::nullopt;
}

} // namespace

struct EventStream::Impl {
    void run();
    void follow(net::WebSocketClient& socket);
    void tell(bool is_connected);
    void wait(std::chrono::milliseconds time);

    std::string target() const {
        const std::string since = seq ? "&since=" + std::to_string(*seq) : "";
        return "/api/v1/events?topics=" + topics + since;
    }

    // Constant once made.
    net::ServerAddress core;
    std::string key;
    std::string topics;
    EventStreamHandlers handlers;
    net::ClientLimits limits;

    std::atomic<bool> connected{false};
    std::atomic<bool> stopping{false};

    std::mutex mutex; // of `woken`
    std::condition_variable woken;

    // Of the thread.
    std::optional<std::int64_t> seq; ///< of the last message
    std::optional<bool> told;

    std::thread thread; // last: it uses all the others
};

void EventStream::Impl::run() {
    auto pause = first_wait;
    while (!stopping) {
        try {
            net::Headers headers;
            if (!key.empty()) headers.emplace_back("authorization", "Bearer " + key);
            net::WebSocketClient socket(core, target(), headers, limits);
            tell(true);
            pause = first_wait;
            follow(socket);
        } catch (const net::NetError&) {
            // Gone, or never there: what matters of it is told below.
        }
        if (stopping) return;
        tell(false);
        wait(pause);
        pause = std::min(pause * 2, longest_wait);
    }
}

void EventStream::Impl::follow(net::WebSocketClient& socket) {
    while (!stopping) {
        const auto message = socket.read(look_interval);
        if (!message) continue;
        if (const auto its_seq = seq_of(*message)) seq = its_seq;
        handlers.event(*message);
    }
    socket.close();
}

void EventStream::Impl::tell(bool is_connected) {
    connected = is_connected;
    if (std::exchange(told, is_connected) != is_connected) handlers.changed(is_connected);
}

void EventStream::Impl::wait(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex);
    woken.wait_for(lock, time, [this] { return stopping.load(); });
}

EventStream::EventStream(net::ServerAddress core,
                         std::string key,
                         std::string topics,
                         EventStreamHandlers handlers,
                         net::ClientLimits limits)
    : impl_(std::make_unique<Impl>()) {
    impl_->core = std::move(core);
    impl_->key = std::move(key);
    impl_->topics = std::move(topics);
    impl_->handlers = std::move(handlers);
    impl_->limits = limits;
    impl_->thread = std::thread([this] { impl_->run(); });
}

EventStream::~EventStream() {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->stopping = true;
    }
    impl_->woken.notify_all();
    impl_->thread.join();
}

bool EventStream::connected() const { return impl_->connected; }

} // namespace agent
