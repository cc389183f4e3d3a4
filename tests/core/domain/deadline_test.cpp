#include "core/domain/deadline.hpp"
#include "tests/support/office_samples.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/random.hpp"
#include "tests/support/random_samples.hpp"
#include "tests/support/week.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

using namespace std::chrono_literals;
using core::Day;
using core::DeadlineUnit;
using core::Instant;
using core::LocalTime;
using core::Pause;
using core::StepKind;
using core::TimeLimit;
using core::WorkingCalendar;
using samples::at;
using samples::calendar_days;
using samples::date;
using samples::friday;
using samples::half_day_calendar;
using samples::monday;
using samples::next_monday;
using samples::reference_calendar;
using samples::saturday;
using samples::thursday;
using samples::tuesday;
using samples::wednesday;
using samples::working_days;
using samples::working_hours;
using std::chrono::days;
using std::chrono::floor;
using std::chrono::seconds;
using Pauses = std::vector<Pause>;

namespace {

constexpr auto noon = 11h + 30min; // the first session's end
constexpr auto closing = 17h;

std::optional<Instant> due(const TimeLimit& limit, Instant received, const Pauses& pauses = {}) {
    return core::compute_deadline(reference_calendar(), limit, received, pauses).due_at;
}

std::optional<Instant> due_with_half_days(const TimeLimit& limit, Instant received) {
    return core::compute_deadline(half_day_calendar(), limit, received, {}).due_at;
}

std::vector<StepKind> kinds(const std::vector<core::DeadlineStep>& steps) {
    std::vector<StepKind> kinds;
    kinds.reserve(steps.size());
    for (const auto& step : steps) kinds.push_back(step.kind);
    return kinds;
}

std::vector<core::DeadlineStep>
explained(const TimeLimit& limit, Instant received, const Pauses& pauses = {}) {
    return core::explain_deadline(reference_calendar(), limit, received, pauses);
}

// The rules of law.md §2 once more, counted on paper: day by day and session by session, from
// the calendar's sessions alone. Slow, and independent of what it checks.

bool is_worked(const WorkingCalendar& office, Day day) { return !office.sessions(day).empty(); }

LocalTime effective_on_paper(const WorkingCalendar& office, LocalTime received) {
    for (Day day = floor<days>(received);; day += days{1}) {
        for (const auto& session : office.sessions(day)) {
            if (received < day + session.to)
                return std::max<LocalTime>(received, day + session.from);
        }
    }
}

seconds worked_on_paper(const WorkingCalendar& office, LocalTime from, LocalTime to) {
    seconds worked{0};
    for (Day day = floor<days>(from); day <= floor<days>(to); day += days{1}) {
        for (const auto& session : office.sessions(day)) {
            const LocalTime begin = std::max<LocalTime>(from, day + session.from);
            const LocalTime end = std::min<LocalTime>(to, day + session.to);
            if (begin < end) worked += end - begin;
        }
    }
    return worked;
}

LocalTime after_hours_on_paper(const WorkingCalendar& office, LocalTime from, seconds amount) {
    if (amount == 0s) return from;
    for (Day day = floor<days>(from);; day += days{1}) {
        for (const auto& session : office.sessions(day)) {
            const LocalTime begin = std::max<LocalTime>(from, day + session.from);
            const LocalTime end = day + session.to;
            if (begin >= end) continue;
            if (amount <= end - begin) return begin + amount;
            amount -= end - begin;
        }
    }
}

int worked_days_on_paper(const WorkingCalendar& office, Day from, Day until) {
    int worked = 0;
    for (Day day = from; day < until; day += days{1}) worked += is_worked(office, day);
    return worked;
}

Day after_working_days_on_paper(const WorkingCalendar& office, Day day, int count) {
    while (count > 0) {
        day += days{1};
        if (is_worked(office, day)) --count;
    }
    return day;
}

LocalTime due_on_paper(const WorkingCalendar& office,
                       const TimeLimit& limit,
                       Instant received,
                       const Pauses& pauses) {
    const LocalTime effective = effective_on_paper(office, core::to_local(received));
    Day day = floor<days>(effective);
    seconds hours = limit.half_units * 1800s;
    int more_working_days = 0;
    days more_days{0};
    for (const Pause& pause : pauses) {
        const LocalTime from = core::to_local(pause.from);
        const LocalTime to = core::to_local(*pause.to);
        hours += worked_on_paper(office, from, to);
        more_working_days += worked_days_on_paper(office, floor<days>(from), floor<days>(to));
        more_days += floor<days>(to) - floor<days>(from);
    }
    if (limit.unit == DeadlineUnit::working_hour)
        return after_hours_on_paper(office, effective, hours);
    if (limit.unit == DeadlineUnit::calendar_day) {
        day += days{limit.half_units / 2} + more_days;
        while (!is_worked(office, day)) day += days{1};
        return day + office.sessions(day).back().to;
    }
    const bool half = limit.half_units % 2 == 1;
    const bool next_day =
        limit.half_units == 0 && limit.cutoff && effective > LocalTime{day + *limit.cutoff};
    day = after_working_days_on_paper(office, day, limit.half_units / 2);
    day = after_working_days_on_paper(office, day, half || next_day ? 1 : 0);
    day = after_working_days_on_paper(office, day, more_working_days);
    const auto& sessions = office.sessions(day);
    return day + (half ? sessions.front().to : sessions.back().to);
}

/// One random dossier's question.
struct Question {
    const WorkingCalendar& office;
    TimeLimit limit;
    Instant received;
    Pauses pauses;

