#pragma once

#include "core/agent/core_calls.hpp"
#include "core/agent/forwarder.hpp"
#include "core/net/server/http_server.hpp"
#include "core/words/words.hpp"

#include <chrono>
#include <functional>
#include <string>

namespace kiosk {

/// The longest that a touch waits for the core before it gets a leased number: connecting and
/// answering. With the printing a citizen waits 2 s at most.
inline constexpr std::chrono::milliseconds touch_connect_time{500};
inline constexpr std::chrono::milliseconds touch_reply_time{1'000};

/// The limits of what nobody stands and waits for.
net::ClientLimits background_limits();

/// A change that the core makes once for each `key`.
struct CorePost {
    std::string target;
    std::string body; ///< JSON
    std::string key;
    words::Language language{}; ///< that a refusal is said in
};

/// Asks the core as this machine. The server's thread; requests run on threads of its own.
class CoreClient {
public:
    /// On the server's thread; null when the core could not be reached or did not answer in time
    /// (it may have done it nevertheless). May throw: what it throws is logged.
    using Reply = std::function<void(const net::HttpReply*)>;

    /// `replied` is called after each reply. `server`'s run() must have ended before this is
    /// destroyed.
    CoreClient(const net::ServerAddress& core,
               const std::string& key,
               net::HttpServer& server,
               std::function<void()> replied);

    void call(agent::CoreCall call, Reply reply);
    void post(CorePost post, Reply reply);

    /// The same for a citizen who stands and waits: behind no other call, with short limits.
    void post_for_touch(CorePost post, Reply reply);

    /// Hands pages' own requests on.
    const agent::Forwarder& forwarder() const { return forwarder_; }

private:
    void submit(agent::CoreCalls& calls, agent::CoreCall call, Reply reply);

    net::HttpServer& server_;
    std::function<void()> replied_;
    agent::CoreCalls calls_;
    agent::CoreCalls touch_calls_;
    agent::Forwarder forwarder_;
};

} // namespace kiosk
