#include "db/error.hpp"
#include "db/sqlite/count_ledger.hpp"
#include "db/sqlite/count_reader.hpp"
#include "db/sqlite/postponed_counts.hpp"
#include "db/sqlite/search_index.hpp"
#include "tests/db/sqlite/office_file.hpp"
#include "tests/support/office_samples.hpp"
#include "tests/support/random.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <tuple>

using core::Figure;
using samples::date;

namespace {

constexpr core::AgencyId office{1};

/// A dossier received in March and due in April 2023.
void count_one(db::CountLedger& ledger, int seed, int sign) {
    const core::Day received = date(2023, 3, 1) + std::chrono::days{seed % 31};
    const core::Day due = received + std::chrono::days{30};
    const core::FigureChange changes[] = {{Figure::received_online, received, received, 1},
                                          {Figure::overdue, due, received, 1}};
    const std::string officer = seed % 2 == 0 ? "lan" : "minh";
    ledger.count({"Hộ tịch", "1.001193", "online", "full", officer}, changes, sign);
    ledger.accept();
}

using Rows = std::map<std::tuple<std::string, std::string, std::string, core::Day>, core::Counts>;

Rows all_rows(db::Connection& connection) {
    Rows rows;
    for (const core::CountTable& table : db::count_tables()) {
        db::read_each_count(connection, office, table, [&](const core::StoredCount& stored) {
            rows[{table.name, stored.grouping, stored.key, stored.first_day}] = stored.counts;
        });
    }
    return rows;
}

std::vector<std::string> all_reports(db::Connection& connection) {
    std::vector<std::string> lines;
    for (int first = 0; first < 90; first += 7) {
        for (const auto by : {core::GroupBy::officer, core::GroupBy::procedure}) {
            const core::Day from = date(2023, 2, 20) + std::chrono::days{first};
            const auto groups =
                db::read_counts(connection, office, by, from, from + std::chrono::days{12});
            for (const core::GroupCounts& group : groups) {
                lines.push_back(group.key + " " +
                                std::to_string(group.before[Figure::received_online]) + " " +
                                std::to_string(group.within[Figure::received_online]) + " " +
                                std::to_string(group.before[Figure::overdue]) + " " +
                                std::to_string(group.within[Figure::overdue]));
            }
        }
    }
    return lines;
}

void add_dossier(db::Connection& connection, int id, const std::string& name) {
    auto row = connection.use(
        "INSERT INTO dossier (dossier_id, agency_id, code, version_id, state, channel, officer, "
        "applicant_name, applicant_id, phone, address, linked_agencies, fee_vnd, paid_vnd, step, "
        "assignee, last_act_at, version, clock_changes, hand_overs, first_event, last_event) "
        "VALUES (?1, 1, ?1, 1, 'in_progress', 'online', '', ?2, '', '', '', '', 0, 0, 0, '', 0, "
        "1, 0, 0, 1, 1)");
    row->bind_all(id, name);
    row->run();
}

std::vector<std::int64_t> found(db::SearchIndex& index, std::vector<std::string> words) {
    std::vector<std::int64_t> ids;
    index.each_match(words, [&](std::int64_t id) {
        ids.push_back(id);
        return true;
    });
    return ids;
}

} // namespace

TEST_CASE("postponed counts are read as if they were added up", "[db][postponed]") {
    OfficeFile added;
    OfficeFile postponed;
    db::CountLedger adding(added.connection, office);
    db::CountLedger postponing(postponed.connection, office);
    Random random(20230301);
    for (int i = 0; i < 60; ++i) {
        const int seed = random.integer(0, 1'000);
        count_one(adding, seed, 1);
        count_one(postponing, seed, 1);
        adding.write_out();
        CHECK(postponing.postpone() == 12); // two figures of six groups
    }
    CHECK(postponed.connection.query_int("SELECT count(*) FROM day_count") == 0);
    CHECK(all_rows(postponed.connection) == all_rows(added.connection));
    CHECK(all_reports(postponed.connection) == all_reports(added.connection));

    postponing.write_out();
    CHECK(postponed.connection.query_int("SELECT count(*) FROM count_change") == 0);
    CHECK(all_rows(postponed.connection) == all_rows(added.connection));
    CHECK(all_reports(postponed.connection) == all_reports(added.connection));
}

TEST_CASE("postponed counts that cancel stored ones leave no row", "[db][postponed]") {
    OfficeFile file;
    db::CountLedger ledger(file.connection, office);
    const core::Day day = date(2023, 3, 1);
    const core::FigureChange due[] = {{Figure::overdue, day, day, 1}};
    const core::GroupKeys keys{"Hộ tịch", "1.001193", "online", "full", "lan"};
    ledger.count(keys, due, 1);
    ledger.accept();
    ledger.write_out();
    ledger.count(keys, due, -1);
    ledger.accept();
    ledger.postpone();
    CHECK(all_rows(file.connection).empty());
    ledger.write_out();
    CHECK(file.connection.query_int("SELECT count(*) FROM day_count") == 0);
}

TEST_CASE("what another process postponed is added up by who comes next", "[db][postponed]") {
    OfficeFile file;
    {
        db::CountLedger gone(file.connection, office);
        count_one(gone, 3, 1);
        gone.postpone();
    }
    const Rows before = all_rows(file.connection);
    db::CountLedger next(file.connection, office);
    next.write_out();
    CHECK(all_rows(file.connection) == before);
    CHECK(file.connection.query_int("SELECT sum(received_online) FROM day_count") == 6);
}

TEST_CASE("a damaged row of postponed counts is told, not counted", "[db][postponed]") {
    OfficeFile file;
    const char* const bytes = GENERATE("x'00'", "x'01000000ffffff7f0f00000001000000'",
                                       "x'0000000001000000000000000100000000'");
    const std::string sql =
        "INSERT INTO count_change (agency_id, changes) VALUES (1, " + std::string(bytes) + ")";
    file.connection.execute(sql.c_str());
    CHECK_THROWS_AS(all_rows(file.connection), db::Damaged);
}

TEST_CASE("a dossier is found before and after it comes into the search index", "[db][postponed]") {
    OfficeFile file;
    db::SearchIndex index(file.connection);
    add_dossier(file.connection, 1, "Nguyễn Văn An");
    add_dossier(file.connection, 2, "Trần Thị Bình");
    add_dossier(file.connection, 3, "Nguyễn Thị Anh");
    const auto all_found = [&] {
        CHECK(found(index, {"nguyen"}) == std::vector<std::int64_t>{3, 1});
        CHECK(found(index, {"nguyen", "an"}) == std::vector<std::int64_t>{3, 1});
        CHECK(found(index, {"thi", "bin"}) == std::vector<std::int64_t>{2});
        CHECK(found(index, {"guyen"}).empty()); // words begin with it, no more
    };
    CHECK(index.waiting() == 3);
    all_found();
    index.catch_up();
    CHECK(index.waiting() == 0);
    all_found();

    add_dossier(file.connection, 4, "Lê Văn Nguyên");
    CHECK(found(index, {"nguyen"}) == std::vector<std::int64_t>{4, 3, 1});
    index.applicant_changed(1, {"Nguyễn Văn An", "", "", "", ""}, {"Lý An", "", "", "", ""});
    CHECK(found(index, {"nguyen"}) == std::vector<std::int64_t>{4, 3});
    CHECK(found(index, {"li"}) == std::vector<std::int64_t>{1});
}