    std::optional<Instant> due() const {
        return core::compute_deadline(office, limit, received, pauses).due_at;
    }
};

Question random_question(Random& random) {
    const Instant received =
        samples::random_moment(random, samples::first_random_day, samples::last_random_day);
    Question question{random.pick(samples::some_calendars()), samples::random_limit(random),
                      received, samples::random_pauses(random, received, 3)};
    if (question.limit.unit == DeadlineUnit::working_day && random.one_in(2)) {
        if (random.one_in(2)) question.limit.half_units = 0;
        question.limit.cutoff = 30min * random.between(16, 34);
    }
    return question;
}

} // namespace

TEST_CASE("three working days go over a long holiday to a made-up Saturday", "[domain][deadline]") {
    CHECK(due(working_days(3), at(date(2024, 4, 26), 9h)) == at(date(2024, 5, 4), closing));
}

TEST_CASE("seven working days step over one holiday", "[domain][deadline]") {
    CHECK(due(working_days(7), at(date(2026, 11, 20), 9h)) == at(date(2026, 12, 2), closing));
}

TEST_CASE("fifteen calendar days that end on a holiday roll to the next working day",
          "[domain][deadline]") {
    CHECK(due(calendar_days(15), at(date(2026, 8, 17), 9h)) == at(date(2026, 9, 3), closing));
}

TEST_CASE("same-day work received after the cutoff is due the next working day",
          "[domain][deadline]") {
    const TimeLimit same_day = working_days(0, 15h);
    const Day before_new_year = date(2026, 2, 13);
    CHECK(due(same_day, at(before_new_year, 15h + 30min)) == at(date(2026, 2, 23), closing));
    CHECK(due(same_day, at(before_new_year, 15h)) == at(before_new_year, closing));
    CHECK(due(same_day, at(before_new_year, 15h + 1s)) == at(date(2026, 2, 23), closing));
    CHECK(due(same_day, at(before_new_year, 8h)) == at(before_new_year, closing));
}

TEST_CASE("a supplement asked on Monday and brought on Wednesday adds two days",
          "[domain][deadline]") {
    const Pauses pauses = {{at(monday, 9h), at(wednesday, 9h)}};
    CHECK(due(working_days(3), at(monday, 8h), pauses) == at(next_monday, closing));
    CHECK(due(working_days(1), at(monday, 8h), pauses) == at(thursday, closing));
}

TEST_CASE("the first working day of a dossier sent at 22:00 on Friday is Tuesday",
          "[domain][deadline]") {
    const auto deadline =
        core::compute_deadline(reference_calendar(), working_days(1), at(friday, 22h), {});
    CHECK(deadline.effective_from == at(next_monday, 7h + 30min));
    CHECK(deadline.due_at == at(next_monday + days{1}, closing));
    CHECK_FALSE(deadline.suspended);
}

TEST_CASE("working days are due at the close of the n-th day after receipt", "[domain][deadline]") {
    CHECK(due(working_days(0), at(monday, 9h)) == at(monday, closing));
    CHECK(due(working_days(1), at(monday, 9h)) == at(tuesday, closing));
    CHECK(due(working_days(5), at(monday, 9h)) == at(next_monday, closing));
    CHECK(due(working_days(1), at(saturday, 9h)) == at(next_monday + days{1}, closing));
    CHECK(due(working_days(0), at(monday, closing)) == at(tuesday, closing));
    CHECK(due(working_days(0), at(monday, closing - 1s)) == at(monday, closing));
}

