#include "core/domain/period_figures.hpp"
#include "core/domain/register_entry.hpp"
#include "tests/support/dossier_samples.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/random.hpp"
#include "tests/support/random_samples.hpp"
#include "tests/support/week.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

using namespace std::chrono_literals;
using core::Act;
using core::Channel;
using core::Counts;
using core::Day;
using core::Dossier;
using core::Figure;
using core::Instant;
using core::PeriodFigures;
using samples::at;
using samples::date;
using samples::done;
using samples::friday;
using samples::monday;
using samples::next_monday;
using samples::thursday;
using samples::tuesday;
using samples::wednesday;
using std::chrono::days;

template <>
struct Catch::StringMaker<core::PeriodFigures> {
    static std::string convert(const core::PeriodFigures& f) {
        const auto numbers = [](std::initializer_list<std::int64_t> values) {
            std::string text;
            for (const auto value : values) text += " " + std::to_string(value);
            return text;
        };
        return "carried over" + numbers({f.carried_over}) + ", received" +
               numbers({f.received.online, f.received.in_person, f.received.postal}) +
               ", resolved" + numbers({f.early, f.on_time, f.late}) + ", withdrawn" +
               numbers({f.withdrawn}) + ", in progress, overdue, suspended" +
               numbers({f.in_progress, f.overdue, f.suspended}) + ", online, digitised, linked" +
               numbers({f.online_resolved, f.digitised, f.linked}) + ", returned" +
               numbers({f.returned.online, f.returned.in_person, f.returned.postal});
    }
};

namespace {

// The period is the week of Monday 6 to Friday 10 March 2023.
const Day thursday_before = date(2023, 3, 2);

Dossier received(Instant moment, Channel channel = Channel::in_person) {
    return core::receive_dossier(samples::intake(moment, channel), samples::three_day_rules());
}

Dossier with(const Dossier& dossier, Act act, Instant moment) {
    return done(dossier, act, moment, samples::three_day_rules());
}

Dossier returned(const Dossier& dossier, Instant moment, Channel channel) {
    core::ActRequest request = samples::complete_request(Act::return_result, moment);
    std::get<core::requests::ReturnResult>(request.what).channel = channel;
    return done(dossier, request, samples::three_day_rules());
}

PeriodFigures in_week(const Dossier& dossier) {
    return core::period_figures(dossier, monday, friday);
}

/// The figures from the day counts, as a store would sum them up for a report closed on `last`.
PeriodFigures from_counts(const std::vector<Dossier>& dossiers, Day first, Day last) {
    Counts before;
    Counts within;
    for (const Dossier& dossier : dossiers) {
        for (const core::FigureChange& change : core::figure_changes(dossier)) {
            if (change.day > last || change.known_from > last) continue;
            (change.day < first ? before : within)[change.figure] += change.change;
        }
    }
    return core::period_figures(before, within);
}

PeriodFigures from_definitions(const std::vector<Dossier>& dossiers, Day first, Day last) {
    PeriodFigures sum;
    for (const Dossier& dossier : dossiers) sum += core::period_figures(dossier, first, last);
    return sum;
}

std::vector<Dossier> week_of_everything() {
    const Dossier online = received(at(tuesday, 9h), Channel::online); // due on Friday
    return {
        received(at(thursday_before, 9h), Channel::online), // due on Tuesday, still open
        returned(with(received(at(thursday_before, 9h)), Act::resolve, at(monday, 10h)),
                 at(tuesday, 9h), Channel::postal),
        returned(with(received(at(thursday_before, 9h)), Act::resolve, at(thursday_before, 15h)),
                 at(monday, 9h), Channel::in_person),
        with(with(online, Act::digitise, at(friday, 8h)), Act::resolve, at(friday, 9h)),
        received(at(wednesday, 9h), Channel::postal), // due on Monday after
        with(received(at(monday, 9h)), Act::request_supplement, at(tuesday, 9h)),
        with(received(at(monday, 9h)), Act::withdraw, at(wednesday, 9h)),
        with(received(at(monday, 9h)), Act::stop, at(wednesday, 9h)),
        with(received(at(monday, 9h)), Act::reject, at(friday, 9h)), // was due on Thursday
        received(at(next_monday, 9h)),
        core::submit_dossier(samples::intake(at(monday, 9h), Channel::online), samples::three_days),
    };
}

struct Period {
    Day first;
    Day last;
};

Period random_period(Random& random) {
    const Day start = samples::first_random_day - days{10};
    const Day end = samples::last_random_day + days{60};
    const Day first = samples::random_day(random, start, end);
    return {first, first + days{random.one_in(4) ? 0 : random.between(0, 45)}};
}

std::vector<Dossier> random_dossiers(Random& random, int count) {
    std::vector<Dossier> dossiers;
    for (int i = 0; i < count; ++i) {
        core::ProcedureVersion version = samples::procedure(samples::random_limit(random));
        if (random.one_in(8)) version.limit = samples::no_limit();
        if (random.one_in(4)) version.linked_agencies = {samples::partner};
        const core::Rules random_rules{random.pick(samples::some_calendars()), version};
        if (random.one_in(3)) {
            dossiers.push_back(
                core::dossier_of(samples::random_entry(random), version, random_rules.calendar));
        } else {
            dossiers.push_back(samples::random_dossier(random, random_rules));
        }
    }
    return dossiers;
}

PeriodFigures sound_figures() { return from_definitions(week_of_everything(), monday, friday); }

} // namespace

