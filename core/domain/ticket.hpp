#pragma once

#include "core/domain/civil_time.hpp"
#include "core/domain/enum_text.hpp"
#include "core/domain/result.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace core {

/// Who is called first (law.md §7). The kiosk takes the citizen's word; the officer looks.
enum class PriorityKind {
    age_80_or_older,
    severely_disabled,
    pregnant,
    child_under_36_months,
    war_invalid,
    other ///< taken at the kiosk without saying which
};

inline constexpr auto priorities =
    enum_text<PriorityKind>("priority",
                            {{PriorityKind::age_80_or_older, "age_80_or_older"},
                             {PriorityKind::severely_disabled, "severely_disabled"},
                             {PriorityKind::pregnant, "pregnant"},
                             {PriorityKind::child_under_36_months, "child_under_36_months"},
                             {PriorityKind::war_invalid, "war_invalid"},
                             {PriorityKind::other, "other"}});

/// Where a ticket is in its day (law.md §7). The last three are final.
enum class TicketState { waiting, called, serving, held, done, no_show, expired };

inline constexpr auto ticket_states = enum_text<TicketState>("ticket_state",
                                                             {{TicketState::waiting, "waiting"},
                                                              {TicketState::called, "called"},
                                                              {TicketState::serving, "serving"},
                                                              {TicketState::held, "held"},
                                                              {TicketState::done, "done"},
                                                              {TicketState::no_show, "no_show"},
                                                              {TicketState::expired, "expired"}});

/// The office's settings of the queue (law.md §7), with the defaults given there.
struct QueueRules {
    /// K: after so many priority calls in a row an ordinary ticket is called, if any waits.
    int priority_calls_in_a_row = 2;
    /// A call not answered for so long may be repeated.
    std::chrono::seconds recall_after{45};
    /// So many unanswered calls, the first included, make a no-show.
    int calls_before_no_show = 3;
    /// A citizen who re-enters lets so many others be called first.
    int reentry_after = 1;
    /// With fewer services finished today nobody can honestly say how long one takes.
    int services_for_estimate = 3;
    /// So long after closing those who wait are still called; then their tickets expire.
    std::chrono::minutes grace_after_closing{0};

    bool operator==(const QueueRules&) const = default;
};

/// Refuses settings that no queue can follow.
Result<void> check_queue_rules(const QueueRules& rules);

/// A citizen sent away for a paper has come back and stands near the head.
struct ReEntry {
    Instant at;
    /// How many other tickets may still be called before this one.
    int lets_pass;

    bool operator==(const ReEntry&) const = default;
};

/// From now to the call.
struct WaitRange {
    std::chrono::seconds low;
    std::chrono::seconds high;

    bool operator==(const WaitRange&) const = default;
};

/// What a citizen is told with the ticket.
struct WaitPromise {
    std::chrono::seconds expected;
    WaitRange range;

    bool operator==(const WaitPromise&) const = default;
};

/// One citizen's place in the queue, from the kiosk to the end of the service.
/// Changed only by `perform` (ticket_life.hpp) and `count_call_ahead` (ticket_queue.hpp).
struct Ticket {
    /// Shown, spoken and printed: `A012`. Keeps its letter through a transfer.
    std::string number;
    /// The printed code, unique for ever, as `number` comes again every day.
    std::string code;
    /// Letter of the service it waits for; another one after a transfer.
    char service = 0;
    std::optional<PriorityKind> priority;
    Instant arrived_at;
    /// Running number over all services of the day: decides between equal arrivals.
    std::int64_t issue_order = 0;

    TicketState state = TicketState::waiting;
    /// The counter it belongs to, from the call on. Kept when done or no-show, as a record.
    std::optional<int> counter;
    /// Calls since it last left the queue; 0 while waiting.
    int calls = 0;
    std::optional<Instant> first_called_at;
    std::optional<Instant> last_called_at;
    /// Start of the present service, or of the last one.
    std::optional<Instant> started_at;
    /// Counter time of the services that ended, over all counters.
    std::chrono::seconds served_for{0};
    std::optional<Instant> ended_at;

    /// While held: a counter sent the citizen away, so a scan brings them near the head.
    bool sent_away = false;
    std::optional<ReEntry> re_entry;
    /// The dossier this visit is about: a returning citizen's from the start.
    std::optional<std::string> dossier_code;
    /// The wait for the first call as it was told on arrival; none where it could not be known.
    std::optional<WaitPromise> promise;

    bool operator==(const Ticket&) const = default;
};

/// `A001`; wider past 999 (law.md §7). Requires a letter A to Z and n >= 1.
std::string make_ticket_number(char letter, int n);

bool is_service_letter(char letter);

/// Whether the citizen may still be served on this ticket. A person has one live ticket at most.
bool is_live(TicketState state);

/// Whether the citizen was called to a counter or is served there: the counter has them.
bool is_at_counter(TicketState state);

/// As stored and sent: `no_show`, `war_invalid`.
std::string_view to_text(TicketState state);
std::string_view to_text(PriorityKind kind);
std::optional<TicketState> parse_ticket_state(std::string_view text);
std::optional<PriorityKind> parse_priority_kind(std::string_view text);

} // namespace core
