#pragma once

#include "core/domain/ticket.hpp"
#include "core/domain/working_calendar.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace core {

/// A ticket that was called, as later waits are told from it.
struct CalledTicket {
    int counter = 0; ///< 0: it was sent elsewhere or away since
    char service = 0;
    bool priority = false;
    Instant arrived_at;
    Instant first_called_at;
    Instant last_called_at;
    std::optional<Instant> ended_at;
    std::optional<WaitPromise> promise;

    bool operator==(const CalledTicket&) const = default;
};

/// How a counter works off tickets of a service, from a call to its next one while people wait.
struct Pace {
    double seconds = 0;    ///< the mean
    double deviation = 0;  ///< of a single one
    double known_from = 0; ///< about so many

    bool operator==(const Pace&) const = default;
};

/// What past calls say about those to come: one day's, or several days'. Working time throughout:
/// a break is no slow service.
class WaitHistory {
public:
    /// The calendar must outlive the object.
    explicit WaitHistory(const WorkingCalendar& calendar) : calendar_(&calendar) {}

    /// The calls of one day, in any order.
    void add_day(std::vector<CalledTicket> calls);

    /// How many calls tell how long a service takes.
    int samples() const;

    /// Calls of the service in that hour of the clock; of any hour without one. The same of all
    /// services with `'\0'`.
    Pace pace(char service, std::optional<int> hour) const;

    /// By how much waits differed from what had been told: the logarithm of one by the other, each
    /// with `slack` more. Of a service, or of all with `'\0'`.
    std::vector<double> errors(char service) const;

    /// How many of a hundred calls went to priority tickets, as a share.
    double priority_share() const;

    /// Whether the counter called somebody in that hour on at least half of the days.
    bool is_usually_open(int counter, int hour) const;

    /// So much is added to both waits before they are compared: a minute more or less means
    /// little to somebody who waits one.
    static constexpr double slack = 120;

private:
    struct Sample {
        char service;
        int hour;
        double seconds;
    };

    struct Error {
        char service;
        double error;
    };

    double worked(Instant from, Instant until) const;
    void add_errors(std::span<const CalledTicket> calls);
    void add_samples(std::span<const CalledTicket> calls);

    const WorkingCalendar* calendar_;
    std::vector<Sample> samples_;
    std::vector<Error> errors_;
    std::map<int, std::map<int, int>> days_open_; // by hour and counter
    int days_ = 0;
    int calls_ = 0;
    int priority_calls_ = 0;
};

} // namespace core