TEST_CASE("each dossier of a week stands in its figures", "[domain][figures]") {
    PeriodFigures expected;
    expected.carried_over = 2;
    expected.received = {1, 4, 1};
    expected.early = 1;
    expected.on_time = 1;
    expected.late = 1;
    expected.withdrawn = 2;
    expected.in_progress = 3;
    expected.overdue = 1;
    expected.suspended = 1;
    expected.online_resolved = 1;
    expected.digitised = 1;
    expected.returned = {0, 1, 1};
    CHECK(from_definitions(week_of_everything(), monday, friday) == expected);
    CHECK(from_counts(week_of_everything(), monday, friday) == expected);
    CHECK(expected.resolved() == 3);
    CHECK(expected.received.total() == 6);
    CHECK(expected.within_deadline() == 1);
    CHECK_FALSE(core::broken_identity(expected));
}

TEST_CASE("a dossier is received on its recorded, not its effective date", "[domain][figures]") {
    const Dossier at_night = received(at(friday, 22h), Channel::online);
    CHECK(in_week(at_night).received.online == 1);
    CHECK(core::period_figures(at_night, next_monday, next_monday).received.total() == 0);
    CHECK(core::period_figures(at_night, next_monday, next_monday).carried_over == 1);
    CHECK(in_week(received(at(monday, 0s))).received.in_person == 1);
    CHECK(in_week(received(at(monday, 0s) - 1s)).carried_over == 1);
    CHECK(in_week(received(at(friday, 23h + 59min + 59s))).received.in_person == 1);
    CHECK(in_week(received(at(friday + days{1}, 0s))).is_zero());
}

TEST_CASE("carried over is what was open when the period began", "[domain][figures]") {
    const Dossier before = received(at(thursday_before, 9h));
    CHECK(in_week(before).carried_over == 1);
    const Instant last_moment = at(monday, 0s) - 1s;
    CHECK(in_week(with(before, Act::resolve, last_moment)).is_zero());
    CHECK(in_week(with(before, Act::withdraw, last_moment)).is_zero());
    CHECK(in_week(with(before, Act::stop, last_moment)).is_zero());
    CHECK(in_week(with(before, Act::resolve, at(monday, 0s))).carried_over == 1);
    CHECK(in_week(with(before, Act::request_supplement, last_moment)).carried_over == 1);
}

