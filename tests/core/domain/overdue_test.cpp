#include "core/domain/overdue.hpp"
#include "tests/support/dossier_samples.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/random_samples.hpp"

#include <catch2/catch.hpp>

using core::Act;
using core::Dossier;
using core::Instant;
using samples::at;
using samples::date;
using namespace std::chrono_literals;

namespace {

const core::Day receipt_day = date(2024, 5, 6);

const Instant due_instant = at(date(2024, 5, 9), 17h); // three working days after Monday

Dossier three_day_dossier() {
    return core::receive_dossier(samples::intake(at(receipt_day, 9h)), samples::three_day_rules());
}

Dossier told_another_date(const Dossier& dossier, Instant appointment) {
    Dossier told =
        samples::done(dossier, Act::reappoint, at(receipt_day, 10h), samples::three_day_rules());
    told.appointment = appointment;
    return told;
}

} // namespace

TEST_CASE("a dossier is overdue from its due instant on", "[domain][overdue]") {
    const Dossier dossier = three_day_dossier();
    REQUIRE(dossier.due_at() == due_instant);
    CHECK_FALSE(core::is_overdue(dossier, due_instant - 1s));
    CHECK(core::is_overdue(dossier, due_instant));
    CHECK(core::is_overdue(dossier, due_instant + 240h));
}

