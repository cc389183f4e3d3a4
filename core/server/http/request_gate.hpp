#pragma once

#include "core/engine/ports/clock.hpp"
#include "core/server/config.hpp"
#include "core/server/http/feed_message.hpp"
#include "core/server/http/pages.hpp"
#include "core/server/http/people.hpp"
#include "core/server/http/route.hpp"

#include <cstdint>
#include <optional>
#include <variant>

namespace server {

/// What a client of the events may hear, and from which one on.
struct Subscription {
    Caller caller;
    Topics topics{};
    std::optional<std::int64_t> since; ///< none: from now on
};

/// Who may have what: every request passes here before any work is done for it, and is told why
/// not. Belongs to the network thread.
class RequestGate {
public:
    /// All must outlive the gate.
    RequestGate(const Router& router,
                People& people,
                const Pages& pages,
                const Config& config,
                const core::Clock& clock)
        : router_(router), people_(people), pages_(pages), config_(config), clock_(clock) {}

    /// The answer to a request that found no route: a page, or that there is none; none when it
    /// found one.
    std::optional<net::HttpResponse> refuse_path(const net::HttpRequest& request,
                                                 const Router::Match& match) const;

    /// Why the caller may not; none when it may. `stale` is what People::authenticate said.
    std::optional<net::HttpResponse> refuse_caller(const Route& route,
                                                   const net::HttpRequest& request,
                                                   const Caller& caller,
                                                   bool stale) const;

    /// How much body is taken, and where to; a long one is refused before it comes.
    net::BodyPlan plan_body(const net::HttpRequest& head);

    /// A WebSocket is asked for: what it may hear, or why not.
    std::variant<net::HttpResponse, Subscription> admit_listener(const net::HttpRequest& request);

private:
    const Router& router_;
    People& people_;
    const Pages& pages_;
    const Config& config_;
    const core::Clock& clock_;
};

} // namespace server
