#include "core/domain/dossier.hpp"
#include "tests/support/dossier_samples.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/week.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

using namespace std::chrono_literals;
using core::Dossier;
using core::DossierState;
using samples::at;
using samples::date;
using samples::monday;

namespace {

Dossier in_state(DossierState state, int step = 0) {
    Dossier dossier;
    dossier.state = state;
    dossier.step = step;
    return dossier;
}

} // namespace

TEST_CASE("every state has its national status number", "[domain][dossier]") {
    CHECK(core::national_status(in_state(DossierState::submitted)) == 1);
    CHECK(core::national_status(in_state(DossierState::in_progress)) == 2);
    CHECK(core::national_status(in_state(DossierState::refused)) == 3);
    CHECK(core::national_status(in_state(DossierState::suspended)) == 5);
    CHECK(core::national_status(in_state(DossierState::withdrawn)) == 7);
    CHECK(core::national_status(in_state(DossierState::stopped)) == 8);
    CHECK(core::national_status(in_state(DossierState::resolved)) == 9);
    CHECK(core::national_status(in_state(DossierState::returned)) == 10);
}

TEST_CASE("a dossier is received until its first step, then in progress", "[domain][dossier]") {
    CHECK(core::national_status(in_state(DossierState::in_progress, 0)) == 2);
    CHECK(core::national_status(in_state(DossierState::in_progress, 1)) == 4);
    CHECK(core::national_status(in_state(DossierState::in_progress, 5)) == 4);
}

TEST_CASE("a suspended dossier waits for payment while money is owed", "[domain][dossier]") {
    Dossier dossier = in_state(DossierState::suspended, 1);
    dossier.fee_vnd = 8000;
    CHECK(core::national_status(dossier) == 6);
    dossier.paid_vnd = 7999;
    CHECK(core::national_status(dossier) == 6);
    dossier.paid_vnd = 8000;
    CHECK(core::national_status(dossier) == 5);
}

TEST_CASE("money owed changes no other status", "[domain][dossier]") {
    Dossier dossier = in_state(DossierState::in_progress, 1);
    dossier.fee_vnd = 8000;
    CHECK(core::national_status(dossier) == 4);
    dossier.state = DossierState::resolved;
    CHECK(core::national_status(dossier) == 9);
}

TEST_CASE("what is due is what the clock said last", "[domain][dossier]") {
    Dossier dossier;
    CHECK_FALSE(dossier.due_at());
    dossier.clock = {{at(monday, 9h), true, at(monday + std::chrono::days{3}, 17h)}};
    CHECK(dossier.due_at() == at(monday + std::chrono::days{3}, 17h));
    dossier.clock.push_back({at(monday, 10h), false, std::nullopt});
    CHECK_FALSE(dossier.due_at());
    dossier.clock.push_back({at(monday, 11h), true, at(monday + std::chrono::days{4}, 17h)});
    CHECK(dossier.due_at() == at(monday + std::chrono::days{4}, 17h));
}

TEST_CASE("pauses are the stretches in which the clock stood", "[domain][dossier]") {
    Dossier dossier;
    CHECK(dossier.pauses().empty());
    dossier.clock = {{at(monday, 8h), true, at(monday, 17h)},
                     {at(monday, 9h), false, std::nullopt},
                     {at(monday, 10h), true, at(monday, 17h)},
                     {at(monday, 11h), true, at(monday, 16h)}, // a due date moved
                     {at(monday, 14h), false, std::nullopt}};
    const std::vector<core::Pause> expected = {{at(monday, 9h), at(monday, 10h)},
                                               {at(monday, 14h), std::nullopt}};
    CHECK(dossier.pauses() == expected);
}

TEST_CASE("a clock that stands already is not paused again", "[domain][dossier]") {
    Dossier dossier;
    dossier.clock = {{at(monday, 8h), true, at(monday, 17h)},
                     {at(monday, 9h), false, std::nullopt},
                     {at(monday, 10h), false, std::nullopt},
                     {at(monday, 11h), true, at(monday, 17h)}};
    CHECK(dossier.pauses() == std::vector<core::Pause>{{at(monday, 9h), at(monday, 11h)}});
}

TEST_CASE("a dossier is open from receipt to its end", "[domain][dossier]") {
    for (const DossierState state : samples::all_states) {
        CAPTURE(core::to_text(state));
        const bool open = state == DossierState::in_progress || state == DossierState::suspended;
        CHECK(in_state(state).is_open() == open);
    }
}

TEST_CASE("states, channels and decisions are read as they are written", "[domain][dossier]") {
    for (const DossierState state : samples::all_states) {
        CHECK_FALSE(core::to_text(state).empty());
        CHECK(core::parse_dossier_state(core::to_text(state)) == state);
    }
    for (const std::string_view word : {"online", "in_person", "postal"}) {
        REQUIRE(core::parse_channel(word));
        CHECK(core::to_text(*core::parse_channel(word)) == word);
    }
    for (const std::string_view word : {"approved", "rejected"}) {
        REQUIRE(core::parse_decision(word));
        CHECK(core::to_text(*core::parse_decision(word)) == word);
    }
    CHECK_FALSE(core::parse_dossier_state("open"));
    CHECK_FALSE(core::parse_channel("Online"));
    CHECK_FALSE(core::parse_decision(""));
}

TEST_CASE("a fee is paid or not, and where there is none it is neither", "[domain][dossier]") {
    CHECK_FALSE(core::is_fee_paid(0, 0));
    CHECK(core::is_fee_paid(2'000, 0) == true);
    CHECK(core::is_fee_paid(2'000, 1) == false);
}

TEST_CASE("what its own version asks for and nobody handed in is missing", "[domain][dossier]") {
    core::ProcedureVersion procedure;
    procedure.documents = {"Tờ khai", "Giấy chứng sinh", "Ảnh"};
    const auto missing = [&](const std::vector<std::string>& names) {
        std::vector<core::DossierComponent> handed_in;
        for (const std::string& name : names) {
            handed_in.emplace_back();
            handed_in.back().name = name;
        }
        return core::missing_documents(procedure, handed_in);
    };
    CHECK(missing({}) == procedure.documents);
    CHECK(missing({"Ảnh", "Sổ hộ khẩu", "Tờ khai"}) == std::vector<std::string>{"Giấy chứng sinh"});
    CHECK(missing(procedure.documents).empty());
}
