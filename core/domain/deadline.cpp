#include "core/domain/deadline.hpp"

#include "core/domain/enum_text.hpp"

#include <algorithm>
#include <cassert>

namespace core {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

constexpr seconds whole_hour{3600};

constexpr auto step_words = enum_text<StepKind>({{StepKind::received, "received"},
                                                 {StepKind::effective, "effective"},
                                                 {StepKind::cutoff, "cutoff"},
                                                 {StepKind::counted, "counted"},
                                                 {StepKind::skipped, "skipped"},
                                                 {StepKind::pause, "pause"},
                                                 {StepKind::roll, "roll"},
                                                 {StepKind::due, "due"}});
constexpr auto outcome_words = enum_text<Outcome>(
    {{Outcome::early, "early"}, {Outcome::on_time, "on_time"}, {Outcome::late, "late"}});

bool past_cutoff(const TimeLimit& limit, LocalTime effective) {
    return limit.half_units == 0 && limit.cutoff &&
           effective - floor<days>(effective) > *limit.cutoff;
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
            add(StepKind::due, effective_, "Thủ tục không quy định thời hạn: không có hạn trả");
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
    void add(StepKind kind, LocalTime at, std::string text) {
        steps_.push_back({kind, to_instant(at), std::move(text)});
    }

    void add_due(LocalTime due) {
        add(StepKind::due, due, "Hạn trả kết quả: " + show_instant(to_instant(due)));
    }

    void skip(Day day) {
        add(StepKind::skipped, day,
            "Bỏ qua " + show_date(day) + ": nghỉ (" + calendar_.why_off(day) + ")");
    }

    void explain_receipt() {
        add(StepKind::received, received_, "Tiếp nhận lúc " + show_instant(to_instant(received_)));
        if (effective_ == received_) {
            add(StepKind::effective, effective_, "Trong giờ làm việc: tính từ lúc tiếp nhận");
            return;
        }
        for (Day day = floor<days>(received_); day < day_; day += days{1}) {
            if (!calendar_.is_working_day(day)) skip(day);
        }
        add(StepKind::effective, effective_,
            "Ngoài giờ làm việc: tính từ " + show_instant(to_instant(effective_)));
    }

    void explain_pause(const Pause& pause, const std::string& effect) {
        add(StepKind::pause, to_local(pause.from),
            "Tạm dừng từ " + show_instant(pause.from) + " đến " + show_instant(*pause.to) + ": " +
                effect);
    }

    void explain_open_pause(std::span<const Pause> pauses) {
        add(StepKind::pause, to_local(pauses.back().from),
            "Đang tạm dừng từ " + show_instant(pauses.back().from) +
                ": chưa có hạn trả cho đến khi tiếp tục giải quyết");
    }

    /// Steps to the next working day, naming every day off on the way.
    void count_working_day(const std::string& label) {
        for (day_ += days{1}; !calendar_.is_working_day(day_); day_ += days{1}) skip(day_);
        add(StepKind::counted, day_, label + ": " + show_weekday(day_) + " " + show_date(day_));
    }

    void explain_working_days(std::span<const Pause> pauses) {
        const int whole = limit_.half_units / 2;
        for (int n = 1; n <= whole; ++n)
            count_working_day("Ngày làm việc thứ " + std::to_string(n));
        if (limit_.half_units % 2 != 0) count_working_day("Nửa ngày cuối, buổi đầu của ngày");
        if (past_cutoff(limit_, effective_)) {
            add(StepKind::cutoff, effective_,
                "Tiếp nhận sau " + format_clock(*limit_.cutoff) + ": trả vào ngày làm việc sau");
            count_working_day("Ngày làm việc sau");
        }
        for (const Pause& pause : pauses) {
            const int more = paused_working_days(calendar_, pause);
            explain_pause(pause, "cộng " + std::to_string(more) + " ngày làm việc");
            for (int n = 1; n <= more; ++n)
                count_working_day("Ngày cộng thêm thứ " + std::to_string(n));
        }
        add_due(end_of_due_day(calendar_, limit_, day_));
    }

    void explain_calendar_days(std::span<const Pause> pauses) {
        day_ += days{limit_.half_units / 2};
        add(StepKind::counted, day_,
            std::to_string(limit_.half_units / 2) +
                " ngày (kể cả ngày nghỉ): " + show_weekday(day_) + " " + show_date(day_));
        for (const Pause& pause : pauses) {
            day_ += paused_calendar_days(pause);
            explain_pause(pause, "cộng " + std::to_string(paused_calendar_days(pause).count()) +
                                     " ngày, đến " + show_date(day_));
        }
        if (!calendar_.is_working_day(day_)) {
            while (!calendar_.is_working_day(day_)) {
                skip(day_);
                day_ += days{1};
            }
            add(StepKind::roll, day_,
                "Ngày cuối là ngày nghỉ: chuyển sang " + show_weekday(day_) + " " +
                    show_date(day_));
        }
        add_due(calendar_.close(day_));
    }

    void explain_working_hours(std::span<const Pause> pauses) {
        seconds left = working_hours(limit_);
        for (const Pause& pause : pauses) {
            const seconds more = paused_working_time(calendar_, pause);
            explain_pause(pause, "cộng " + show_length(more) + " làm việc");
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
                show_weekday(day_) + " " + show_date(day_) + ": " + show_length(today));
        }
        add_due(due);
    }

    static std::string show_length(seconds length) {
        const auto total = std::chrono::ceil<minutes>(length).count();
        std::string text = std::to_string(total / 60) + " giờ";
        if (total % 60 != 0) text += " " + std::to_string(total % 60) + " phút";
        return text;
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

std::string_view to_text(StepKind kind) { return step_words.text(kind); }

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
    const Day due_day = local_date(*due_at);
    const Day resolved_day = local_date(resolved);
    if (resolved_day < due_day) return Outcome::early;
    return resolved_day == due_day ? Outcome::on_time : Outcome::late;
}

std::string_view to_text(Outcome outcome) { return outcome_words.text(outcome); }

std::optional<Outcome> parse_outcome(std::string_view text) { return outcome_words.parse(text); }

} // namespace core
