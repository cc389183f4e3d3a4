// Every act of a dossier's life, and that the counts always tell what the dossiers tell.

#include "tests/support/dossier_samples.hpp"
#include "tests/support/report_check.hpp"
#include "tests/support/sample_books.hpp"
#include "tests/support/store_contract.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using core::Act;
using core::DossierState;
using samples::at;
using samples::date;
using samples::morning;
using samples::OfficeBooks;
using std::chrono::days;
using std::chrono::hours;

namespace {

std::string received(OfficeBooks& books,
                     core::Channel channel = core::Channel::in_person,
                     const std::string& procedure = "1.000003") {
    const auto dossier =
        books.receive({procedure, {"Lê Hoa", "", "", ""}, channel, "lan", 8000}, morning);
    REQUIRE(dossier);
    return dossier->code;
}

core::Dossier did(OfficeBooks& books, const std::string& code, Act act, core::Instant moment) {
    INFO("act " << core::to_text(act));
    const auto after = books.act(code, samples::complete_request(act, moment));
    if (!after) FAIL(after.error().message.code);
    CHECK(books.read()->find_dossier(code)->dossier == *after);
    return *after;
}

void check_books(OfficeBooks& books, int periods = 6) {
    CHECK(books.findings() == std::vector<std::string>{});
    Random random{7};
    samples::check_many_periods(*books.read(), random, periods);
}

core::PeriodFigures figures(OfficeBooks& books, core::Day first, core::Day last) {
    const auto report = core::make_period_report(*books.read(), first, last, {});
    REQUIRE(report);
    return report->total;
}

void whole_life(StorePlace& place) {
    auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const std::string code = received(books);
    int day = 0;
    for (const Act act : {Act::forward, Act::hand_over, Act::answer, Act::request_supplement,
                          Act::resume, Act::reappoint, Act::pay, Act::digitise, Act::correct,
                          Act::move_due, Act::resolve, Act::return_result}) {
        const auto after = did(books, code, act, morning + days{++day});
        CHECK(after.version == day + 1);
    }
    const auto agency = books.agency();
    store.reset();
    store = place.open();
    OfficeBooks again(*store, agency);
    const auto stored = again.read()->find_dossier(code);
    REQUIRE(stored);
    CHECK(stored->dossier.state == DossierState::returned);
    CHECK(stored->dossier.hand_overs.size() == 1);
    CHECK(stored->dossier.clock.size() == 4);
    CHECK(stored->last_event == stored->first_event + day);
    check_books(again);
}

void every_ending(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const auto end = [&](const std::vector<Act>& acts) {
        const std::string code = received(books, core::Channel::online);
        int day = 0;
        for (const Act act : acts) did(books, code, act, morning + days{++day});
        return books.read()->find_dossier(code)->dossier.state;
    };
    CHECK(end({Act::resolve}) == DossierState::resolved);
    CHECK(end({Act::reject, Act::return_result}) == DossierState::returned);
    CHECK(end({Act::withdraw}) == DossierState::withdrawn);
    CHECK(end({Act::request_supplement, Act::withdraw}) == DossierState::withdrawn);
    CHECK(end({Act::stop}) == DossierState::stopped);
    CHECK(end({Act::request_supplement, Act::stop}) == DossierState::stopped);
    CHECK(end({Act::request_supplement}) == DossierState::suspended);
    const auto total = figures(books, date(2024, 5, 1), date(2024, 5, 31));
    CHECK(total.withdrawn == 4);
    CHECK(total.resolved() == 2);
    CHECK(total.suspended == 1);
    check_books(books);
}

void stale_version_is_a_conflict(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const std::string code = received(books);
    did(books, code, Act::forward, morning + hours{1});
    const auto head = books.read()->journal_head();
    const auto stale =
        books.act(code, 1, samples::complete_request(Act::withdraw, morning + hours{2}));
    REQUIRE_FALSE(stale);
    CHECK(stale.error().kind == core::ErrorKind::conflict);
    CHECK(books.read()->journal_head() == head);
    CHECK(books.read()->find_dossier(code)->dossier.version == 2);
}

/// Known later: a report of the period that closed before stays as it was.
void later_knowledge(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const std::string scanned = received(books);
    const std::string linked = received(books);
    did(books, scanned, Act::resolve, morning + days{1});
    did(books, scanned, Act::digitise, morning + days{20});
    did(books, linked, Act::hand_over, morning + days{30});
    const auto may_first_week = figures(books, date(2024, 5, 6), date(2024, 5, 12));
    CHECK(may_first_week.digitised == 0);
    CHECK(may_first_week.linked == 0);
    CHECK(figures(books, date(2024, 5, 6), date(2024, 5, 25)).digitised == 0);
    CHECK(figures(books, date(2024, 5, 6), date(2024, 5, 26)).digitised == 1);
    CHECK(figures(books, date(2024, 5, 6), date(2024, 6, 4)).linked == 0);
    CHECK(figures(books, date(2024, 5, 6), date(2024, 6, 5)).linked == 1);
    CHECK(figures(books, date(2024, 5, 8), date(2024, 6, 30)).digitised == 0);
    check_books(books, 20);
}

void corrected_channel(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const std::string code = received(books, core::Channel::in_person);
    did(books, code, Act::hand_over, morning + days{3}); // so that late counts move too
    did(books, code, Act::resolve, morning + days{4});
    did(books, code, Act::digitise, morning + days{6});
    core::ActRequest correction = samples::complete_request(Act::correct, morning + days{40});
    std::get<core::requests::Correct>(correction.what).correction.channel = core::Channel::online;
    REQUIRE(books.act(code, correction));
    const auto total = figures(books, date(2024, 5, 1), date(2024, 5, 31));
    CHECK(total.received == core::ByChannel{1, 0, 0});
    CHECK(total.online_resolved == 1);
    const auto by_channel = core::make_period_report(*books.read(), date(2024, 5, 1),
                                                     date(2024, 5, 31), core::GroupBy::channel);
    REQUIRE(by_channel->groups.size() == 1);
    CHECK(by_channel->groups[0].key == "online");
    check_books(books, 20);
}

void random_lives(StorePlace& place) {
    auto store = place.create();
    auto books = OfficeBooks::found(*store);
    Random random{20240401};
    for (int i = 0; i < 60; ++i) {
        core::Instant moment =
            samples::random_moment(random, samples::first_random_day, samples::last_random_day);
        const auto begun = books.receive({random.pick(samples::procedure_codes),
                                          {"Lê Hoa " + std::to_string(i), "", "", ""},
                                          random.pick(samples::all_channels),
                                          random.pick(samples::officers),
                                          8000},
                                         moment);
        REQUIRE(begun);
        for (int left = random.integer(0, 14); left > 0; --left) {
            const auto request = samples::random_request(random, moment);
            if (books.act(begun->code, request)) moment = request.act_at;
        }
    }
    check_books(books, 12);
    const auto agency = books.agency();
    store.reset();
    store = place.open();
    OfficeBooks again(*store, agency);
    check_books(again, 6);
    const auto entries = samples::random_register(random, 60);
    REQUIRE(again.import_register(entries).summary);
    check_books(again, 12);
}

void changed_calendar_moves_due_dates(StorePlace& place) {
    const auto store = place.create();
    auto books = OfficeBooks::found(*store);
    const std::string open = received(books, core::Channel::online, "1.000004"); // to Wed 15/05
    const std::string suspended = received(books, core::Channel::online, "1.000004");
    const std::string closed = received(books, core::Channel::online, "1.000004");
    const std::string short_one = received(books, core::Channel::online, "1.000001"); // today
    did(books, suspended, Act::request_supplement, morning + days{1});
    did(books, closed, Act::resolve, morning + days{1});
    const auto due = [&](const std::string& code) {
        return books.read()->find_dossier(code)->dossier.due_at();
    };
    REQUIRE(due(open) == at(date(2024, 5, 15), hours{17}));
    const auto head = books.read()->journal_head().seq;

    const core::Instant flood = at(date(2024, 5, 10), hours{8});
    const auto imported = books.import_calendar("date,kind,name\n2024-05-10,holiday,Ngập lụt\n",
                                                core::CalendarImport::add_days, flood);
    REQUIRE(imported.summary);
    REQUIRE(imported.summary->moved.size() == 1);
    CHECK(imported.summary->moved[0].code == open);
    CHECK(imported.summary->moved[0].from == at(date(2024, 5, 15), hours{17}));
    CHECK(imported.summary->moved[0].to == at(date(2024, 5, 16), hours{17}));
    CHECK(due(open) == at(date(2024, 5, 16), hours{17}));
    CHECK(due(short_one) == at(date(2024, 5, 6), hours{17}));
    CHECK(books.read()->journal_head().seq == head + 2); // the calendar, and one dossier's act
    const auto moved = books.read()->event(head + 2);
    CHECK(moved->act == "move-due");
    CHECK(moved->subject == open);
    CHECK(moved->actor.who == "admin");
    CHECK_FALSE(moved->reason.empty());

    did(books, suspended, Act::resume, flood + days{3}); // Monday: counts with the new calendar
    CHECK(due(suspended) == at(date(2024, 5, 21), hours{17}));
    CHECK(books.read()->find_dossier(closed)->dossier.version == 2);
    check_books(books, 20);
}

} // namespace

std::vector<StoreClause> store_contract::dossier_lives() {
    return {
        {"a dossier's whole life is kept and follows from the journal", whole_life},
        {"every ending is counted once, stopped as withdrawn", every_ending},
        {"an act based on a stale version is a conflict and changes nothing",
         stale_version_is_a_conflict},
        {"what came to be known later stands in no report of a period closed before",
         later_knowledge},
        {"a corrected channel moves the dossier's counts to it", corrected_channel},
        {"after random lives the books are sound and counts tell what dossiers tell", random_lives},
        {"a changed calendar moves due dates of open dossiers as recorded acts",
         changed_calendar_moves_due_dates}};
}
