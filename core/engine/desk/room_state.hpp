#pragma once

#include "core/engine/desk/front_desk.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core {

/// A service as somebody who comes now finds it.
struct ServiceNow {
    const ServiceConfig* service = nullptr; ///< of the office that was asked for
    std::int64_t waiting = 0;
    ServiceOutlook outlook;
};

/// A counter as the room sees it.
struct CounterNow {
    const CounterConfig* counter = nullptr; ///< of the office that was asked for
    bool open = false;
    std::optional<Ticket> ticket; ///< called there or served there
};

/// The room at one moment. With the events after `seq` it can be followed without a gap.
struct RoomState {
    std::int64_t seq = 0;
    Day day;
    std::vector<ServiceNow> services; // as the office lists them
    std::vector<CounterNow> counters; // as the office lists them
    std::vector<StoredTicket> live;   // in order of issue
};

/// `desk` is the front desk of `office`, which must outlive what is returned.
RoomState room_state(BooksView& books, const Office& office, const FrontDesk& desk, Instant now);

/// How many wait at the moment to be called, for whichever service.
std::int64_t count_waiting(BooksView& books, const FrontDesk& desk, Instant now);

} // namespace core
