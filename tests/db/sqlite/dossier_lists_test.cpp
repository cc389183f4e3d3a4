// Lists in SQLite: which index serves which walk, and the order of names while it is made.

#include "core/domain/vietnamese_order.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/dossier_lists.hpp"
#include "db/sqlite/dossier_rows.hpp"
#include "db/sqlite/name_order.hpp"
#include "db/sqlite/transaction.hpp"
#include "db/sqlite_store.hpp"
#include "tests/support/list_walks.hpp"
#include "tests/support/random_lives.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <thread>

using core::DossierOrder;
using core::DossierQuery;
using core::DossierSort;
using samples::OfficeBooks;
using Standing = DossierQuery::Standing;

namespace {

constexpr DossierOrder by_name{DossierSort::applicant, false};

/// A ward's file that is also written to behind the store's back.
struct ListedWard {
    TemporaryDirectory folder;
    std::unique_ptr<core::Store> store =
        db::open_sqlite_store(folder / "ward.db", db::StoreMode::create);
    OfficeBooks books = OfficeBooks::found(*store);
    db::Connection beside{folder / "ward.db", db::OpenMode::read_write};

    std::int64_t named() { return db::NameOrder(beside).end(); }

    void order_names(std::size_t most) {
        db::Transaction transaction(beside);
        db::NameOrder(beside).catch_up(most);
        transaction.commit();
    }

    std::vector<std::string> plan(const DossierQuery& query) {
        db::DossierRows rows(beside, books.agency());
        return db::DossierLists(beside, rows, static_cast<std::int64_t>(books.agency()))
            .plan(query);
    }

    void check_names(Standing standing) {
        for (const bool descending : {false, true}) {
            DossierQuery query;
            query.standing = standing;
            query.order = {DossierSort::applicant, descending};
            const auto expected =
                samples::in_order(samples::standing_now(*books.read(), query), query);
            CHECK(samples::walk(books, query, 9) == expected);
        }
    }
};

bool sorts(const std::vector<std::string>& plan) {
    return std::any_of(plan.begin(), plan.end(), [](const std::string& step) {
        return step.find("TEMP B-TREE") != std::string::npos;
    });
}

/// The first step of each statement: how its rows are come by.
std::string text_of(const std::vector<std::string>& plan) {
    std::string text;
    for (const std::string& step : plan) text += step + "\n";
    return text;
}

} // namespace

TEST_CASE("names are in order while their table is behind, complete, and of another edition",
          "[db][lists]") {
    ListedWard ward;
    Random random{20260611};
    samples::receive_colliding_names(ward.books, random, 40);
    samples::live_through_three_weeks(ward.books, random);
    REQUIRE(ward.named() == 0);
    for (const std::size_t more : {50U, 60U, 1'000U}) {
        ward.check_names(Standing::any);
        ward.order_names(more);
        CHECK(ward.named() > 0);
    }
    ward.check_names(Standing::any);
    ward.check_names(Standing::open);
    CHECK(ward.books.findings().empty());
    ward.beside.execute("UPDATE dossier_name_end SET edition = 'vi.0'");
    CHECK(ward.named() == 0);
    ward.check_names(Standing::any);
    ward.order_names(1'000);
    ward.check_names(Standing::any);
    CHECK(ward.books.findings().empty());
}

TEST_CASE("a name that is put right moves to its place", "[db][lists]") {
    ListedWard ward;
    Random random{20260612};
    samples::receive_colliding_names(ward.books, random, 12);
    ward.order_names(1'000);
    const auto some = ward.books.read()->list_dossiers(DossierQuery{}).at(4).dossier;
    const auto request = samples::complete_request(core::Act::correct, some.last_act_at);
    REQUIRE(ward.books.act(some.code, request));
    REQUIRE(ward.books.read()->find_dossier(some.code)->dossier.applicant != some.applicant);
    ward.check_names(Standing::any);
    CHECK(ward.books.findings().empty());
}

TEST_CASE("a table of names that lost a row is found by verification", "[db][lists]") {
    ListedWard ward;
    Random random{20260613};
    samples::receive_colliding_names(ward.books, random, 5);
    ward.order_names(1'000);
    ward.beside.execute("DELETE FROM dossier_name WHERE dossier_id = 2");
    CHECK(ward.books.findings().size() == 1);
}

TEST_CASE("an idle writer brings the order of names up to date", "[db][lists]") {
    ListedWard ward;
    REQUIRE(ward.books
                .import_register([] {
                    Random random{20260614};
                    return samples::random_register(random, 1'500);
                }())
                .summary);
    for (int tries = 0; tries < 200 && ward.named() == 0; ++tries)
        std::this_thread::sleep_for(std::chrono::milliseconds{50});
    CHECK(ward.named() == 1'500);
}

TEST_CASE("a walk by code or as stored goes along an index and never sorts", "[db][lists]") {
    ListedWard ward;
    Random random{20260615};
    samples::receive_colliding_names(ward.books, random, 20);
    ward.order_names(1'000);
    for (const DossierOrder order : samples::all_orders()) {
        using enum DossierSort;
        if (order.by != stored && order.by != code) continue;
        DossierQuery query;
        query.order = order;
        query.limit = 5;
        const auto page = core::list_page(*ward.books.read(), query, std::nullopt);
        INFO(to_text(order));
        for (const auto& after : {std::optional<core::DossierPosition>(), page.next}) {
            query.after = after;
            // Of the open ones, which are few, an order may be made in passing.
            query.state = core::DossierState::returned;
            const auto plan = ward.plan(query);
            INFO(text_of(plan));
            CHECK_FALSE(sorts({plan.begin(), plan.end()}));
        }
    }
}

TEST_CASE("a walk by name goes along the table of names", "[db][lists]") {
    ListedWard ward;
    Random random{20260616};
    samples::receive_colliding_names(ward.books, random, 20);
    ward.order_names(1'000);
    DossierQuery query;
    query.order = by_name;
    query.limit = 5;
    query.after = core::list_page(*ward.books.read(), query, std::nullopt).next;
    const std::string plan = text_of(ward.plan(query));
    CHECK_THAT(plan, Catch::Contains("SEARCH dossier_name USING PRIMARY KEY (agency_id=? AND "
                                     "name_key>?)"));
    CHECK_THAT(plan, Catch::Contains("SEARCH dossier_name USING PRIMARY KEY (agency_id=? AND "
                                     "name_key=? AND dossier_id>?)"));
}

TEST_CASE("the rest of the dossiers with the same value is read by their ids", "[db][lists]") {
    ListedWard ward;
    Random random{20260617};
    samples::receive_colliding_names(ward.books, random, 20);
    for (const DossierSort sort : {DossierSort::officer, DossierSort::procedure,
                                   DossierSort::status, DossierSort::channel}) {
        DossierQuery query;
        query.order = DossierOrder{sort, false};
        query.limit = 2;
        query.after = core::list_page(*ward.books.read(), query, std::nullopt).next;
        const std::string plan = text_of(ward.plan(query));
        INFO(plan);
        CHECK_THAT(plan, Catch::Contains("SEARCH dossier USING INTEGER PRIMARY KEY (rowid>?)"));
    }
}
