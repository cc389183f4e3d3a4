#include "core/engine/dossiers/due_explanation.hpp"
#include "tests/support/dossier_samples.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

using core::ErrorKind;
using samples::at;
using samples::date;
using samples::morning;
using namespace std::chrono_literals;

namespace {

struct Ward {
    explicit Ward(SqliteOffice& office)
        : catalogue(office.books().read()->procedure_versions()),
          calendar(office.books().read()->office().hours, office.books().read()->calendar_days()) {}

    core::Catalogue catalogue;
    core::WorkingCalendar calendar;

    core::Result<core::DueExplanation> received(const char* procedure, core::Instant when) const {
        return core::explain_receipt(catalogue, calendar, procedure, when, {});
    }
};

core::Error refused(const core::Result<core::DueExplanation>& explanation) {
    REQUIRE_FALSE(explanation);
    return explanation.error();
}

} // namespace

TEST_CASE("a receipt is explained by the version in force on its day",
          "[engine][due_explanation]") {
    SqliteOffice office;
    const Ward ward(office);
    const auto before = ward.received("1.000005", at(date(2024, 5, 31), 9h));
    const auto after = ward.received("1.000005", at(date(2024, 6, 3), 9h));
    REQUIRE((before && after));
    CHECK(before->procedure.decision == "QĐ1");
    CHECK(after->procedure.decision == "QĐ2");
    CHECK(before->deadline.due_at == at(date(2024, 6, 5), 11h + 30min));
    CHECK(before->steps.back().kind == core::StepKind::due);
}

TEST_CASE("a receipt that cannot be explained is refused by its reason",
          "[engine][due_explanation]") {
    SqliteOffice office;
    const Ward ward(office);
    CHECK(refused(ward.received("9.9", morning)).kind == ErrorKind::not_found);
    CHECK(refused(ward.received("2.000001", morning)).message.code == "procedure-not-in-force");
    const auto beyond = refused(ward.received("1.000004", at(date(2999, 12, 31), 9h)));
    CHECK(beyond.field == "received");
    CHECK(beyond.message.code == "field-beyond-calendar");
}

TEST_CASE("a dossier's due date is explained from its own receipt, with its pauses",
          "[engine][due_explanation]") {
    SqliteOffice office;
    const auto dossier = office.books().receive(
        {"1.000004", {"Lê Thị Hoa", "", "", ""}, core::Channel::in_person, "lan", 0}, morning);
    REQUIRE(dossier);
    const Ward ward(office);
    CHECK(core::explain_due(ward.catalogue, ward.calendar, *dossier)->deadline.due_at ==
          dossier->due_at());
    const auto paused = office.books().act(
        dossier->code, samples::complete_request(core::Act::request_supplement, morning + 1h));
    REQUIRE(paused);
    CHECK(core::explain_due(ward.catalogue, ward.calendar, *paused)->deadline.suspended);
    CHECK(refused(core::explain_due(ward.catalogue, ward.calendar, core::Dossier())).message.code ==
          "dossier-not-received-no-due");
}
