#pragma once

#include "core/net/server/http_server.hpp"
#include "kiosk/connectivity.hpp"
#include "kiosk/core_client.hpp"
#include "kiosk/feedback_outbox.hpp"

#include <filesystem>
#include <set>
#include <string>

namespace kiosk {

/// Takes what citizens write and sends it to the core: kept before it is answered, sent at once or
/// when the core is back. The server's thread.
class FeedbackSender {
public:
    /// `file` is the outbox's. All must outlive this. Throws core::Failure as AppendLog does.
    FeedbackSender(const std::filesystem::path& file,
                   CoreClient& core,
                   const Connectivity& connectivity)
        : outbox_(file), core_(core), connectivity_(connectivity) {}

    /// Answers what the core said of it, or 202 when it is kept for later.
    void take(const net::HttpRequest& request, const net::Responder& respond);

    /// What waits, where the core can be reached. About once a second.
    void tick();

private:
    FeedbackOutbox outbox_;
    CoreClient& core_;
    const Connectivity& connectivity_;
    std::set<std::string> sending_; ///< keys
};

} // namespace kiosk
