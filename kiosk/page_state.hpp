#pragma once

#include "kiosk/connectivity.hpp"
#include "kiosk/core_cache.hpp"
#include "kiosk/core_clock.hpp"
#include "kiosk/devices.hpp"
#include "kiosk/ticket_issuer.hpp"

#include <string>

namespace kiosk {

/// What the pages are shown of the kiosk: read when it is told. All must outlive this.
struct PageState {
    const CoreClock& clock;
    const Connectivity& connectivity;
    const CoreCache& cache;
    const Devices& devices;
    const TicketIssuer& tickets;

    /// JSON (contract of `GET /local/state`). Sentences are in `language`; a code stands beside
    /// each for pages in another one. The moment is left out where states are compared.
    std::string to_json(words::Language language, bool with_now) const;
};

} // namespace kiosk