TEST_CASE("a dossier resolved after the period is in progress in it", "[domain][figures]") {
    const Dossier later = with(received(at(wednesday, 9h)), Act::resolve, at(next_monday, 9h));
    CHECK(in_week(later).in_progress == 1);
    CHECK(in_week(later).resolved() == 0);
    CHECK(in_week(later).within_deadline() == 1);
}

TEST_CASE("a dossier is overdue from the end of the day it was due", "[domain][figures]") {
    const Dossier open = received(at(monday, 9h)); // due on Thursday 17:00
    CHECK(core::period_figures(open, monday, wednesday).overdue == 0);
    CHECK(core::period_figures(open, monday, thursday).overdue == 1);
    CHECK(core::period_figures(open, friday, friday).overdue == 1);
    const Dossier closed = with(open, Act::resolve, at(friday, 9h));
    CHECK(core::period_figures(closed, monday, thursday).overdue == 1);
    CHECK(core::period_figures(closed, monday, friday).overdue == 0);
}

TEST_CASE("due at midnight is overdue at the end of the day before", "[domain][figures]") {
    core::ActRequest request = samples::complete_request(Act::move_due, at(tuesday, 9h));
    auto& what = std::get<core::requests::MoveDue>(request.what);
    what.new_due = at(thursday, 0s);
    const std::vector<Dossier> midnight = {
        done(received(at(monday, 9h)), request, samples::three_day_rules())};
    CHECK(from_definitions(midnight, monday, tuesday).overdue == 0);
    CHECK(from_counts(midnight, monday, tuesday).overdue == 0);
    CHECK(from_definitions(midnight, monday, wednesday).overdue == 1);
    CHECK(from_counts(midnight, monday, wednesday).overdue == 1);

    what.new_due = at(thursday, 1s);
    const std::vector<Dossier> after = {
        done(received(at(monday, 9h)), request, samples::three_day_rules())};
    CHECK(from_definitions(after, monday, wednesday).overdue == 0);
    CHECK(from_counts(after, monday, wednesday).overdue == 0);
}

TEST_CASE("a dossier is overdue or not as its due date was known then", "[domain][figures]") {
    Dossier dossier = received(at(monday, 9h)); // due on Thursday
    dossier = with(dossier, Act::request_supplement, at(next_monday, 9h));
    dossier = with(dossier, Act::resume, at(next_monday + days{2}, 9h));
    CHECK(core::period_figures(dossier, monday, friday).overdue == 1);
    CHECK(core::period_figures(dossier, monday, next_monday).suspended == 1);
    CHECK(core::period_figures(dossier, monday, next_monday).overdue == 0);
}

TEST_CASE("a dossier without a limit is never overdue", "[domain][figures]") {
    const core::ProcedureVersion unlimited = samples::procedure(samples::no_limit());
    const std::vector<Dossier> open = {core::receive_dossier(
        samples::intake(at(monday, 9h)), {samples::reference_calendar(), unlimited})};
    const PeriodFigures year = from_definitions(open, monday, monday + days{365});
    CHECK(year.within_deadline() == 1);
    CHECK(from_counts(open, monday, monday + days{365}) == year);
}

TEST_CASE("suspended is the state at the end of the period", "[domain][figures]") {
    Dossier dossier = with(received(at(monday, 9h)), Act::request_supplement, at(tuesday, 9h));
    CHECK(core::period_figures(dossier, monday, monday).suspended == 0);
    CHECK(core::period_figures(dossier, monday, tuesday).suspended == 1);
    dossier = with(dossier, Act::resume, at(thursday, 0s));
    CHECK(core::period_figures(dossier, monday, wednesday).suspended == 1);
    CHECK(core::period_figures(dossier, monday, thursday).suspended == 0);
    CHECK(core::period_figures(dossier, monday, thursday).in_progress == 1);
}

