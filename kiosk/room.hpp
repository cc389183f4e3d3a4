#pragma once

#include "core/domain/civil_time.hpp"
#include "core/words/words.hpp"
#include "kiosk/ticket_flow.hpp"

#include <boost/json/fwd.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// When tickets are given today: `07:30`.
struct RoomHours {
    std::string from;
    std::string to;
};

/// Why a service gives no tickets: the code of the core's message.
struct RoomClosed {
    std::string code;
    std::vector<RoomHours> hours; ///< empty: not today
};

struct RoomService {
    char letter = 0;
    std::string name;
    bool returns = false;
    bool is_open = true; ///< unless the core says otherwise
    std::string closed_text;
    std::optional<RoomClosed> closed; ///< none: open, or the core only has the text
    std::vector<std::string> fields;  ///< of the procedures it takes; `*` is every other field
    std::optional<int> waiting;       ///< none: not known
    std::optional<std::string> expected_wait;
    std::optional<WaitMinutes> wait; ///< none: not known, or the core only has the text
};

struct RoomCounter {
    int number = 0;
    std::string services; ///< letters
};

/// The room as the core last told it (GET /queue).
struct Room {
    std::string office;
    std::string desk; ///< empty: the core does not say
    bool is_practice = false;
    std::optional<core::Instant> now; ///< the core's clock when it told
    std::vector<RoomService> services;
    std::vector<RoomCounter> counters;

    /// What the desk is called: as every ward's, should the core not say.
    std::string desk_in(words::Language language) const;

    /// `2, 4`: where a service is called to; empty when nowhere.
    std::string counters_of(char service) const;
    std::vector<ServiceLine> service_lines() const;
};

/// The member `expected_wait_minutes` of an answer of the core.
std::optional<WaitMinutes> read_wait(const boost::json::object& from);

/// The same for the page.
boost::json::object wait_json(const WaitMinutes& wait);

/// Throws std::exception when it is no answer of the core and no kept room.
Room read_room(std::string_view json);

/// What is needed of it while the core is away: no figure of the queue.
std::string kept_room(const Room& room);

} // namespace kiosk
