#pragma once

#include "core/agent/page_hub.hpp"
#include "counter/machine_state.hpp"

#include <functional>
#include <string>

namespace counter {

/// What the open pages hear by `WS /local/events`: this machine's state when it has changed, scans
/// and files. Holds the state. The server's thread.
class PageFeed {
public:
    /// `changed` is called after a state that differs from the one before was told.
    PageFeed(MachineState first, std::function<void()> changed);

    const MachineState& state() const { return state_; }

    /// Makes the state another one, and tells it.
    void update(const std::function<void(MachineState&)>& change);

    void tell(const agent::PageHub::MakeMessage& message) { hub_.tell(message); }

    /// For HttpHandler::upgrade.
    net::HttpHandler::Upgrade upgrade(const net::HttpRequest& request) {
        return hub_.upgrade(request);
    }

private:
    MachineState state_;
    std::function<void()> changed_;
    std::string told_;
    agent::PageHub hub_;
};

} // namespace counter
