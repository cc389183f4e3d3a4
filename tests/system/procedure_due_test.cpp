// The due date that a dossier would have is the one that it gets.

#include "tests/support/served_ward.hpp"

#include <catch2/catch.hpp>

namespace {

const std::string procedure = "/api/v1/procedures/2.000815/due";

} // namespace

TEST_CASE("anybody is told when a dossier received at a moment would be due", "[system][due]") {
    ServedWard ward;
    auto nobody = ward.as("nobody");
    const std::string received = "2026-11-20T16:30:00+07:00"; // Friday; the next Tuesday is off
    const auto told = nobody.request("GET", procedure + "?received=2026-11-20T16:30", "",
                                     {{"Accept-Language", "en"}}); // as the command says it
    REQUIRE(told.status == 200);
    auto by_command = ward.ward().done_json(
        {"due", "--procedure", "2.000815", "--received", received, "--explain"});
    CHECK(told.json == by_command);
    CHECK_FALSE(told["steps"].as_array().empty());
}

TEST_CASE("without a moment it is the due date of a dossier received now", "[system][due]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const auto before = officer.get(procedure).text("due_at");
    const auto received = officer.get("/api/v1/dossiers/" + receive(officer)).text("due_at");
    const auto after = officer.get(procedure).text("due_at");
    CHECK((received == before || received == after)); // the day may have turned between them
}

TEST_CASE("a due date is refused with a sentence where there is none to tell", "[system][due]") {
    ServedWard ward;
    auto nobody = ward.as("nobody");
    CHECK(nobody.get("/api/v1/procedures/none/due").status == 404);
    CHECK(nobody.get(procedure + "?received=soon").status == 422);
    CHECK(nobody.get(procedure + "?received=1980-01-01T08:00").status == 409);
}
