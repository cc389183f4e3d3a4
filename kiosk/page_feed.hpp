#pragma once

#include "core/agent/page_hub.hpp"
#include "kiosk/page_state.hpp"
#include "scanner/live/live_scanner.hpp"

#include <string>

namespace kiosk {

/// What the open pages hear by `WS /local/events`: the state, when it has changed, and scans. The
/// server's thread.
class PageFeed {
public:
    explicit PageFeed(const PageState& state);

    /// For HttpHandler::upgrade.
    net::HttpHandler::Upgrade upgrade(const net::HttpRequest& request) {
        return hub_.upgrade(request);
    }

    std::size_t pages() const { return hub_.pages(); }

    /// Tells the state, unless it is the one told last.
    void publish();

    /// A card's data stays here: the pages learn that there was one.
    void tell_scan(const scanner::LiveScan& scan);

private:
    std::string state_message(words::Language language) const;

    PageState state_;
    agent::PageHub hub_;
    std::string told_;
};

} // namespace kiosk
