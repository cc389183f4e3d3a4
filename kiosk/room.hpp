#pragma once

#include "core/domain/civil_time.hpp"
#include "kiosk/ticket_flow.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

struct RoomService {
    char letter = 0;
    std::string name;
    bool returns = false;
    bool is_open = true; ///< unless the core says otherwise
    std::string closed_text;
    std::vector<std::string> fields; ///< of the procedures it takes; `*` is every other field
    std::optional<int> waiting;      ///< none: not known
    std::optional<std::string> expected_wait;
};

struct RoomCounter {
    int number = 0;
    std::string services; ///< letters
};

/// The room as the core last told it (GET /queue).
struct Room {
    std::string office;
    std::string desk;
    bool is_practice = false;
    std::optional<core::Instant> now; ///< the core's clock when it told
    std::vector<RoomService> services;
    std::vector<RoomCounter> counters;

    /// `2, 4`: where a service is called to; empty when nowhere.
    std::string counters_of(char service) const;
    std::vector<ServiceLine> service_lines() const;
};

/// Throws std::exception when it is no answer of the core and no kept room.
Room read_room(std::string_view json);

/// What is needed of it while the core is away: no figure of the queue.
std::string kept_room(const Room& room);

} // namespace kiosk
