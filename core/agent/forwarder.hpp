#pragma once

#include "core/agent/core_calls.hpp"
#include "core/net/http_message.hpp"

#include <string>

namespace agent {

/// Hands a page's request on to the core and its answer back to the page: method, target, body,
/// and of the headers those of content, cookies, conditions, language, Authorization,
/// Idempotency-Key and X-Counter; of the answer all but those between two hops. A core that cannot
/// be reached is answered 502 with a problem of type `urn:motcua:problem:core-away`, too many at
/// once 503.
class Forwarder {
public:
    /// What a page may send at once: an attachment.
    static constexpr std::size_t body_limit_bytes = std::size_t{21} << 20;

    /// `calls` must outlive what is forwarded. Give it a key where pages speak as this machine
    /// (kiosk, board), none where they carry an officer's own cookie (counter).
    explicit Forwarder(CoreCalls& calls) : calls_(calls) {}

    void forward(net::HttpRequest request, const net::Responder& respond) const;

private:
    CoreCalls& calls_;
};

} // namespace agent