TEST_CASE("a half day is due at the end of the first session after the whole days",
          "[domain][deadline]") {
    CHECK(due(working_days(2.5), at(monday, 9h)) == at(thursday, noon));
    CHECK(due(working_days(0.5), at(monday, 9h)) == at(tuesday, noon));
    CHECK(due(working_days(7.5), at(date(2026, 11, 20), 9h)) == at(date(2026, 12, 3), noon));
    CHECK(due(working_days(4.5), at(monday, 16h)) == at(next_monday, noon));
}

TEST_CASE("a half day that falls on a day with one session ends with it", "[domain][deadline]") {
    CHECK(due_with_half_days(working_days(1.5), at(monday, 9h)) == at(wednesday, noon));
    CHECK(due_with_half_days(working_days(3.5), at(monday, 9h)) == at(friday, 15h));
    CHECK(due_with_half_days(working_days(4.5), at(monday, 9h)) == at(saturday, noon));
}

TEST_CASE("a day is due at its own close", "[domain][deadline]") {
    CHECK(due_with_half_days(working_days(2), at(monday, 9h)) == at(wednesday, noon));
    CHECK(due_with_half_days(working_days(4), at(monday, 9h)) == at(friday, 15h));
    CHECK(due_with_half_days(working_days(5), at(monday, 9h)) == at(saturday, noon));
    CHECK(due_with_half_days(calendar_days(6), at(monday, 9h)) == at(next_monday, closing));
}

TEST_CASE("a made-up Sunday counts and closes like a Monday", "[domain][deadline]") {
    const Day closed_tuesday = date(2023, 3, 14);
    CHECK(due_with_half_days(working_days(1), at(closed_tuesday - days{1}, 9h)) ==
          at(closed_tuesday + days{1}, noon));
    CHECK(due_with_half_days(working_days(1), at(date(2023, 3, 18), 9h)) ==
          at(date(2023, 3, 19), closing));
}

TEST_CASE("the cutoff is measured by the effective receipt", "[domain][deadline]") {
    const TimeLimit by_noon = working_days(0, 12h);
    CHECK(due(by_noon, at(monday, 12h)) == at(tuesday, closing)); // lunch: effective at 13:30
    CHECK(due(by_noon, at(monday, noon - 1s)) == at(monday, closing));
    const TimeLimit afternoon = working_days(0, 15h);
    CHECK(due(afternoon, at(monday, 12h)) == at(monday, closing));
    CHECK(due(afternoon, at(monday, 22h)) == at(tuesday, closing)); // effective next morning
    CHECK(due(afternoon, at(friday, 22h)) == at(next_monday, closing));
    CHECK(due(afternoon, at(friday, 16h)) == at(next_monday, closing));
    CHECK(due(afternoon, at(saturday, 16h)) == at(next_monday, closing));
}

TEST_CASE("a cutoff through lunch: sharp at the opening of the afternoon", "[domain][deadline]") {
    const TimeLimit limit = working_days(0, 13h + 30min);
    CHECK(due(limit, at(monday, 12h)) == at(monday, closing));
    CHECK(due(limit, at(monday, 13h + 30min)) == at(monday, closing));
    CHECK(due(limit, at(monday, 13h + 30min + 1s)) == at(tuesday, closing));
}

TEST_CASE("a cutoff means nothing where days are counted anyway", "[domain][deadline]") {
    CHECK(due(working_days(1, 15h), at(monday, 16h)) == at(tuesday, closing));
    CHECK(due(working_days(0.5, 15h), at(monday, 16h)) == at(tuesday, noon));
}

TEST_CASE("working hours run while the office works", "[domain][deadline]") {
    CHECK(due(working_hours(1), at(monday, 9h)) == at(monday, 10h));
    CHECK(due(working_hours(3), at(monday, 9h)) == at(monday, 14h));
    CHECK(due(working_hours(0.5), at(monday, 9h)) == at(monday, 9h + 30min));
    CHECK(due(working_hours(4), at(monday, 22h)) == at(tuesday, noon));
    CHECK(due(working_hours(0), at(monday, 12h)) == at(monday, 13h + 30min));
    CHECK(due(working_hours(8), at(monday, 9h + 17s)) == at(tuesday, 9h + 30min + 17s));
}

