#include "core/domain/once_a_day.hpp"
#include "core/domain/unsure_due.hpp"
#include "tests/support/dossier_samples.hpp"
#include "tests/support/office_samples.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/random.hpp"
#include "tests/support/random_samples.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <vector>

using core::DeadlineUnit;
using core::Instant;
using core::Pause;
using core::TimeLimit;
using core::WorkingCalendar;
using samples::at;
using samples::calendar_days;
using samples::date;
using samples::working_days;
using samples::working_hours;
using namespace std::chrono_literals;
using Pauses = std::vector<Pause>;
using Years = std::vector<std::chrono::year>;

namespace {

/// Its last row is that of 24/11/2026, its first one of 2023; nobody has loaded 2025 and 2027.
const WorkingCalendar& calendar() { return samples::reference_calendar(); }

struct Counted {
    std::optional<Instant> due_at;
    Years unsure;
};

Counted
counted(const WorkingCalendar& by, const TimeLimit& limit, Instant received, const Pauses& pauses) {
    const auto due_at = core::compute_deadline(by, limit, received, pauses).due_at;
    return {due_at, core::unsure_years(by, limit.unit, received, pauses, due_at)};
}

Years unsure(const TimeLimit& limit, Instant received, const Pauses& pauses = {}) {
    return counted(calendar(), limit, received, pauses).unsure;
}

constexpr std::chrono::year last_year = 2026y;
constexpr std::chrono::year next_year = 2027y;

/// The same calendar with the first days of 2027 as the law has them.
const WorkingCalendar& loaded_calendar() {
    static const WorkingCalendar loaded = [] {
        core::CalendarDays days = samples::reference_days();
        days[date(2027, 1, 1)] = {core::DayKind::holiday, "Tết Dương lịch"};
        for (unsigned day = 5; day <= 11; ++day)
            days[date(2027, 2, day)] = {core::DayKind::holiday, "Tết Nguyên đán Đinh Mùi"};
        return WorkingCalendar(samples::reference_hours(), days);
    }();
    return loaded;
}

core::Dossier received(Instant when, const core::Rules& rules) {
    return core::receive_dossier(samples::intake(when), rules);
}

} // namespace

TEST_CASE("a year is loaded by a holiday, not by a made-up day", "[domain][calendar]") {
    CHECK(calendar().is_loaded(last_year));
    CHECK_FALSE(calendar().is_loaded(next_year));
    core::CalendarDays days;
    days[date(2027, 1, 9)] = {core::DayKind::working, "Làm bù"};
    CHECK_FALSE(WorkingCalendar(samples::reference_hours(), days).is_loaded(next_year));
    days[date(2027, 1, 1)] = {core::DayKind::holiday, ""};
    CHECK(WorkingCalendar(samples::reference_hours(), days).is_loaded(next_year));
}

TEST_CASE("a calendar names the years that it lacks", "[domain][calendar]") {
    CHECK(calendar().years_not_loaded(date(2026, 1, 1), date(2026, 12, 31)).empty());
    CHECK(calendar().years_not_loaded(date(2026, 12, 31), date(2027, 1, 1)) == Years{next_year});
    CHECK(calendar().years_not_loaded(date(2024, 6, 1), date(2028, 1, 1)) ==
          Years{2025y, 2027y, 2028y});
}

TEST_CASE("what is due at the end of a calendar is due in a year that is not loaded",
          "[domain][deadline]") {
    const auto check = [](const TimeLimit& limit, Instant when, Instant before, Instant loaded) {
        const Counted early = counted(calendar(), limit, when, {});
        CHECK(early.due_at == before);
        CHECK(early.unsure == Years{next_year});
        const Counted late = counted(loaded_calendar(), limit, when, {});
        CHECK(late.due_at == loaded);
        CHECK(late.unsure.empty());
    };
    // 01/01 is a Friday, 05/02 to 11/02 are the lunar new year with what is made up for.
    check(working_days(1), at(date(2026, 12, 31), 8h), at(date(2027, 1, 1), 17h),
          at(date(2027, 1, 4), 17h));
    check(working_days(24), at(date(2026, 11, 30), 8h), at(date(2027, 1, 1), 17h),
          at(date(2027, 1, 4), 17h));
    check(calendar_days(60), at(date(2026, 12, 8), 8h), at(date(2027, 2, 8), 17h),
          at(date(2027, 2, 12), 17h));
    check(working_days(5), at(date(2026, 12, 28), 8h), at(date(2027, 1, 4), 17h),
          at(date(2027, 1, 5), 17h));
}

TEST_CASE("the last day of a loaded year is sure", "[domain][deadline]") {
    CHECK(unsure(working_days(1), at(date(2026, 12, 30), 8h)).empty());
    CHECK(unsure(working_days(1), at(date(2026, 12, 30), 17h)) == Years{next_year});
    CHECK(unsure(working_hours(7), at(date(2026, 12, 31), 7h)).empty());
    CHECK(unsure(calendar_days(31), at(date(2026, 11, 30), 8h)).empty());
    CHECK(unsure(calendar_days(5), at(date(2026, 12, 22), 8h)).empty()); // Sunday 27, rolls to 28
    CHECK(unsure(samples::no_limit(), at(date(2026, 12, 31), 8h)).empty());
}

TEST_CASE("a year before the calendar's first one is not loaded either", "[domain][deadline]") {
    CHECK(unsure(working_days(5), at(date(2022, 12, 30), 8h)) == Years{2022y});
    CHECK(unsure(working_days(5), at(date(2019, 3, 4), 8h)) == Years{2019y});
    // Received and due in loaded years, with one between that nobody has loaded.
    CHECK(unsure(calendar_days(730), at(date(2024, 6, 3), 8h)) == Years{2025y});
}

