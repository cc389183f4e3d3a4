#pragma once

#include "core/net/client/client_limits.hpp"
#include "core/net/client/server_address.hpp"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace agent {

/// Called on the stream's thread; must not throw and should return soon.
struct EventStreamHandlers {
    /// Connected (again) or lost. Told once for each change, and once soon after the start.
    std::function<void(bool connected)> changed;

    /// A message of the core's events as it came. After a `reload` everything is to be read anew.
    std::function<void(std::string_view message)> event;
};

/// Follows `/api/v1/events` on a thread of its own from construction to destruction: connects,
/// waits a little longer after each failure (0.2 to 5 s), asks for what was missed by `since`.
class EventStream {
public:
    static constexpr std::chrono::milliseconds first_wait{200};
    static constexpr std::chrono::milliseconds longest_wait{5'000};

    /// `topics` as in the query: `queue,dossiers,office`.
    EventStream(net::ServerAddress core,
                std::string key,
                std::string topics,
                EventStreamHandlers handlers,
                net::ClientLimits limits = {});
    ~EventStream();
    EventStream(const EventStream&) = delete;
    EventStream& operator=(const EventStream&) = delete;

    bool connected() const; ///< any thread

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace agent