TEST_CASE("only an open dossier that is not suspended is overdue", "[domain][overdue]") {
    Dossier dossier = three_day_dossier();
    for (const core::DossierState state : samples::all_states) {
        dossier.state = state;
        CAPTURE(core::to_text(state));
        const bool runs = state == core::DossierState::in_progress;
        CHECK(core::is_overdue(dossier, due_instant) == runs);
        CHECK(core::is_past_appointment(dossier, due_instant) == runs);
    }
    const auto suspended = samples::done(three_day_dossier(), Act::request_supplement,
                                         at(receipt_day, 10h), samples::three_day_rules());
    CHECK_FALSE(core::is_overdue(suspended, due_instant));
    const auto endless = samples::procedure(samples::no_limit());
    const Dossier without_limit = core::receive_dossier(
        samples::intake(at(receipt_day, 9h)), {samples::three_day_rules().calendar, endless});
    CHECK_FALSE(core::is_overdue(without_limit, due_instant + 24'000h));
    CHECK_FALSE(core::is_past_appointment(without_limit, due_instant + 24'000h));
}

TEST_CASE("a new appointment moves what the citizen was told, not what the office owes",
          "[domain][overdue]") {
    const Instant later = due_instant + 48h;
    const Dossier dossier = told_another_date(three_day_dossier(), later);
    CHECK(core::told_appointment(dossier) == later);
    CHECK(core::is_overdue(dossier, due_instant));
    CHECK_FALSE(core::is_past_appointment(dossier, due_instant));
    CHECK_FALSE(core::is_past_appointment(dossier, later - 1s));
    CHECK(core::is_past_appointment(dossier, later));
    const Dossier earlier = told_another_date(three_day_dossier(), due_instant - 24h);
    CHECK(core::is_past_appointment(earlier, due_instant - 24h));
    CHECK_FALSE(core::is_overdue(earlier, due_instant - 24h));
}

TEST_CASE("without another appointment the citizen was told the due instant", "[domain][overdue]") {
    CHECK(core::told_appointment(three_day_dossier()) == due_instant);
    CHECK(core::is_past_appointment(three_day_dossier(), due_instant));
    CHECK_FALSE(core::is_past_appointment(three_day_dossier(), due_instant - 1s));
}

TEST_CASE("another agency's answer is late by its own clock until it comes", "[domain][overdue]") {
    core::HandOver hand_over;
    CHECK_FALSE(core::is_overdue(hand_over, due_instant));
    hand_over.due_at = due_instant;
    CHECK_FALSE(core::is_overdue(hand_over, due_instant - 1s));
    CHECK(core::is_overdue(hand_over, due_instant));
    hand_over.answered_at = due_instant + 1h;
    CHECK_FALSE(core::is_overdue(hand_over, due_instant + 2h));
}

TEST_CASE("what is due at the end of a day is overdue on that day", "[domain][overdue]") {
    CHECK(core::first_day_overdue(due_instant) == date(2024, 5, 9));
    const Instant midnight = at(date(2024, 5, 10), 0h);
    CHECK(core::first_day_overdue(midnight) == date(2024, 5, 9));
    CHECK(core::has_come(midnight, midnight));
    CHECK(core::first_day_overdue(midnight + 1s) == date(2024, 5, 10));
}

TEST_CASE("between acts overdue changes only when it is said to", "[domain][overdue]") {
    Random random{20260511};
    const auto told = [](const Dossier& dossier, Instant now) {
        std::vector<bool> flags = {core::is_overdue(dossier, now),
                                   core::is_past_appointment(dossier, now)};
        for (const core::HandOver& each : dossier.hand_overs)
            flags.push_back(core::is_overdue(each, now));
        return flags;
    };
    int changes = 0;
    for (int i = 0; i < 300; ++i) {
        const Dossier dossier = samples::random_dossier(random, samples::three_day_rules());
        const Instant now = samples::random_later(random, dossier.last_act_at);
        const auto next = core::next_overdue_change(dossier, now);
        const auto flags = told(dossier, now);
        if (!next) {
            CHECK(told(dossier, now + 24'000h) == flags);
            continue;
        }
        ++changes;
        REQUIRE(*next > now);
        CHECK(told(dossier, *next - 1s) == flags);
        CHECK(told(dossier, *next) != flags);
    }
    CHECK(changes > 10);
}

TEST_CASE("a dossier is due today while it is open, its hour past or not", "[domain][overdue]") {
    const Dossier dossier = three_day_dossier();
    CHECK_FALSE(core::is_due_today(dossier, due_instant - 17h - 1s)); // the evening before
    CHECK(core::is_due_today(dossier, due_instant - 17h));
    CHECK(core::is_due_today(dossier, due_instant + 6h));
    CHECK_FALSE(core::is_due_today(dossier, due_instant + 7h));
    const Dossier resolved =
        samples::done(dossier, Act::resolve, due_instant - 1h, samples::three_day_rules());
    CHECK_FALSE(core::is_due_today(resolved, due_instant));
}

TEST_CASE("days overdue are whole ones since the due instant", "[domain][overdue]") {
    const Dossier dossier = three_day_dossier();
    CHECK_FALSE(core::days_overdue(dossier, due_instant - 1s));
    CHECK(core::days_overdue(dossier, due_instant) == std::chrono::days{0});
    CHECK(core::days_overdue(dossier, due_instant + 24h - 1s) == std::chrono::days{0});
    CHECK(core::days_overdue(dossier, due_instant + 24h) == std::chrono::days{1});
}

TEST_CASE("an appointment that is the due date is no other one", "[domain][overdue]") {
    CHECK_FALSE(core::was_told_another_date(three_day_dossier()));
    CHECK_FALSE(core::was_told_another_date(told_another_date(three_day_dossier(), due_instant)));
    CHECK(core::was_told_another_date(told_another_date(three_day_dossier(), due_instant + 24h)));
}

TEST_CASE("another agency's answer is judged by days", "[domain][overdue]") {
    const Instant due = samples::at(samples::date(2024, 5, 10), 11h);
    const auto judged = [&](int day, std::chrono::hours hour) {
        return core::judge_answer(due, samples::at(samples::date(2024, 5, day), hour));
    };
    CHECK(judged(9, 23h) == core::Outcome::early);
    CHECK(judged(10, 0h) == core::Outcome::on_time);
    CHECK(judged(10, 23h) == core::Outcome::on_time);
    CHECK(judged(11, 0h) == core::Outcome::late);
}
