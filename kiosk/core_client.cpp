#include "kiosk/core_client.hpp"

#include <spdlog/spdlog.h>

#include <exception>
#include <memory>
#include <utility>

namespace kiosk {

using namespace std::chrono_literals;

namespace {

net::ClientLimits touch_limits() {
    net::ClientLimits limits;
    limits.connect_time = touch_connect_time;
    limits.reply_time = touch_reply_time;
    return limits;
}

agent::CoreCall call_of(CorePost post) {
    agent::CoreCall call;
    call.method = "POST";
    call.target = std::move(post.target);
    call.headers = {{"content-type", "application/json"},
                    {"idempotency-key", std::move(post.key)},
                    {"accept-language", std::string(post.language.tag())}};
    call.body = std::move(post.body);
    return call;
}

} // namespace

net::ClientLimits background_limits() {
    net::ClientLimits limits;
    limits.connect_time = 2s;
    limits.reply_time = 10s;
    return limits;
}

CoreClient::CoreClient(const net::ServerAddress& core,
                       const std::string& key,
                       net::HttpServer& server,
                       std::function<void()> replied)
    : server_(server), replied_(std::move(replied)), calls_(core, key, background_limits()),
      touch_calls_(core, key, touch_limits()), forwarder_(calls_) {}

void CoreClient::call(agent::CoreCall call, Reply reply) {
    submit(calls_, std::move(call), std::move(reply));
}

void CoreClient::post(CorePost post, Reply reply) {
    submit(calls_, call_of(std::move(post)), std::move(reply));
}

void CoreClient::post_for_touch(CorePost post, Reply reply) {
    submit(touch_calls_, call_of(std::move(post)), std::move(reply));
}

void CoreClient::submit(agent::CoreCalls& calls, agent::CoreCall call, Reply reply) {
    const auto done = [this, reply = std::move(reply)](net::HttpReply* got) {
        const auto kept = got ? std::make_shared<net::HttpReply>(std::move(*got)) : nullptr;
        server_.post([this, reply, kept] {
            try {
                reply(kept.get());
            } catch (const std::exception& failure) {
                spdlog::error("an answer of the core: {}", failure.what());
            }
            replied_();
        });
    };
    if (!calls.submit(std::move(call), done)) done(nullptr);
}

} // namespace kiosk