TEST_CASE("working hours that end with a session are due at its end, not at the next start",
          "[domain][deadline]") {
    CHECK(due(working_hours(2.5), at(monday, 9h)) == at(monday, noon));
    CHECK(due(working_hours(6), at(monday, 9h)) == at(monday, closing));
    CHECK(due(working_hours(1), at(friday, 16h)) == at(friday, closing));
    CHECK(due(working_hours(7.5), at(monday, 7h)) == at(monday, closing));
}

TEST_CASE("working hours stand over the weekend", "[domain][deadline]") {
    CHECK(due(working_hours(2), at(friday, 16h)) == at(next_monday, 8h + 30min));
    CHECK(due(working_hours(2), at(saturday, 10h)) == at(next_monday, 9h + 30min));
    CHECK(due_with_half_days(working_hours(2), at(friday, 14h)) == at(saturday, 9h));
}

TEST_CASE("calendar days count days off and roll at the end only", "[domain][deadline]") {
    CHECK(due(calendar_days(3), at(monday, 9h)) == at(thursday, closing));
    CHECK(due(calendar_days(7), at(monday, 9h)) == at(next_monday, closing));
    CHECK(due(calendar_days(1), at(friday, 9h)) == at(next_monday, closing));
    CHECK(due(calendar_days(2), at(friday, 9h)) == at(next_monday, closing));
    CHECK(due(calendar_days(0), at(monday, 9h)) == at(monday, closing));
    CHECK(due(calendar_days(1), at(friday, 22h)) == at(next_monday + days{1}, closing));
    CHECK(due(calendar_days(8), at(date(2024, 4, 26), 9h)) == at(date(2024, 5, 4), closing));
}

TEST_CASE("without a limit nothing is due", "[domain][deadline]") {
    const auto deadline =
        core::compute_deadline(reference_calendar(), samples::no_limit(), at(friday, 22h), {});
    CHECK_FALSE(deadline.due_at);
    CHECK_FALSE(deadline.suspended);
    CHECK(deadline.effective_from == at(next_monday, 7h + 30min));
}

TEST_CASE("a pause moves working days by the working days from its first to before its last",
          "[domain][deadline]") {
    const Instant received = at(monday, 8h);
    const TimeLimit limit = working_days(3); // Thursday
    const auto with = [&](Instant from, Instant to) { return due(limit, received, {{from, to}}); };
    CHECK(with(at(tuesday, 9h), at(tuesday, 16h)) == at(thursday, closing));
    CHECK(with(at(tuesday, 16h), at(wednesday, 8h)) == at(friday, closing));
    CHECK(with(at(tuesday, 9h), at(next_monday, 9h)) == at(date(2023, 3, 15), closing));
    CHECK(with(at(friday, 9h), at(saturday, 9h)) == at(friday, closing));
    CHECK(with(at(saturday, 9h), at(next_monday, 9h)) == at(thursday, closing));
}

TEST_CASE("a pause moves a half day by whole days", "[domain][deadline]") {
    CHECK(due(working_days(2.5), at(monday, 8h), {{at(tuesday, 9h), at(wednesday, 9h)}}) ==
          at(friday, noon));
}

TEST_CASE("a pause moves same-day work after the cutoff has moved it", "[domain][deadline]") {
    const Pauses pauses = {{at(monday, 16h), at(wednesday, 9h)}};
    CHECK(due(working_days(0, 15h), at(monday, 15h + 30min), pauses) == at(thursday, closing));
    CHECK(due(working_days(0, 15h), at(monday, 14h), pauses) == at(wednesday, closing));
}

TEST_CASE("a pause moves calendar days before the roll", "[domain][deadline]") {
    const TimeLimit limit = calendar_days(3);
    const auto with = [&](Instant from, Instant to) {
        return due(limit, at(monday, 8h), {{from, to}});
    };
    CHECK(with(at(tuesday, 9h), at(wednesday, 9h)) == at(friday, closing));
    CHECK(with(at(tuesday, 9h), at(thursday, 9h)) == at(next_monday, closing)); // Saturday rolled
    CHECK(with(at(tuesday, 9h), at(saturday, 9h)) == at(next_monday, closing)); // Monday itself
    CHECK(with(at(tuesday, 9h), at(tuesday, 15h)) == at(thursday, closing));
}