TEST_CASE("resolved counts by the recorded date and outcome", "[domain][figures]") {
    const Dossier open = received(at(monday, 9h), Channel::online);
    CHECK(in_week(with(open, Act::resolve, at(wednesday, 9h))).early == 1);
    CHECK(in_week(with(open, Act::resolve, at(thursday, 22h))).on_time == 1);
    CHECK(in_week(with(open, Act::reject, at(friday, 23h))).late == 1);
    CHECK(in_week(with(open, Act::reject, at(friday, 23h))).online_resolved == 1);
    CHECK(in_week(with(received(at(monday, 9h)), Act::resolve, at(friday, 9h))).online_resolved ==
          0);
}

TEST_CASE("returned counts by its own channel and date", "[domain][figures]") {
    const Dossier dossier = returned(with(received(at(monday, 9h)), Act::resolve, at(tuesday, 9h)),
                                     at(next_monday, 9h), Channel::online);
    CHECK(in_week(dossier).returned.total() == 0);
    PeriodFigures expected;
    expected.returned.online = 1;
    CHECK(core::period_figures(dossier, next_monday, next_monday) == expected);
}

TEST_CASE("digitised counts the resolved, as known when the period closed", "[domain][figures]") {
    const Dossier open = with(received(at(monday, 9h)), Act::digitise, at(monday, 10h));
    CHECK(in_week(open).digitised == 0);
    const Dossier resolved = with(received(at(monday, 9h)), Act::resolve, at(tuesday, 9h));
    const Dossier scanned = with(resolved, Act::digitise, at(friday, 9h));
    CHECK(core::period_figures(scanned, monday, thursday).digitised == 0);
    CHECK(core::period_figures(scanned, monday, friday).digitised == 1);
    CHECK(core::period_figures(scanned, friday, friday).digitised == 0); // resolved before
    CHECK(in_week(with(open, Act::withdraw, at(tuesday, 9h))).digitised == 0);
}

TEST_CASE("linked counts the received, as known when the period closed", "[domain][figures]") {
    const Dossier dossier = with(received(at(monday, 9h)), Act::hand_over, at(thursday, 9h));
    CHECK(core::period_figures(dossier, monday, wednesday).linked == 0);
    CHECK(core::period_figures(dossier, monday, thursday).linked == 1);
    CHECK(core::period_figures(dossier, thursday, friday).linked == 0); // received before
}

TEST_CASE("a dossier never received is in no figure", "[domain][figures]") {
    const Dossier waiting =
        core::submit_dossier(samples::intake(at(monday, 9h), Channel::online), samples::three_days);
    for (const Dossier& dossier : {waiting, with(waiting, Act::refuse, at(tuesday, 9h)),
                                   with(waiting, Act::withdraw, at(tuesday, 9h))}) {
        CHECK(in_week(dossier).is_zero());
        CHECK(core::figure_changes(dossier).empty());
    }
}

TEST_CASE("a submission counts from the day it was received", "[domain][figures]") {
    const Dossier waiting = core::submit_dossier(
        samples::intake(at(thursday_before, 9h), Channel::online), samples::three_days);
    const PeriodFigures figures = in_week(with(waiting, Act::receive, at(tuesday, 9h)));
    CHECK(figures.carried_over == 0);
    CHECK(figures.received.online == 1);
}

TEST_CASE("figure changes are what a dossier adds to its days", "[domain][figures]") {
    const Dossier dossier =
        with(with(received(at(monday, 9h), Channel::online), Act::hand_over, at(tuesday, 9h)),
             Act::resolve, at(next_monday, 9h));
    const std::vector<core::FigureChange> expected = {
        {Figure::received_online, monday, monday, 1},
        {Figure::linked, monday, tuesday, 1},
        {Figure::resolved_late, next_monday, next_monday, 1},
        {Figure::online_resolved, next_monday, next_monday, 1},
        {Figure::overdue, thursday, thursday, 1},
        {Figure::overdue, next_monday, next_monday, -1}};
    const auto changes = core::figure_changes(dossier);
    CHECK(changes.size() == expected.size());
    for (const auto& change : expected) {
        CAPTURE(core::to_text(change.figure), change.day);
        CHECK(std::count(changes.begin(), changes.end(), change) == 1);
    }
}

