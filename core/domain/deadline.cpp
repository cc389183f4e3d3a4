#include "core/domain/deadline.hpp"

#include <algorithm>
#include <cassert>

namespace core {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr seconds whole_hour{3600};

bool past_cutoff(const TimeLimit& limit, LocalTime effective) {
    const auto cutoff = counting_cutoff(limit);
    return cutoff && effective - floor<days>(effective) > *cutoff;
}

/// Working days from the day of effective receipt to the due day, pauses aside.
int working_days_to_count(const TimeLimit& limit, LocalTime effective) {
    const int to_the_half_day = limit.half_units % 2;
    return limit.half_units / 2 + to_the_half_day + (past_cutoff(limit, effective) ? 1 : 0);
}

int paused_working_days(const WorkingCalendar& calendar, const Pause& pause) {
    return calendar.working_days_between(local_date(pause.from), local_date(*pause.to));
}

days paused_calendar_days(const Pause& pause) {
    return local_date(*pause.to) - local_date(pause.from);
}

seconds paused_working_time(const WorkingCalendar& calendar, const Pause& pause) {
    return calendar.working_time_between(to_local(pause.from), to_local(*pause.to));
}

seconds working_hours(const TimeLimit& limit) { return limit.half_units * whole_hour / 2; }

LocalTime end_of_due_day(const WorkingCalendar& calendar, const TimeLimit& limit, Day day) {
    const bool half = limit.unit == DeadlineUnit::working_day && limit.half_units % 2 != 0;
    return half ? calendar.first_session_end(day) : calendar.close(day);
}

LocalTime due_time(const WorkingCalendar& calendar,
                   const TimeLimit& limit,
                   LocalTime effective,
                   std::span<const Pause> pauses) {
    const Day start = floor<days>(effective);
    if (limit.unit == DeadlineUnit::working_hour) {
        seconds total = working_hours(limit);
        for (const Pause& pause : pauses) total += paused_working_time(calendar, pause);
        return calendar.add_working_time(effective, total);
    }
    if (limit.unit == DeadlineUnit::calendar_day) {
        Day day = start + days{limit.half_units / 2};
        for (const Pause& pause : pauses) day += paused_calendar_days(pause);
        return end_of_due_day(calendar, limit, calendar.working_day_from(day));
    }
    int count = working_days_to_count(limit, effective);
    for (const Pause& pause : pauses) count += paused_working_days(calendar, pause);
    return end_of_due_day(calendar, limit, calendar.nth_working_day_after(start, count));
}

bool is_open(std::span<const Pause> pauses) { return !pauses.empty() && !pauses.back().to; }

} // namespace

Deadline compute_deadline(const WorkingCalendar& calendar,
                          const TimeLimit& limit,
                          Instant received,
                          std::span<const Pause> pauses) {
    const LocalTime effective = calendar.effective_receipt(to_local(received));
    Deadline deadline{to_instant(effective), std::nullopt, is_open(pauses)};
    if (deadline.suspended || limit.unit == DeadlineUnit::none) return deadline;
    deadline.due_at = to_instant(due_time(calendar, limit, effective, pauses));
    return deadline;
}

namespace {

/// Writes the steps of one deadline, in the order the clerk would count them on paper.
class Explainer {
public:
    Explainer(const WorkingCalendar& calendar, const TimeLimit& limit, Instant received)
        : calendar_(calendar), limit_(limit), received_(to_local(received)),
          effective_(calendar.effective_receipt(received_)), day_(floor<days>(effective_)) {}

    std::vector<DeadlineStep> explain(std::span<const Pause> pauses) {
        explain_receipt();
        if (is_open(pauses)) {
            explain_open_pause(pauses);
        } else if (limit_.unit == DeadlineUnit::none) {
            add(StepKind::due, effective_, "deadline-without-limit");
        } else if (limit_.unit == DeadlineUnit::working_hour) {
            explain_working_hours(pauses);
        } else if (limit_.unit == DeadlineUnit::calendar_day) {
            explain_calendar_days(pauses);
        } else {
            explain_working_days(pauses);
        }
        return std::move(steps_);
    }

private:
    void add(StepKind kind, LocalTime at, Message message) {
        steps_.push_back({kind, to_instant(at), std::move(message)});
    }

    void add_due(LocalTime due) {
        add(StepKind::due, due, {"deadline-due", {{"due", to_instant(due)}}});
    }

    /// A holiday without a name is skipped like a weekend's day.
    void skip(Day day) {
        const std::string holiday = calendar_.holiday(day);
        add(StepKind::skipped, day,
            holiday.empty()
                ? Message{"deadline-skipped-weekday", {{"weekday", weekday(day)}, {"date", day}}}
                : Message{"deadline-skipped-holiday", {{"date", day}, {"holiday", holiday}}});
    }

    void explain_receipt() {
        add(StepKind::received, received_,
            {"deadline-received", {{"received", to_instant(received_)}}});
        if (effective_ == received_) {
            add(StepKind::effective, effective_, "deadline-from-receipt");
            return;
        }
        for (Day day = floor<days>(received_); day < day_; day += days{1}) {
            if (!calendar_.is_working_day(day)) skip(day);
        }
        add(StepKind::effective, effective_,
            {"deadline-from-next-session", {{"from", to_instant(effective_)}}});
    }

    void explain_open_pause(std::span<const Pause> pauses) {
        add(StepKind::pause, to_local(pauses.back().from),
            {"deadline-pause-open", {{"from", pauses.back().from}}});
    }

    /// Steps to the next working day, naming every day off on the way.
    void step_to_working_day() {
        for (day_ += days{1}; !calendar_.is_working_day(day_); day_ += days{1}) skip(day_);
    }

