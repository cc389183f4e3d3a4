#pragma once

#include "core/domain/civil_time.hpp"
#include "core/domain/enum_text.hpp"
#include "core/domain/message.hpp"
#include "core/domain/procedure.hpp"
#include "core/domain/working_calendar.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace core {

/// A stretch in which the office's clock stands (tạm dừng); open while `to` is missing.
struct Pause {
    Instant from;
    std::optional<Instant> to;

    bool operator==(const Pause&) const = default;
};

/// When a dossier counts from, and when it is due.
struct Deadline {
    Instant effective_from;
    std::optional<Instant> due_at; // none for unit `none` and while a pause is open
    bool suspended = false;

    bool operator==(const Deadline&) const = default;
};

/// The deadline by law.md §2 (Bộ luật Dân sự 2015, Đ.147–148; NĐ 23/2015/NĐ-CP Đ.7).
/// `pauses` in order, none overlapping. Throws BeyondCalendar for absurd lengths.
Deadline compute_deadline(const WorkingCalendar& calendar,
                          const TimeLimit& limit,
                          Instant received,
                          std::span<const Pause> pauses);

enum class StepKind { received, effective, cutoff, counted, skipped, pause, roll, due };

inline constexpr auto step_kinds = enum_text<StepKind>("step_kind",
                                                       {{StepKind::received, "received"},
                                                        {StepKind::effective, "effective"},
                                                        {StepKind::cutoff, "cutoff"},
                                                        {StepKind::counted, "counted"},
                                                        {StepKind::skipped, "skipped"},
                                                        {StepKind::pause, "pause"},
                                                        {StepKind::roll, "roll"},
                                                        {StepKind::due, "due"}});

/// One line of a deadline's explanation. `at` is the moment or the start of the day it is about.
struct DeadlineStep {
    StepKind kind{};
    Instant at;
    Message text; // for the officer and the citizen
};

/// The same deadline with every day on the way; the last step is the due instant, or says why
/// there is none. Walks day by day and so checks compute_deadline() rather than repeating it.
std::vector<DeadlineStep> explain_deadline(const WorkingCalendar& calendar,
                                           const TimeLimit& limit,
                                           Instant received,
                                           std::span<const Pause> pauses);

std::string_view to_text(StepKind kind);

enum class Outcome { early, on_time, late };

inline constexpr auto outcomes = enum_text<Outcome>(
    "outcome", {{Outcome::early, "early"}, {Outcome::on_time, "on_time"}, {Outcome::late, "late"}});

/// What is done at an instant against when it was due, both by their dates: on the date itself it
/// is on time, whatever the hour.
Outcome judge_by_date(Instant due, Instant done);

/// A result against its due instant (law.md §3): day units compare dates, working hours the
/// working time left. `due_at` is none for unit `none` only.
Outcome judge_outcome(const WorkingCalendar& calendar,
                      DeadlineUnit unit,
                      std::optional<Instant> due_at,
                      Instant resolved);

std::string_view to_text(Outcome outcome);
std::optional<Outcome> parse_outcome(std::string_view text);

} // namespace core