TEST_CASE("a pause within one day leaves no trace in the stocks", "[domain][figures]") {
    Dossier dossier = with(received(at(monday, 9h)), Act::request_supplement, at(tuesday, 9h));
    dossier = with(dossier, Act::resume, at(tuesday, 15h));
    for (const auto& change : core::figure_changes(dossier)) {
        CHECK(change.figure != Figure::suspended);
    }
}

TEST_CASE("figures have names", "[domain][figures]") {
    CHECK(core::to_text(Figure::received_online) == "received_online");
    CHECK(core::to_text(Figure::overdue) == "overdue");
    for (std::size_t i = 0; i < core::figure_count; ++i) {
        CHECK_FALSE(core::to_text(static_cast<Figure>(i)).empty());
    }
    CHECK(core::to_text(static_cast<Figure>(core::figure_count)).empty());
}

TEST_CASE("groupings are read as they are written", "[domain][figures]") {
    for (const auto by : core::groupings.values()) {
        CHECK(core::parse_group_by(core::to_text(by)) == by);
    }
    CHECK(core::parse_group_by("month") == core::GroupBy::month);
    CHECK_FALSE(core::parse_group_by("year"));
}

TEST_CASE("counts add up figure by figure", "[domain][figures]") {
    Counts one;
    CHECK(one.is_zero());
    one[Figure::received_postal] = 3;
    one[Figure::resolved_late] = 1;
    one[Figure::withdrawn] = 1;
    CHECK_FALSE(one.is_zero());
    CHECK(one.open() == 1);
    Counts two = one;
    two += one;
    CHECK(two[Figure::received_postal] == 6);
    CHECK(two.open() == 2);
}

TEST_CASE("figures that do not add up are found", "[domain][figures]") {
    CHECK_FALSE(core::broken_identity(sound_figures()));
    CHECK_FALSE(core::broken_identity(PeriodFigures{}));
    const auto broken = [](auto change) {
        PeriodFigures figures = sound_figures();
        change(figures);
        return core::broken_identity(figures).has_value();
    };
    CHECK(broken([](PeriodFigures& f) { ++f.carried_over; }));
    CHECK(broken([](PeriodFigures& f) { ++f.received.postal; }));
    CHECK(broken([](PeriodFigures& f) { --f.received.online; }));
    CHECK(broken([](PeriodFigures& f) { ++f.early; }));
    CHECK(broken([](PeriodFigures& f) { --f.late; }));
    CHECK(broken([](PeriodFigures& f) { ++f.withdrawn; }));
    CHECK(broken([](PeriodFigures& f) { ++f.in_progress; }));
    CHECK(broken([](PeriodFigures& f) { f.overdue = f.in_progress + 1; }));
    CHECK(broken([](PeriodFigures& f) { f.suspended = -1; }));
    CHECK(broken([](PeriodFigures& f) { f.online_resolved = f.resolved() + 1; }));
    CHECK(broken([](PeriodFigures& f) { f.digitised = f.resolved() + 1; }));
    CHECK(broken([](PeriodFigures& f) { f.returned.online = -1; }));
    CHECK(broken([](PeriodFigures& f) {
        f.early -= 2;
        f.late += 2; // the sum is right, a part is below zero
    }));
}