TEST_CASE("a pause moves working hours by the working time in it", "[domain][deadline]") {
    const TimeLimit limit = working_hours(4); // from 9:00: 15:00
    const auto with = [&](Instant from, Instant to) {
        return due(limit, at(monday, 9h), {{from, to}});
    };
    CHECK(with(at(monday, 10h), at(monday, 10h + 20min)) == at(monday, 15h + 20min));
    CHECK(with(at(monday, 11h), at(monday, 14h)) == at(monday, 16h));
    CHECK(with(at(monday, 12h), at(monday, 13h)) == at(monday, 15h));
    CHECK(with(at(monday, 14h), at(tuesday, 8h)) == at(tuesday, 9h));
    CHECK(with(at(friday, closing), at(next_monday, 7h + 30min)) == at(monday, 15h));
}

TEST_CASE("several pauses add up", "[domain][deadline]") {
    const Pauses pauses = {{at(monday, 10h), at(tuesday, 9h)},
                           {at(wednesday, 9h), at(wednesday, 10h)},
                           {at(friday, 9h), at(next_monday, 10h)}};
    CHECK(due(working_days(3), at(monday, 9h), pauses) == at(next_monday, closing));
    CHECK(due(calendar_days(5), at(monday, 9h), pauses) == at(date(2023, 3, 15), closing));
    // 6 h of limit, 5 + 1.5 h, 1 h, 6 + 2.5 h: 22 working hours after Monday 9:00.
    CHECK(due(working_hours(6), at(monday, 9h), pauses) == at(thursday, 8h + 30min));
}

TEST_CASE("while a pause is open nothing is due", "[domain][deadline]") {
    const auto limit =
        GENERATE(working_days(3), working_hours(8), calendar_days(5), samples::no_limit());
    const Pauses pauses = {{at(monday, 10h), at(tuesday, 9h)}, {at(friday, 9h), std::nullopt}};
    const auto deadline =
        core::compute_deadline(reference_calendar(), limit, at(monday, 9h), pauses);
    CHECK(deadline.suspended);
    CHECK_FALSE(deadline.due_at);
    CHECK(deadline.effective_from == at(monday, 9h));
}

