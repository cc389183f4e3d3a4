#pragma once

#include "core/domain/ticket.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace core {

/// How long the citizen waited for the first call, or until the end where none came; none while
/// they wait.
std::optional<std::chrono::seconds> waited(const Ticket& ticket);

/// Whether somebody waited as long as was told: in whole minutes, as it is said, both included.
bool is_kept(const WaitPromise& promise, std::chrono::seconds waited);

/// How a queue fares on one day (law.md §7). Every ticket of the day is in exactly one of
/// waiting, serving, held, served, no_show and expired: together they are `issued`.
struct QueueFigures {
    std::int64_t issued = 0;
    std::int64_t waiting = 0; ///< to be called, those who were transferred or came back too
    std::int64_t serving = 0; ///< called to a counter or served there
    std::int64_t held = 0;
    std::int64_t served = 0; ///< done
    std::int64_t no_show = 0;
    std::int64_t expired = 0; ///< still waiting when the day ended

    /// Since when the one who waits longest has been here; none when nobody waits.
    std::optional<std::chrono::seconds> waiting_longest;
    /// From arrival to the first call, of those called.
    std::optional<std::chrono::seconds> wait_median;
    std::optional<std::chrono::seconds> wait_p90;
    /// From start to finish, over all counters of a visit, of those served.
    std::optional<std::chrono::seconds> service_median;
    /// Those called to whom a wait had been told, and those of them who waited as long as told.
    std::int64_t told = 0;
    std::int64_t told_rightly = 0;

    bool operator==(const QueueFigures&) const = default;
};

/// Longer than this in the room is too long.
inline constexpr std::chrono::minutes longest_good_wait{30};

/// Whether somebody waits longer than that.
bool waits_too_long(const QueueFigures& figures);

/// The figures of some of a day's tickets at a moment.
QueueFigures queue_figures(std::span<const Ticket> tickets, Instant now);

/// What one hour of the office's clock saw.
struct HourFigures {
    int hour = 0;
    std::int64_t issued = 0; ///< by arrival
    std::int64_t served = 0; ///< by the end of the service

    bool operator==(const HourFigures&) const = default;
};

/// From the first hour with anything to the last one, none left out.
std::vector<HourFigures> figures_by_hour(std::span<const Ticket> tickets);

/// The middle one, or the mean of the two in the middle; none of nothing.
std::optional<std::chrono::seconds> median(std::vector<std::chrono::seconds> times);

/// The shortest time that at least nine of ten do not exceed; none of nothing.
std::optional<std::chrono::seconds> ninth_decile(std::vector<std::chrono::seconds> times);

} // namespace core