TEST_CASE("percentages are rounded half up to two places", "[domain][figures]") {
    CHECK(core::percent_hundredths(101, 120) == 8417);
    CHECK(core::percent_hundredths(1, 3) == 3333);
    CHECK(core::percent_hundredths(2, 3) == 6667);
    CHECK(core::percent_hundredths(1, 800) == 13); // 0.125 %
    CHECK(core::percent_hundredths(3, 800) == 38); // 0.375 %
    CHECK(core::percent_hundredths(1, 20'001) == 0);
    CHECK(core::percent_hundredths(1, 20'000) == 1); // 0.005 %
    CHECK(core::percent_hundredths(5, 5) == 10'000);
    CHECK(core::percent_hundredths(0, 5) == 0);
    CHECK_FALSE(core::percent_hundredths(0, 0));
    CHECK_FALSE(core::percent_hundredths(7, 0));
}

TEST_CASE("day counts give the figures that the definitions give", "[domain][figures][property]") {
    for_random_cases(6000, [](Random& random) {
        const auto dossiers = random_dossiers(random, 1);
        for (int i = 0; i < 8; ++i) {
            const Period period = random_period(random);
            CAPTURE(period.first, period.last, core::to_text(dossiers[0].state));
            const PeriodFigures figures =
                core::period_figures(dossiers[0], period.first, period.last);
            CHECK(from_counts(dossiers, period.first, period.last) == figures);
            CHECK_FALSE(core::broken_identity(figures));
        }
    });
}

TEST_CASE("identities hold for sums of dossiers", "[domain][figures][property]") {
    for_random_cases(200, [](Random& random) {
        const auto dossiers = random_dossiers(random, 40);
        for (int i = 0; i < 8; ++i) {
            const Period period = random_period(random);
            const PeriodFigures sum = from_definitions(dossiers, period.first, period.last);
            CHECK(sum == from_counts(dossiers, period.first, period.last));
            const auto broken = core::broken_identity(sum);
            INFO((broken ? broken->code : "sound"));
            CHECK_FALSE(broken);
            CHECK(sum.carried_over + sum.received.total() ==
                  sum.resolved() + sum.withdrawn + sum.in_progress);
            CHECK(sum.in_progress == sum.within_deadline() + sum.overdue + sum.suspended);
            CHECK(sum.linked <= sum.received.total());
        }
    });
}

TEST_CASE("a period is the sum of its parts", "[domain][figures][property]") {
    for_random_cases(2000, [](Random& random) {
        const auto dossiers = random_dossiers(random, 5);
        const Period whole = random_period(random);
        if (whole.first == whole.last) return;
        const Day middle = samples::random_day(random, whole.first, whole.last - days{1});
        const PeriodFigures all = from_definitions(dossiers, whole.first, whole.last);
        const PeriodFigures a = from_definitions(dossiers, whole.first, middle);
        const PeriodFigures b = from_definitions(dossiers, middle + days{1}, whole.last);
        CAPTURE(whole.first, middle, whole.last);

        PeriodFigures flows = a;
        flows += b;
        // What came to be known after the first part closed is missing in it, never too much.
        CHECK(all.digitised >= flows.digitised);
        CHECK(all.linked >= flows.linked);
        flows.digitised = all.digitised;
        flows.linked = all.linked;
        // Stocks are those of the beginning and of the end; one's end is the other's beginning.
        CHECK(a.in_progress == b.carried_over);
        flows.carried_over = a.carried_over;
        flows.in_progress = b.in_progress;
        flows.overdue = b.overdue;
        flows.suspended = b.suspended;
        CHECK(all == flows);
    });
}

TEST_CASE("what a dossier adds after an act replaces what it added before",
          "[domain][figures][property]") {
    for_random_cases(1000, [](Random& random) {
        const core::Rules random_rules{random.pick(samples::some_calendars()), samples::three_days};
        Instant moment =
            samples::random_moment(random, samples::first_random_day, samples::last_random_day);
        Dossier dossier = core::receive_dossier(samples::intake(moment), random_rules);
        for (int i = 0; i < 12; ++i) {
            moment = samples::random_later(random, moment);
            const auto request = samples::complete_request(random.pick(samples::all_acts), moment);
            const auto after = core::perform(dossier, request, random_rules);
            if (!after) continue;
            // A period that closed before the act is not changed by it, corrections apart.
            const Day closed = core::local_date(moment) - days{1};
            if (core::act_of(request) != Act::correct) {
                CHECK(from_counts({dossier}, closed - days{30}, closed) ==
                      from_counts({*after}, closed - days{30}, closed));
            }
            dossier = *after;
        }
    });
}
