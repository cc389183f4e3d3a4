#pragma once

#include "core/domain/civil_time.hpp"
#include "core/domain/ticket.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kiosk {

/// What a citizen touched. The page makes `touch`, a UUID, when the finger lifts: whatever comes
/// again under it is the same wish.
struct TouchRequest {
    std::string touch;
    char service = 0; ///< 0: the one for fetching results, with `dossier`
    std::optional<core::PriorityKind> priority;
    std::string dossier; ///< code; empty without

    bool operator==(const TouchRequest&) const = default;
};

/// An expected wait in whole minutes.
struct WaitMinutes {
    int low = 0;
    int high = 0;

    bool operator==(const WaitMinutes&) const = default;
};

/// A number for a touch, by the core or out of a leased block.
struct GivenTicket {
    std::string number; ///< `B007`
    std::string code;   ///< `T230103-B007`
    char service = 0;
    std::string service_name;
    core::Instant at;
    std::int64_t lease = 0;   ///< 0: by the core
    std::optional<int> ahead; ///< none: not known, as in all that follows
    std::optional<int> expected_wait_s;
    std::string expected_wait; ///< for people
    /// The same as numbers. The touch log has no room for them: after a restart the text is left.
    std::optional<WaitMinutes> wait{};

    bool is_offline() const { return lease != 0; }

    bool operator==(const GivenTicket&) const = default;
};

/// Where a touch is. A citizen has a ticket when it is `printed` and not before.
enum class TouchState {
    asking,    ///< no number yet
    printing,  ///< has a number; the printer has not said yet what became of it
    printed,   ///< the printer, or a person, says that it is on paper
    failed,    ///< surely not whole on paper
    unknown,   ///< only a person can tell
    refused,   ///< no number: the core said why
    given_back ///< its number is nobody's any more
};

struct Touch {
    TouchRequest request;
    core::Instant at;
    TouchState state = TouchState::asking;
    std::optional<GivenTicket> ticket;
    bool reached_paper = false; ///< a piece of it may have come out: printed again it is marked
    /// The core was asked, did not answer in time, and may have given a number of its own.
    bool is_doubtful = false;
    /// The core has it in its books: given by it, or settled.
    bool is_in_books = false;
    bool give_back_told = false; ///< to the core

    /// The core holds a place in line that nobody has a paper for.
    bool owes_give_back() const {
        return state == TouchState::given_back && is_in_books && !give_back_told;
    }
};

/// Numbers of one service and day that the core will not give to anybody else.
struct Lease {
    std::int64_t id = 0;
    char service = 0;
    core::Day day;
    std::vector<std::string> numbers;
    std::vector<std::string> codes; ///< of the numbers
    std::size_t next = 0;           ///< index of the first number that was never given out
    bool is_settling = false;       ///< nothing is given out of it any more
    bool is_settled = false;        ///< the core knows all that became of it

    bool operator==(const Lease&) const = default;
};

} // namespace kiosk
