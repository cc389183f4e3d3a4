#include "core/engine/office/procedure_lists.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using core::ProcedureQuery;
using samples::date;

namespace {

const core::Day may = date(2024, 5, 6);
const core::Day june = date(2024, 6, 3);

class Board {
public:
    std::vector<std::string> on(core::Day today, ProcedureQuery query = {}) {
        if (query.limit == 0) query.limit = 100;
        return shown(core::posting_board(*office_.books().read(), catalogue, query, today));
    }

    std::vector<std::string> all(const ProcedureQuery& query) {
        return shown(core::all_versions(*office_.books().read(), catalogue, query));
    }

    std::size_t total = 0;

private:
    SqliteOffice office_;

public:
    core::Catalogue catalogue{office_.books().read()->procedure_versions()};

private:
    std::vector<std::string> shown(const core::ProcedurePage& page) {
        total = page.total;
        std::vector<std::string> texts;
        for (const auto& version : page.versions)
            texts.push_back(version.code + " " + version.decision);
        return texts;
    }
};

ProcedureQuery page(std::size_t skip, std::size_t limit) { return {{}, {}, {}, limit, skip}; }

} // namespace

TEST_CASE("the posting board has of each procedure the version in force that day",
          "[engine][procedure_lists]") {
    Board board;
    const auto then = board.on(may);
    CHECK(then.size() == 6); // not the one that ended in 2019
    CHECK(std::count(then.begin(), then.end(), "1.000005 QĐ1") == 1);
    const auto later = board.on(june);
    CHECK(std::count(later.begin(), later.end(), "1.000005 QĐ1") == 0);
    CHECK(std::count(later.begin(), later.end(), "1.000005 QĐ2") == 1);
    CHECK(board.on(date(2019, 12, 31)) == std::vector<std::string>{"2.000001 QĐ0"});
}

TEST_CASE("the posting board is narrowed by words, field and level, and cut into pages",
          "[engine][procedure_lists]") {
    Board board;
    using Texts = std::vector<std::string>;
    CHECK(board.on(may, {"chung thuc", {}, {}}) == Texts{"1.000002 QĐ1"});
    CHECK(board.on(may, {{}, "Hộ tịch", {}}) == Texts{"1.000001 QĐ1", "1.000004 QĐ1"});
    for (const char* spelled : {"HỘ TỊCH", "Hộ  tịch", "Ho\u0302\u0323 ti\u0323ch"})
        CHECK(board.on(may, {{}, spelled, {}}).size() == 2);
    CHECK(board.on(may, {{}, "Hộ", {}}).empty());
    CHECK(board.on(may, {{}, "Hộ tịch", core::OnlineLevel::full}) == Texts{"1.000004 QĐ1"});
    CHECK(board.on(may, page(1, 2)) == Texts{"1.000002 QĐ1", "1.000003 QĐ1"});
    CHECK(board.total == 6);
}

TEST_CASE("all versions are listed by code and first date, those that ended too",
          "[engine][procedure_lists]") {
    Board board;
    CHECK(board.all(page(4, 3)) ==
          std::vector<std::string>{"1.000005 QĐ1", "1.000005 QĐ2", "1.000006 QĐ1"});
    CHECK(board.total == 8);
}

TEST_CASE("a procedure is shown as it is in force, or as it was last",
          "[engine][procedure_lists]") {
    const Board board;
    const auto land = core::procedure_history(board.catalogue, "1.000005", june);
    REQUIRE(land);
    CHECK(land->shown.decision == "QĐ2");
    CHECK(land->in_force);
    CHECK(land->versions.size() == 2);
    const auto ended = core::procedure_history(board.catalogue, "2.000001", june);
    CHECK(ended->shown.decision == "QĐ0");
    CHECK_FALSE(ended->in_force);
    CHECK(core::procedure_history(board.catalogue, "9.9", june).error().kind ==
          core::ErrorKind::not_found);
}

TEST_CASE("an import closes a version that ends earlier than before, or at all",
          "[engine][procedure_lists]") {
    core::ProcedureVersion before;
    core::ProcedureVersion after;
    CHECK_FALSE(core::is_closed(before, after));
    after.effective_to = june;
    CHECK(core::is_closed(before, after));
    before.effective_to = june;
    CHECK_FALSE(core::is_closed(before, after));
    after.effective_to = may;
    CHECK(core::is_closed(before, after));
    after.effective_to.reset();
    CHECK_FALSE(core::is_closed(before, after));
}
