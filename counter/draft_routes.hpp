#pragma once

#include "core/agent/wall_clock.hpp"
#include "core/net/server/http_server.hpp"
#include "counter/drafts.hpp"
#include "counter/login_resolver.hpp"
#include "counter/work_thread.hpp"

#include <string>

namespace counter {

/// `/local/drafts` and `/local/drafts/{key}`. Answers once the disk has it.
class DraftRoutes {
public:
    /// All must outlive this. `disk` is the only thread that touches the drafts.
    DraftRoutes(Drafts drafts, LoginResolver& logins, WorkThread& disk)
        : drafts_(std::move(drafts)), logins_(logins), disk_(disk) {}

    /// `key` is empty for the list.
    void
    handle(net::HttpRequest request, const std::string& key, const net::Responder& respond) const;

    /// Deletes what is too old, on the disk's thread.
    void clean_up(core::Instant now) const;

private:
    Drafts drafts_;
    LoginResolver& logins_;
    WorkThread& disk_;
};

} // namespace counter
