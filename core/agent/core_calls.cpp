#include "core/agent/core_calls.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

namespace agent {

namespace {

bool is_authorization(const std::pair<std::string, std::string>& field) {
    constexpr std::string_view name = "authorization";
    return std::equal(
        field.first.begin(), field.first.end(), name.begin(), name.end(),
        [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; });
}

} // namespace

struct CoreCalls::Impl {
    struct Waiting {
        CoreCall call;
        Done done;
    };

    void run();

    net::ServerAddress core;
    std::string key;
    net::ClientLimits limits;

    std::mutex mutex; // guards what follows
    std::condition_variable changed;
    std::deque<Waiting> queue;
    bool stopping = false;

    std::array<std::thread, threads> workers; // last: they use all the others
};

void CoreCalls::Impl::run() {
    net::HttpClient client(core, limits);
    for (;;) {
        Waiting next;
        {
            std::unique_lock lock(mutex);
            changed.wait(lock, [this] { return stopping || !queue.empty(); });
            if (stopping) return;
            next = std::move(queue.front());
            queue.pop_front();
        }
        CoreCall& call = next.call;
        const bool has_own =
            std::any_of(call.headers.begin(), call.headers.end(), is_authorization);
        if (!key.empty() && !has_own) call.headers.emplace_back("authorization", "Bearer " + key);
        std::unique_ptr<net::HttpReply> reply;
        try {
            reply = std::make_unique<net::HttpReply>(
                client.request(call.method, call.target, call.headers, call.body));
        } catch (const net::NetError&) {
            reply.reset(); // the one thing that `done` wants to know
        }
        next.done(reply.get());
    }
}

CoreCalls::CoreCalls(net::ServerAddress core, std::string key, net::ClientLimits limits)
    : impl_(std::make_unique<Impl>()) {
    impl_->core = std::move(core);
    impl_->key = std::move(key);
    impl_->limits = limits;
    for (std::thread& worker : impl_->workers) worker = std::thread([this] { impl_->run(); });
}

CoreCalls::~CoreCalls() {
    {
        const std::lock_guard lock(impl_->mutex);
        impl_->stopping = true;
    }
    impl_->changed.notify_all();
    for (std::thread& worker : impl_->workers) worker.join();
    for (const Impl::Waiting& waiting : impl_->queue) waiting.done(nullptr);
}

bool CoreCalls::submit(CoreCall call, Done done) {
    {
        const std::lock_guard lock(impl_->mutex);
        if (impl_->stopping || impl_->queue.size() >= longest_queue) return false;
        impl_->queue.push_back({std::move(call), std::move(done)});
    }
    impl_->changed.notify_one();
    return true;
}

std::unique_ptr<net::HttpReply> CoreCalls::ask(CoreCall call) {
    std::promise<std::unique_ptr<net::HttpReply>> promise;
    const bool taken = submit(std::move(call), [&promise](net::HttpReply* reply) {
        promise.set_value(reply ? std::make_unique<net::HttpReply>(std::move(*reply)) : nullptr);
    });
    return taken ? promise.get_future().get() : nullptr;
}

} // namespace agent
