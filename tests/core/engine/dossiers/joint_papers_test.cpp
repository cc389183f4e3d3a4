#include "core/engine/dossiers/joint_papers.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

using core::Dossier;
using samples::at;
using samples::date;
using samples::morning;
using namespace std::chrono_literals;

namespace {

Dossier received_at(core::Instant when, std::optional<core::Instant> due) {
    Dossier dossier;
    dossier.code = "X-1";
    dossier.applicant.name = "Lê Thị Hoa";
    dossier.received_at = when;
    dossier.clock = {{when, true, due}};
    dossier.fee_vnd = 2'000;
    dossier.paid_vnd = 2'000;
    return dossier;
}

core::Result<core::BatchReceipt> batch(std::initializer_list<Dossier> dossiers) {
    std::vector<const Dossier*> all;
    for (const Dossier& each : dossiers) all.push_back(&each);
    return core::batch_receipt(all);
}

} // namespace

TEST_CASE("one receipt for several: the first receipt, the last due date, all fees",
          "[engine][joint_papers]") {
    const Dossier first = received_at(morning, morning + 5h);
    Dossier second = received_at(morning - 1h, morning + 9h);
    CHECK(batch({first, second})->received_at == morning - 1h);
    CHECK(batch({first, second})->due_at == morning + 9h);
    CHECK(batch({first, second})->fee_vnd == 4'000);
    CHECK(batch({first, second})->unpaid_vnd == 0);
    second.paid_vnd = 1'999;
    second.clock.back().due_at.reset();
    CHECK(batch({first, second})->unpaid_vnd == 1);
    CHECK_FALSE(batch({first, second})->due_at);
}

TEST_CASE("one receipt is for one person, of dossiers that were received",
          "[engine][joint_papers]") {
    Dossier first = received_at(morning, {});
    Dossier second = first;
    second.applicant.id_number = "019090000001";
    CHECK(batch({first, second}));
    first.applicant.id_number = "019090000002";
    CHECK(batch({first, second}).error().message.code == "batch-dossier-of-another");
    second = first;
    second.applicant.name = "Lê Thị Hòa";
    CHECK(batch({first, second}).error().message.code == "batch-dossier-of-another");
    second = first;
    second.received_at.reset();
    CHECK(batch({first, second}).error().message.code == "batch-dossier-not-received");
}

TEST_CASE("a paper that nobody counted is there once", "[engine][joint_papers]") {
    CHECK(core::copies_of({"Giấy khai sinh"}) == 1);
    CHECK(core::copies_of({"Giấy khai sinh", 1, 3, 0}) == 3);
    CHECK(core::copies_of({"Giấy khai sinh", 1, 3, 2}) == 2);
}

TEST_CASE("the register has what was received from the first day to the last, by receipt",
          "[engine][joint_papers]") {
    SqliteOffice office;
    const auto receive = [&](core::Instant when) {
        REQUIRE(office.books().receive(
            {"1.000002", {"Lê Thị Hoa", "", "", ""}, core::Channel::in_person, "lan", 0}, when));
    };
    for (const int day : {6, 7, 8, 9}) receive(at(date(2024, 5, day), 9h));
    receive(at(date(2024, 5, 7), 8h));
    const auto rows =
        core::received_between(*office.books().read(), date(2024, 5, 7), date(2024, 5, 8));
    REQUIRE(rows);
    std::vector<core::Instant> instants;
    for (const Dossier& each : *rows) instants.push_back(*each.received_at);
    CHECK(instants == std::vector<core::Instant>{at(date(2024, 5, 7), 8h), at(date(2024, 5, 7), 9h),
                                                 at(date(2024, 5, 8), 9h)});
}
