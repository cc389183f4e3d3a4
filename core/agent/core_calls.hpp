#pragma once

#include "core/net/client/http_client.hpp"

#include <functional>
#include <memory>
#include <string>

namespace agent {

/// A request to the core.
struct CoreCall {
    std::string method = "GET";
    std::string target; ///< path and query, escaped
    net::Headers headers;
    std::string body;
};

/// Requests to the core, on a few threads with a kept connection each.
class CoreCalls {
public:
    static constexpr std::size_t threads = 4;
    static constexpr std::size_t longest_queue = 64;

    /// `key`, where not empty, is sent as Bearer with each call that has no Authorization itself.
    CoreCalls(net::ServerAddress core, std::string key, net::ClientLimits limits = {});

    /// Ends what runs, after `limits.reply_time` at the latest; what waits is answered with null.
    ~CoreCalls();
    CoreCalls(const CoreCalls&) = delete;
    CoreCalls& operator=(const CoreCalls&) = delete;

    /// Called on a thread of this with the reply, to be read or moved from; null when the core
    /// could not be reached or did not answer in time (a change may have happened nevertheless).
    /// Must not throw.
    using Done = std::function<void(net::HttpReply* reply)>;

    /// False when too much waits already; `done` is then not called. Any thread.
    bool submit(CoreCall call, Done done);

    /// The same and waits; null as above, also when too much waits. Any thread but its own.
    std::unique_ptr<net::HttpReply> ask(CoreCall call);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace agent
