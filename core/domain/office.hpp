#pragma once

#include "core/domain/result.hpp"
#include "core/domain/ticket.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// An unbroken stretch of opening hours, counted from midnight: `from` < `to` < 24h.
struct WorkingSession {
    std::chrono::minutes from{};
    std::chrono::minutes to{};

    bool operator==(const WorkingSession&) const = default;
};

/// `07:30-11:30`
Result<WorkingSession> parse_working_session(std::string_view text);
std::string format_working_session(WorkingSession session);

/// The sessions of each weekday, Monday first, in order and not overlapping.
using WeekSessions = std::array<std::vector<WorkingSession>, 7>;

/// Counters are numbered from 1 to this: boards and tickets have room for two digits.
inline constexpr int highest_counter_number = 99;

/// A counter of the office and the services it calls, the most wanted first.
struct CounterConfig {
    int number = 0;
    std::string name;
    std::vector<std::string> services; ///< letters of services

    bool operator==(const CounterConfig&) const = default;
};

/// A service of the ticket machine: one queue, one letter.
struct ServiceConfig {
    char letter = 'A';
    std::string name;
    std::vector<std::string> fields;   ///< of the procedures it takes; `*` is every other field
    bool returns = false;              ///< people come to fetch results
    std::optional<WeekSessions> hours; ///< when tickets are given, if not as the office does
    std::optional<int> daily_limit;    ///< tickets a day

    bool operator==(const ServiceConfig&) const = default;
};

/// The office as `office.toml` describes it.
struct Office {
    std::string name;
    std::string desk;
    std::string parent;
    std::string agency_code;
    std::string timezone;
    WeekSessions hours;                    ///< what deadlines count
    std::optional<WeekSessions> reception; ///< when tickets are given, if not during `hours`
    std::vector<CounterConfig> counters;
    std::vector<ServiceConfig> services;
    QueueRules queue;

    bool operator==(const Office&) const = default;
};

} // namespace core
