#include "core/engine/seeding/seeding.hpp"
#include "tests/support/report_check.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

#include <set>

using Catch::Matchers::Contains;
using samples::date;

namespace {

const core::SeedPlan plan{400, date(2024, 4, 15), date(2024, 6, 14), 7};

core::Result<std::int64_t> seed(SqliteOffice& office, const core::SeedPlan& with = plan) {
    const auto now = samples::at(date(2024, 6, 15), std::chrono::hours{9});
    return core::seed_books(office.store(), office.books().agency(), with, samples::clerk(now), {});
}

core::Hash journal_end(SqliteOffice& office) { return office.books().read()->journal_head().hash; }

} // namespace

TEST_CASE("the same plan twice gives the same books to the last byte", "[engine][seed]") {
    SqliteOffice first;
    SqliteOffice second;
    SqliteOffice other;
    REQUIRE(*seed(first) == 400);
    REQUIRE(*seed(second) == 400);
    core::SeedPlan other_plan = plan;
    other_plan.random_seed = 8;
    REQUIRE(seed(other, other_plan));
    CHECK(journal_end(first) == journal_end(second));
    CHECK(journal_end(first) != journal_end(other));
}

TEST_CASE("seeded books are sound, marked as practice and reported alike", "[engine][seed]") {
    SqliteOffice office;
    REQUIRE(seed(office));
    const auto view = office.books().read();
    CHECK(view->is_practice());
    CHECK(view->dossier_count() == plan.dossiers);
    CHECK(office.books().findings() == std::vector<std::string>{});
    Random random{9};
    samples::check_many_periods(*view, random, 5);
}

TEST_CASE("seeded dossiers are received within the plan, in order, and end within it",
          "[engine][seed]") {
    SqliteOffice office;
    REQUIRE(seed(office));
    core::Day day = plan.first;
    std::set<core::Day> days;
    std::set<core::DossierState> states;
    std::int64_t wrong = 0;
    office.books().read()->each_dossier(
        core::BooksView::Which::all, [&](const core::StoredDossier& stored) {
            const core::Day received = core::local_date(*stored.dossier.received_at);
            wrong += received < day || core::local_date(stored.dossier.last_act_at) > plan.last;
            day = received;
            days.insert(day);
            states.insert(stored.dossier.state);
            return true;
        });
    CHECK(wrong == 0);
    CHECK(day <= plan.last);
    CHECK(days.size() > 35); // every working day of two months has its share
    CHECK(states.contains(core::DossierState::returned));
    CHECK(states.contains(core::DossierState::in_progress));
}

TEST_CASE("a practice office may be seeded again", "[engine][seed]") {
    SqliteOffice office;
    REQUIRE(seed(office));
    REQUIRE(seed(office));
    CHECK(office.books().read()->dossier_count() == 2 * plan.dossiers);
    CHECK(office.books().findings() == std::vector<std::string>{});
}

TEST_CASE("made-up dossiers are never mixed with real ones", "[engine][seed]") {
    SqliteOffice office;
    REQUIRE(office.books().receive({"1.000002", {}, {}, "lan", 0},
                                   samples::at(date(2024, 5, 6), std::chrono::hours{9})));
    const auto head = office.books().read()->journal_head();
    const auto refused = seed(office);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == core::ErrorKind::not_allowed);
    CHECK(refused.error().message.code == "seed-into-real-books");
    CHECK(office.books().read()->journal_head() == head);
    CHECK_FALSE(office.books().read()->is_practice());
}

TEST_CASE("a plan that cannot be is refused and marks nothing", "[engine][seed]") {
    SqliteOffice office;
    const core::SeedPlan impossible[] = {
        {10, date(2024, 5, 2), date(2024, 5, 1), 1},    // backwards
        {10, date(2024, 5, 11), date(2024, 5, 12), 1},  // a weekend
        {10, date(2000, 1, 3), date(2000, 12, 29), 1}}; // before the catalogue
    for (const auto& each : impossible) {
        const auto refused = seed(office, each);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == core::ErrorKind::invalid_input);
    }
    CHECK_FALSE(office.books().read()->is_practice());
}