    void explain_working_days(std::span<const Pause> pauses) {
        const int whole = limit_.half_units / 2;
        for (int n = 1; n <= whole; ++n) {
            step_to_working_day();
            add(StepKind::counted, day_,
                {"deadline-working-day",
                 {{"number", n}, {"weekday", weekday(day_)}, {"date", day_}}});
        }
        if (limit_.half_units % 2 != 0) {
            step_to_working_day();
            add(StepKind::counted, day_,
                {"deadline-half-day", {{"weekday", weekday(day_)}, {"date", day_}}});
        }
        if (past_cutoff(limit_, effective_)) {
            add(StepKind::cutoff, effective_,
                {"deadline-past-cutoff", {{"cutoff", format_clock(*limit_.cutoff)}}});
            step_to_working_day();
            add(StepKind::counted, day_,
                {"deadline-day-after-cutoff", {{"weekday", weekday(day_)}, {"date", day_}}});
        }
        for (const Pause& pause : pauses) explain_paused_working_days(pause);
        add_due(end_of_due_day(calendar_, limit_, day_));
    }

    void explain_paused_working_days(const Pause& pause) {
        const int more = paused_working_days(calendar_, pause);
        add(StepKind::pause, to_local(pause.from),
            {"deadline-pause-working-days",
             {{"from", pause.from}, {"to", *pause.to}, {"days", more}}});
        for (int n = 1; n <= more; ++n) {
            step_to_working_day();
            add(StepKind::counted, day_,
                {"deadline-added-day",
                 {{"number", n}, {"weekday", weekday(day_)}, {"date", day_}}});
        }
    }

    void explain_calendar_days(std::span<const Pause> pauses) {
        day_ += days{limit_.half_units / 2};
        add(StepKind::counted, day_,
            {"deadline-calendar-days",
             {{"days", limit_.half_units / 2}, {"weekday", weekday(day_)}, {"date", day_}}});
        for (const Pause& pause : pauses) {
            const days more = paused_calendar_days(pause);
            day_ += more;
            add(StepKind::pause, to_local(pause.from),
                {"deadline-pause-calendar-days",
                 {{"from", pause.from},
                  {"to", *pause.to},
                  {"days", std::int64_t{more.count()}},
                  {"until", day_}}});
        }
        if (!calendar_.is_working_day(day_)) {
            while (!calendar_.is_working_day(day_)) {
                skip(day_);
                day_ += days{1};
            }
            add(StepKind::roll, day_,
                {"deadline-rolled", {{"weekday", weekday(day_)}, {"date", day_}}});
        }
        add_due(calendar_.close(day_));
    }

    void explain_working_hours(std::span<const Pause> pauses) {
        seconds left = working_hours(limit_);
        for (const Pause& pause : pauses) {
            const seconds more = paused_working_time(calendar_, pause);
            add(StepKind::pause, to_local(pause.from),
                {"deadline-pause-working-hours",
                 {{"from", pause.from}, {"to", *pause.to}, {"hours", hours_of(more)}}});
            left += more;
        }
        LocalTime due = effective_;
        for (; left.count() > 0; day_ += days{1}) {
            if (!calendar_.is_working_day(day_)) {
                skip(day_);
                continue;
            }
            const LocalTime from = std::max(effective_, LocalTime{day_});
            const seconds today =
                std::min(left, calendar_.working_time_between(from, day_ + days{1}));
            left -= today;
            due = calendar_.add_working_time(from, today);
            add(StepKind::counted, day_,
                {"deadline-working-hours",
                 {{"weekday", weekday(day_)}, {"date", day_}, {"hours", hours_of(today)}}});
        }
        add_due(due);
    }

    static Term weekday(Day day) { return {"weekday", std::string(weekday_name(day))}; }

    /// Whole hours, or hours and the minutes begun, as part of a step.
    static std::vector<Message> hours_of(seconds length) {
        const std::int64_t total = std::chrono::ceil<minutes>(length).count();
        if (total % 60 == 0) return {{"length-in-hours", {{"hours", total / 60}}}};
        return {{"length-in-hours-and-minutes", {{"hours", total / 60}, {"minutes", total % 60}}}};
    }

    const WorkingCalendar& calendar_;
    const TimeLimit& limit_;
    LocalTime received_;
    LocalTime effective_;
    Day day_;
    std::vector<DeadlineStep> steps_;
};

} // namespace

std::vector<DeadlineStep> explain_deadline(const WorkingCalendar& calendar,
                                           const TimeLimit& limit,
                                           Instant received,
                                           std::span<const Pause> pauses) {
    return Explainer(calendar, limit, received).explain(pauses);
}

std::string_view to_text(StepKind kind) { return step_kinds.text(kind); }

Outcome judge_by_date(Instant due, Instant done) {
    const Day due_day = local_date(due);
    const Day day = local_date(done);
    if (day == due_day) return Outcome::on_time;
    return day < due_day ? Outcome::early : Outcome::late;
}

Outcome judge_outcome(const WorkingCalendar& calendar,
                      DeadlineUnit unit,
                      std::optional<Instant> due_at,
                      Instant resolved) {
    if (unit == DeadlineUnit::none) return Outcome::on_time;
    assert(due_at && "a suspended dossier is resumed before it is resolved");
    if (unit == DeadlineUnit::working_hour) {
        if (resolved > *due_at) return Outcome::late;
        const seconds left = calendar.working_time_between(to_local(resolved), to_local(*due_at));
        return left >= whole_hour ? Outcome::early : Outcome::on_time;
    }
    return judge_by_date(*due_at, resolved);
}

std::string_view to_text(Outcome outcome) { return outcomes.text(outcome); }

std::optional<Outcome> parse_outcome(std::string_view text) { return outcomes.parse(text); }

} // namespace core