TEST_CASE("an absurd duration or pause is refused", "[domain][deadline]") {
    CHECK_THROWS_AS(due(working_days(500'000), at(monday, 9h)), core::BeyondCalendar);
    CHECK_THROWS_AS(due(calendar_days(500'000), at(monday, 9h)), core::BeyondCalendar);
    CHECK_THROWS_AS(due(working_hours(5'000'000), at(monday, 9h)), core::BeyondCalendar);
}

TEST_CASE("the explanation names every skipped day with its reason", "[domain][deadline]") {
    using enum StepKind;
    const auto steps = explained(working_days(3), at(date(2024, 4, 26), 9h));
    CHECK(kinds(steps) == std::vector{received, effective, skipped, skipped, skipped, skipped,
                                      skipped, counted, counted, counted, due});
    const Day first = date(2024, 4, 27);
    const core::Message reasons[] = {
        {"deadline-skipped-weekday", {{"weekday", core::Term{"weekday", "sat"}}, {"date", first}}},
        {"deadline-skipped-weekday",
         {{"weekday", core::Term{"weekday", "sun"}}, {"date", first + days{1}}}},
        {"deadline-skipped-holiday",
         {{"date", first + days{2}}, {"holiday", "Hoán đổi nghỉ (làm bù thứ Bảy 04/5)"}}},
        {"deadline-skipped-holiday", {{"date", first + days{3}}, {"holiday", "Ngày Chiến thắng"}}},
        {"deadline-skipped-holiday", {{"date", first + days{4}}, {"holiday", "Quốc tế Lao động"}}}};
    REQUIRE(steps.size() == 11);
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(steps[2 + i].text == reasons[i]);
        CHECK(steps[2 + i].at == at(date(2024, 4, 27) + days{static_cast<int>(i)}, 0s));
    }
    CHECK(steps.back().at == at(date(2024, 5, 4), closing));
    CHECK(steps.back().text ==
          core::Message("deadline-due", {{"due", at(date(2024, 5, 4), closing)}}));
}

TEST_CASE("the explanation of a receipt on a rest day says why it counts later",
          "[domain][deadline]") {
    using enum StepKind;
    const auto steps = explained(working_days(0), at(saturday, 10h));
    CHECK(kinds(steps) == std::vector{received, skipped, skipped, effective, due});
    CHECK(steps.front().at == at(saturday, 10h));
    REQUIRE(steps.size() == 5);
    CHECK(steps[3].at == at(next_monday, 7h + 30min));
}

TEST_CASE("the explanation shows the cutoff, each pause and the roll", "[domain][deadline]") {
    using enum StepKind;
    CHECK(kinds(explained(working_days(0, 15h), at(monday, 16h))) ==
          std::vector{received, effective, cutoff, counted, due});
    CHECK(kinds(explained(working_days(0, 15h), at(monday, 15h))) ==
          std::vector{received, effective, due});
    const Pauses pauses = {{at(monday, 10h), at(tuesday, 9h)},
                           {at(wednesday, 9h), at(thursday, 8h)}};
    CHECK(kinds(explained(working_days(1), at(monday, 8h), pauses)) ==
          std::vector{received, effective, counted, pause, counted, pause, counted, due});
    CHECK(kinds(explained(calendar_days(5), at(monday, 8h))) ==
          std::vector{received, effective, counted, skipped, skipped, roll, due});
}

TEST_CASE("the explanation of an open pause ends with it", "[domain][deadline]") {
    const auto steps = explained(working_days(3), at(monday, 8h), {{at(tuesday, 9h), {}}});
    REQUIRE_FALSE(steps.empty());
    CHECK(steps.back().kind == StepKind::pause);
    CHECK(steps.back().at == at(tuesday, 9h));
    CHECK(steps.back().text == core::Message("deadline-pause-open", {{"from", at(tuesday, 9h)}}));
}

TEST_CASE("the explanation without a limit says that nothing is due", "[domain][deadline]") {
    const auto steps = explained(samples::no_limit(), at(monday, 8h));
    REQUIRE_FALSE(steps.empty());
    CHECK(steps.back().kind == StepKind::due);
    CHECK(steps.back().text == core::Message("deadline-without-limit"));
}

TEST_CASE("steps have words", "[domain][deadline]") {
    CHECK(core::to_text(StepKind::received) == "received");
    CHECK(core::to_text(StepKind::skipped) == "skipped");
    CHECK(core::to_text(StepKind::due) == "due");
}

TEST_CASE("every deadline agrees with counting on paper", "[domain][deadline][property]") {
    for_random_cases(6000, [](Random& random) {
        const Question asked = random_question(random);
        CAPTURE(asked.received, asked.limit.half_units, core::to_text(asked.limit.unit));
        const Instant on_paper =
            core::to_instant(due_on_paper(asked.office, asked.limit, asked.received, asked.pauses));
        CHECK(asked.due() == on_paper);
    });
}

TEST_CASE("who comes later is not due earlier", "[domain][deadline][property]") {
    for_random_cases(4000, [](Random& random) {
        const Question first = random_question(random);
        Question second = first;
        second.received = samples::random_later(random, first.received);
        CAPTURE(first.received, second.received, first.limit.half_units,
                core::to_text(first.limit.unit));
        CHECK(first.due() <= second.due());
    });
}

TEST_CASE("a longer limit is not due earlier", "[domain][deadline][property]") {
    for_random_cases(4000, [](Random& random) {
        Question shorter = random_question(random);
        shorter.limit.cutoff.reset();
        Question longer = shorter;
        longer.limit.half_units += 2 * random.integer(0, 5);
        if (longer.limit.unit != DeadlineUnit::calendar_day) longer.limit.half_units += 1;
        CAPTURE(shorter.received, shorter.limit.half_units, longer.limit.half_units,
                core::to_text(shorter.limit.unit));
        CHECK(shorter.due() <= longer.due());
    });
}

TEST_CASE("a deadline is never before the effective receipt", "[domain][deadline][property]") {
    for_random_cases(2000, [](Random& random) {
        const Question asked = random_question(random);
        const auto deadline =
            core::compute_deadline(asked.office, asked.limit, asked.received, asked.pauses);
        CHECK(deadline.effective_from >= asked.received);
        CHECK(deadline.due_at >= deadline.effective_from);
    });
}

TEST_CASE("a pause split in two adjoining ones changes nothing", "[domain][deadline][property]") {
    for_random_cases(4000, [](Random& random) {
        const Question whole = random_question(random);
        if (whole.pauses.empty()) return;
        Question split = whole;
        const auto place = random.between(0, std::ssize(split.pauses) - 1);
        const Pause pause = split.pauses[static_cast<std::size_t>(place)];
        const Instant middle =
            pause.from + seconds{random.between(0, (*pause.to - pause.from).count())};
        split.pauses[static_cast<std::size_t>(place)].to = middle;
        split.pauses.insert(split.pauses.begin() + place + 1, Pause{middle, pause.to});
        CAPTURE(whole.received, pause.from, middle, pause.to);
        CHECK(split.due() == whole.due());
    });
}

TEST_CASE("disjoint pauses move the due date by their sum", "[domain][deadline][property]") {
    for_random_cases(4000, [](Random& random) {
        Question both = random_question(random);
        both.limit.cutoff.reset();
        if (both.pauses.size() < 2) return;
        both.pauses.resize(2);
        const auto with = [&](const Pauses& pauses) {
            return core::to_local(*Question{both.office, both.limit, both.received, pauses}.due());
        };
        const LocalTime none = with({});
        const LocalTime first = with({both.pauses[0]});
        const LocalTime second = with({both.pauses[1]});
        const LocalTime sum = with(both.pauses);
        const auto& office = both.office;
        CAPTURE(none, first, second, sum);
        if (both.limit.unit == DeadlineUnit::working_hour) {
            CHECK(worked_on_paper(office, none, sum) ==
                  worked_on_paper(office, none, first) + worked_on_paper(office, none, second));
        } else if (both.limit.unit == DeadlineUnit::working_day) {
            const auto moved = [&](LocalTime due) {
                return worked_days_on_paper(office, floor<days>(none), floor<days>(due));
            };
            CHECK(moved(sum) == moved(first) + moved(second));
        } else {
            Question longer{office, both.limit, both.received, {}};
            for (const Pause& pause : both.pauses) {
                longer.limit.half_units +=
                    2 * static_cast<int>(
                            (core::local_date(*pause.to) - core::local_date(pause.from)).count());
            }
            CHECK(sum == core::to_local(*longer.due()));
        }
    });
}

TEST_CASE("the explanation ends at the very deadline", "[domain][deadline][property]") {
    for_random_cases(6000, [](Random& random) {
        Question asked = random_question(random);
        if (random.one_in(8)) asked.limit = samples::no_limit();
        if (!asked.pauses.empty() && random.one_in(4)) asked.pauses.back().to.reset();
        const auto deadline =
            core::compute_deadline(asked.office, asked.limit, asked.received, asked.pauses);
        const auto steps =
            core::explain_deadline(asked.office, asked.limit, asked.received, asked.pauses);
        CAPTURE(asked.received, asked.limit.half_units, core::to_text(asked.limit.unit));
        REQUIRE_FALSE(steps.empty());
        CHECK(steps.front().kind == StepKind::received);
        CHECK(steps.front().at == asked.received);
        if (deadline.suspended) {
            CHECK(steps.back().kind == StepKind::pause);
            return;
        }
        CHECK(steps.back().kind == StepKind::due);
        if (deadline.due_at) CHECK(steps.back().at == *deadline.due_at);
        const auto effective = std::find_if(steps.begin(), steps.end(), [](const auto& step) {
            return step.kind == StepKind::effective;
        });
        REQUIRE(effective != steps.end());
        CHECK(effective->at == deadline.effective_from);
        const auto pauses = std::count_if(steps.begin(), steps.end(), [](const auto& step) {
            return step.kind == StepKind::pause;
        });
        if (deadline.due_at) CHECK(pauses == std::ssize(asked.pauses));
    });
}

TEST_CASE("the explanation of working days names each day off on the way once",
          "[domain][deadline][property]") {
    for_random_cases(2000, [](Random& random) {
        Question asked = random_question(random);
        asked.limit.unit = DeadlineUnit::working_day;
        const Day received = core::local_date(asked.received);
        const Day due_day = core::local_date(*asked.due());
        std::vector<Instant> days_off;
        for (Day day = received; day < due_day; day += days{1}) {
            if (!is_worked(asked.office, day)) days_off.push_back(at(day, 0s));
        }
        std::vector<Instant> named;
        for (const auto& step :
             core::explain_deadline(asked.office, asked.limit, asked.received, asked.pauses)) {
            if (step.kind == StepKind::skipped) named.push_back(step.at);
        }
        CHECK(named == days_off);
    });
}
