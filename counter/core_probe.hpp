#pragma once

#include "core/agent/core_calls.hpp"
#include "core/net/server/http_server.hpp"

#include <functional>
#include <utility>

namespace counter {

/// Finds out whether the core answers (`GET /healthz`). The server's thread.
class CoreProbe {
public:
    /// `answered` is told each time. All must outlive this.
    CoreProbe(agent::CoreCalls& core,
              net::HttpServer& server,
              std::function<void(bool online)> answered)
        : core_(core), server_(server), answered_(std::move(answered)) {}

    /// Asks, unless the last answer is still awaited.
    void probe();

private:
    agent::CoreCalls& core_;
    net::HttpServer& server_;
    std::function<void(bool)> answered_;
    bool is_under_way_ = false;
};

} // namespace counter