TEST_CASE("a pause behind the due day counts where working time is counted", "[domain][deadline]") {
    const Instant when = at(date(2026, 12, 1), 8h);
    const Pauses late = {{at(date(2027, 1, 5), 9h), at(date(2027, 1, 12), 9h)}};
    CHECK(counted(calendar(), working_days(5), when, late).due_at == at(date(2026, 12, 15), 17h));
    CHECK(unsure(working_days(5), when, late) == Years{next_year});
    CHECK(unsure(working_hours(8), when, late) == Years{next_year});
    CHECK(unsure(calendar_days(5), when, late).empty()); // counted without the calendar
    CHECK(
        unsure(working_days(5), when, {{late.front().from, std::nullopt}}).empty()); // no due date
}

TEST_CASE("a due date is unsure exactly where a year up to it has no holiday",
          "[domain][deadline][property]") {
    std::vector<WorkingCalendar> calendars;
    Random years{12};
    for (int n = 0; n < 8; ++n) {
        core::CalendarDays days;
        for (int year = 2019; year <= 2030; ++year) {
            if (years.one_in(3)) continue;
            const auto kind = years.one_in(4) ? core::DayKind::working : core::DayKind::holiday;
            days[samples::random_day(years, date(year, 1, 1), date(year, 12, 31))] = {kind, "X"};
        }
        calendars.emplace_back(samples::reference_hours(), days);
    }
    for_random_cases(3000, [&](Random& random) {
        const WorkingCalendar& by = random.pick(calendars);
        TimeLimit limit = samples::random_limit(random);
        limit.half_units *= 2 * random.integer(1, 12);
        const Instant when = samples::random_moment(random, date(2019, 1, 1), date(2028, 12, 31));
        const Pauses pauses = samples::random_pauses(random, when, 2);
        const Counted found = counted(by, limit, when, pauses);
        core::Day last = core::local_date(*found.due_at);
        if (limit.unit != DeadlineUnit::calendar_day && !pauses.empty())
            last = std::max(last, core::local_date(*pauses.back().to));
        std::set<std::chrono::year> without;
        for (core::Day day = core::local_date(when); day <= last; day += std::chrono::days{1})
            without.insert(std::chrono::year_month_day(day).year());
        for (const auto& [day, special] : by.special_days()) {
            if (special.kind == core::DayKind::holiday)
                without.erase(std::chrono::year_month_day(day).year());
        }
        CAPTURE(when, *found.due_at, limit.half_units);
        CHECK(found.unsure == Years(without.begin(), without.end()));
    });
}

TEST_CASE("a dossier's date is as unsure as its due date, until the year is loaded",
          "[domain][deadline]") {
    const core::ProcedureVersion& procedure = samples::three_days;
    core::Dossier dossier = received(at(date(2026, 12, 30), 8h), {calendar(), procedure});
    CHECK(core::unsure_years(calendar(), procedure, dossier) == Years{next_year});
    CHECK(core::unsure_told_years(calendar(), procedure, dossier) == Years{next_year});
    CHECK(core::unsure_years(loaded_calendar(), procedure, dossier).empty());
    CHECK(core::unsure_years(calendar(), procedure, core::Dossier()).empty());

    // A new appointment is what the office says: it counts, and the due date stays what it is.
    dossier.appointment = at(date(2027, 1, 20), 17h);
    CHECK(core::unsure_years(calendar(), procedure, dossier) == Years{next_year});
    CHECK(core::unsure_told_years(calendar(), procedure, dossier) == Years{next_year});
    CHECK(core::unsure_told_years(loaded_calendar(), procedure, dossier).empty());
    dossier.appointment = at(date(2026, 12, 31), 17h);
    CHECK(core::unsure_told_years(calendar(), procedure, dossier).empty());
}

TEST_CASE("a suspended dossier has no date to be unsure of", "[domain][deadline]") {
    const core::Rules rules{calendar(), samples::three_days};
    const core::Dossier dossier =
        samples::done(received(at(date(2026, 12, 30), 8h), rules), core::Act::request_supplement,
                      at(date(2026, 12, 30), 9h), rules);
    CHECK(core::unsure_years(calendar(), samples::three_days, dossier).empty());
}

TEST_CASE("the next year is asked for from 1 November on, this one always", "[domain][calendar]") {
    CHECK(core::years_to_load(calendar(), date(2026, 10, 31)).empty());
    CHECK(core::years_to_load(calendar(), date(2026, 11, 1)) == Years{next_year});
    CHECK(core::years_to_load(calendar(), date(2026, 12, 31)) == Years{next_year});
    CHECK(core::years_to_load(calendar(), date(2027, 3, 1)) == Years{next_year});
    CHECK(core::years_to_load(calendar(), date(2027, 11, 1)) == Years{next_year, 2028y});
    CHECK(core::years_to_load(loaded_calendar(), date(2026, 11, 1)).empty());
}

TEST_CASE("what is asked once a day is asked on the next one again", "[domain][calendar]") {
    core::OnceADay asking;
    CHECK(asking.is_first_on(date(2026, 11, 1)));
    CHECK_FALSE(asking.is_first_on(date(2026, 11, 1)));
    CHECK(asking.is_first_on(date(2026, 11, 2)));
    CHECK_FALSE(asking.is_first_on(date(2026, 11, 2)));
}
