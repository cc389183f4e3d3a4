// What a store says of rows that it cannot read. A word that no vocabulary has is never taken for
// another one, and the row is told in the language of whoever is told.

#include "core/words/failure.hpp"
#include "tests/support/said.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

#include <functional>
#include <string>
#include <vector>

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using samples::date;

namespace {

/// A change made behind the program's back, what then reads the row, and how the row is named.
struct Unreadable {
    std::string sql;
    std::function<void(core::BooksView&)> read;
    std::string english;
    std::string vietnamese;
};

void check_told(const std::vector<Unreadable>& all) {
    for (const Unreadable& row : all) {
        SqliteOffice office;
        INFO(row.sql);
        office.tamper("PRAGMA ignore_check_constraints=ON; " + row.sql);
        const auto books = office.books().read();
        std::string in_vietnamese;
        try {
            row.read(*books);
        } catch (const std::exception& failure) {
            in_vietnamese = words::say(words::Language(), failure);
        }
        CHECK_THAT(in_vietnamese, StartsWith(row.vietnamese));
        CHECK_THAT(samples::told_by([&] { row.read(*books); }), StartsWith(row.english));
    }
}

} // namespace

TEST_CASE("a word that no vocabulary has is told with its row, and read as no other",
          "[db][unreadable]") {
    const std::string unknown = " holds the unknown word \"odd\": ";
    const std::string la = " có từ lạ \"odd\": ";
    check_told({
        {"UPDATE calendar_day SET kind = 'odd' WHERE day = 20240504",
         [](auto& books) { books.calendar_days(); }, "calendar day 04/05/2024" + unknown,
         "ngày 04/05/2024 của lịch" + la},
        {"INSERT INTO user_account VALUES (1, 'lan', 'Lan', 'odd', '', 0)",
         [](auto& books) { books.users(); }, "user lan" + unknown, "người dùng lan" + la},
        {"INSERT INTO device VALUES (1, 'kiosk-1', 'odd', '', '', '', 0)",
         [](auto& books) { books.devices(); }, "device kiosk-1" + unknown, "thiết bị kiosk-1" + la},
        {"INSERT INTO feedback VALUES (7, 1, 0, 'odd', 0, '', '', '', '', NULL)",
         [](auto& books) { books.feedback().latest(9); }, "feedback 7" + unknown,
         "ý kiến số 7" + la},
        {"UPDATE procedure_version SET sector = 'odd' WHERE code = '1.000003'",
         [](auto& books) { books.procedure_versions(); }, "procedure 1.000003" + unknown,
         "thủ tục 1.000003" + la},
        {"INSERT INTO ticket VALUES (1, 20240506, 'A001', 1, 'A', NULL, 0, 'odd', NULL, 0, NULL, "
         "NULL, NULL, 0, NULL, 0, NULL, NULL, NULL, '', '', 0, 1, NULL, "
         "NULL, NULL)",
         [](auto& books) { books.tickets().find("T240506-A001"); }, "ticket T240506-A001" + unknown,
         "số T240506-A001" + la},
    });
}

TEST_CASE("a row that is gone, or holds no office, is told by what it was", "[db][unreadable]") {
    check_told({
        {"DELETE FROM agency", [](auto& books) { books.office(); },
         "the office's row cannot be read: ", "không đọc được dòng của cơ quan: "},
        {"UPDATE agency SET office = 'odd'", [](auto& books) { books.office(); },
         "the office's row cannot be read: ", "không đọc được dòng của cơ quan: "},
        {"DELETE FROM agency", [](auto& books) { books.journal_head(); },
         "the journal's end cannot be read: ", "không đọc được chỗ kết thúc của nhật ký: "},
    });
}

TEST_CASE("damage of the store is told by messages, with SQLite's own words as a fact of one",
          "[db][unreadable]") {
    const auto damage_after = [](const std::string& sql) {
        SqliteOffice office;
        office.tamper("PRAGMA ignore_check_constraints=ON; " + sql);
        return office.books().read()->damage();
    };
    CHECK(damage_after("").empty());
    // An index that the schema has forgotten leaves pages behind.
    const auto forgotten =
        damage_after("PRAGMA writable_schema=ON; DELETE FROM sqlite_schema WHERE name = "
                     "'content_hash'; PRAGMA schema_version=9999");
    REQUIRE(forgotten.size() == 1);
    CHECK(forgotten.front().code == "cannot-be-read");
    CHECK_THAT(samples::in_vietnamese(forgotten.front()),
               StartsWith("không đọc được (") && Contains(" is never used"));
    CHECK(damage_after("UPDATE dossier_search_end SET dossier_id = 5") ==
          std::vector<core::Message>{"finding-search-end-of-no-dossier"});
    CHECK(damage_after("INSERT INTO dossier (dossier_id, agency_id, code, version_id, state, "
                       "channel, officer, applicant_name, applicant_id, phone, address, "
                       "linked_agencies, fee_vnd, paid_vnd, step, assignee, last_act_at, version, "
                       "clock_changes, hand_overs, first_event, last_event) VALUES (1, 1, 'X-1', "
                       "1, 'in_progress', 'online', '', '', '', '', '', '', 0, 0, 0, '', 0, 1, 0, "
                       "2, 1, 1)") ==
          std::vector<core::Message>{
              {"finding-dossier-contradicts-itself",
               {{"code", "X-1"}, {"members", "due_at, clock_changes, hand_overs"}}}});
}
