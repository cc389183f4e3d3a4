#include "core/engine/office/administration.hpp"
#include "core/engine/verification/verification.hpp"
#include "tests/support/dossier_samples.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using core::Act;
using samples::at;
using samples::date;
using std::chrono::hours;

namespace {

constexpr const char* live = "000.00.18.H55-240506-0001";
constexpr std::int64_t first_act = 9; // journal row of the hand-over of `live`
constexpr std::int64_t last_row = 13;

/// A little of everything: journal rows 1 to 3 are the office, 4 a user, 5 a device, 6 a
/// register's row and 7 its import, 8 to 13 the life of `live`.
class SmallOffice : public SqliteOffice {
public:
    SmallOffice() {
        const core::Instant morning = at(date(2024, 5, 6), hours{9});
        REQUIRE(books().write([&](core::Books& in) -> core::Result<void> {
            const auto admin = samples::clerk(morning);
            if (auto added = core::add_user(in, {"lan", "Lan", {}, "$argon2id$1", false}, admin);
                !added)
                return added;
            return core::enrol_device(in, {"kiosk-1", {}, "Sảnh", "c0de", "key", false}, admin);
        }));
        REQUIRE(books()
                    .import_register(
                        samples::register_header +
                        "X-1,1.000004,Hoa,019190000001,0900000001,Tổ 1,online,2024-04-02T09:00,"
                        "2024-04-03T09:00/2024-04-05T09:00,2024-04-10T10:00,approved,"
                        "2024-04-11T09:00,postal,BHXH,1,0,lan\n")
                    .summary);
        REQUIRE(books().receive(
            {"1.000003", {"Lê An", "019", "09", "Tổ 2"}, core::Channel::in_person, "lan", 8000},
            morning));
        int day = 0;
        for (const Act act : {Act::hand_over, Act::request_supplement, Act::resume, Act::reappoint,
                              Act::digitise}) {
            REQUIRE(books().act(live, samples::complete_request(act, morning + hours{24 * ++day})));
        }
        REQUIRE(books().read()->journal_head().seq == last_row);
    }

    bool finds(const std::string& what) {
        const auto found = books().findings();
        for (const auto& finding : found) UNSCOPED_INFO(finding);
        return std::any_of(found.begin(), found.end(), [&](const std::string& finding) {
            return finding.find(what) != std::string::npos;
        });
    }
};

/// A change made behind the program's back, and what a verification must say of it.
struct Tampering {
    std::string sql;
    std::string finding;
};

void check_found(const std::vector<Tampering>& all) {
    for (const auto& [sql, finding] : all) {
        SmallOffice office;
        INFO(sql);
        INFO("should find: " << finding);
        office.tamper(sql);
        CHECK(office.finds(finding));
    }
}

std::string of_live(const std::string& assignment) {
    return "UPDATE dossier SET " + assignment + " WHERE code = '" + live + "'";
}

} // namespace

TEST_CASE("nothing is found in sound books, and all of them is read", "[engine][verify]") {
    SmallOffice office;
    const auto view = office.books().read();
    const auto summary = core::verify_books(*view, [](const auto&) { FAIL(); }, {});
    CHECK(summary.findings == 0);
    CHECK(summary.events == last_row);
    CHECK(summary.dossiers == 2);
    const std::int64_t rows = office.query_int(
        "SELECT (SELECT count(*) FROM day_count) + (SELECT count(*) FROM dekad_count) + (SELECT "
        "count(*) FROM month_count) + (SELECT count(*) FROM year_count) + (SELECT count(*) FROM "
        "late_count)");
    CHECK(summary.counts == rows);
    CHECK(office.query_int("SELECT count(*) FROM late_count") > 0);
}

TEST_CASE("a change in any column of a journal row is found", "[engine][verify]") {
    std::vector<Tampering> all;
    const std::string row = "journal row " + std::to_string(first_act);
    for (const char* change :
         {"recorded_at = recorded_at + 1", "act_at = act_at - 1", "act = 'forward'",
          "subject = 'X-1'", "actor = 'Lan'", "place = 'counter 2'", "reason = reason || ' '",
          "payload = replace(payload, 'Chi', 'chi')", "previous_seq = 7", "hash = zeroblob(32)",
          "seq = 99"}) {
        all.push_back({"UPDATE journal SET " + std::string(change) +
                           " WHERE seq = " + std::to_string(first_act),
                       row});
    }
    check_found(all);
}

TEST_CASE("a changed payload is found in each row of the journal", "[engine][verify]") {
    std::vector<Tampering> all;
    for (std::int64_t seq = 1; seq <= last_row; ++seq) {
        const std::string where = " WHERE seq = " + std::to_string(seq);
        const std::string row = "journal row " + std::to_string(seq) + " (";
        all.push_back({"UPDATE journal SET payload = payload || ' '" + where, row});
        all.push_back({"UPDATE journal SET payload = 'nonsense'" + where, row});
    }
    check_found(all);
}

TEST_CASE("rows taken out of the journal or put into it are found", "[engine][verify]") {
    check_found({
        {"DELETE FROM journal WHERE seq = 9", "journal row 9: is missing"},
        {"DELETE FROM journal WHERE seq IN (6, 7, 8)",
         "journal row 6: is missing, and all rows after it up to 8"},
        {"DELETE FROM journal WHERE seq = 1", "journal row 1: is missing"},
        {"DELETE FROM journal WHERE seq = 13", "journal row 13: is missing"},
        {"DELETE FROM journal", "journal row 1: is missing, and all rows after it up to 13"},
        {"INSERT INTO journal SELECT agency_id, 14, recorded_at, act_at, act, subject, actor, "
         "place, reason, payload, previous_seq, hash FROM journal WHERE seq = 13",
         "says that the journal ends at row 13"},
        {"UPDATE agency SET journal_seq = 12", "says that the journal ends at row 12"},
        {"UPDATE agency SET journal_hash = zeroblob(32)", "hash of the journal's last row 13"},
        // the last row gone and the end moved to match: the dossier still tells
        {"DELETE FROM journal WHERE seq = 13; UPDATE agency SET journal_seq = 12, journal_hash = "
         "(SELECT hash FROM journal WHERE seq = 12)",
         std::string("dossier ") + live},
    });
}

TEST_CASE("a change in any column of a dossier is found and named", "[engine][verify]") {
    const std::pair<const char*, const char*> changes[] = {
        {"version_id = version_id + 1", "procedure_code, procedure_version"},
        {"state = 'suspended'", "state"},
        {"channel = 'postal'", "channel"},
        {"officer = 'minh'", "officer"},
        {"applicant_name = 'Lê Ân'", "applicant"},
        {"applicant_id = '018'", "applicant"},
        {"phone = ''", "applicant"},
        {"address = 'Tổ 3'", "applicant"},
        {"submitted_at = 1", "submitted_at"},
        {"received_at = received_at + 1", "received_at"},
        {"due_at = due_at + 1", "due_at"},
        {"due_at = NULL", "due_at"},
        {"appointment = NULL", "appointment"},
        {"closed_at = last_act_at", "closed_at"},
        {"decision = 'approved'", "decision"},
        {"outcome = 'early'", "outcome"},
        {"returned_at = last_act_at", "returned_at"},
        {"return_channel = 'postal'", "return_channel"},
        {"linked_agencies = 'BHXH'", "linked_agencies"},
        {"linked_since = linked_since - 86400", "linked_since"},
        {"digitised_at = NULL", "digitised_at"},
        {"fee_vnd = 0", "fee_vnd"},
        {"paid_vnd = 8000", "paid_vnd"},
        {"step = 1", "step"},
        {"assignee = 'minh'", "assignee"},
        {"last_act_at = last_act_at + 1", "last_act_at"},
        {"version = version + 1", "version"},
        {"clock_changes = 0", "clock"},
        {"clock_changes = 7", "clock_changes"},
        {"hand_overs = 0", "hand_overs"},
        {"hand_overs = 2", "hand_overs"},
        {"first_event = 7", "does not begin at journal row 7"},
        {"last_event = last_event - 1", "digitised_at"},
        {"last_event = 6", "journal row 6 is of X-1"},
        {"last_event = 99", "journal row 99 is missing"},
    };
    for (const auto& [change, member] : changes) {
        SmallOffice office;
        INFO(change);
        office.tamper(of_live(change));
        const auto found = office.books().findings();
        const bool named = std::any_of(
            found.begin(), found.end(), [&, part = std::string(member)](const auto& finding) {
                return finding.find(std::string("dossier ") + live) != std::string::npos &&
                       finding.find(part) != std::string::npos;
            });
        for (const auto& finding : found) UNSCOPED_INFO(finding);
        CHECK(named);
    }
}

TEST_CASE("a dossier's clock, hand-overs and search words are checked", "[engine][verify]") {
    const std::string where = std::string("dossier ") + live;
    check_found({
        {"UPDATE dossier_clock SET due_at = due_at + 60 WHERE position = 2", where},
        {"UPDATE dossier_clock SET at = at + 1 WHERE position = 1", where},
        {"DELETE FROM dossier_clock WHERE position = 1", where},
        {"UPDATE hand_over SET agency = 'Công an'", where},
        {"UPDATE hand_over SET answered_at = handed_at", where},
        {"DELETE FROM hand_over", where},
        {"INSERT INTO dossier_search (dossier_search) VALUES ('delete-all')",
         where + ": is not found by search"},
        {"INSERT INTO procedure_search (procedure_search) VALUES ('delete-all')",
         "procedure 1.000003 from 01/01/2020: is not found by search"},
    });
}

TEST_CASE("dossiers taken out or put in are found", "[engine][verify]") {
    check_found({
        {std::string("DELETE FROM dossier WHERE code = '") + live + "'",
         std::string("dossier ") + live +
             ": its row is missing; its history begins at journal "
             "row 8"},
        {"DELETE FROM dossier WHERE code = 'X-1'", "dossier X-1: its row is missing"},
        {"UPDATE dossier SET code = 'X-2' WHERE code = 'X-1'",
         "dossier X-2: its history is broken"},
        {"UPDATE dossier SET state = 'nonsense' WHERE code = 'X-1'",
         "the dossiers: dossier X-1 holds the unknown word \"nonsense\""},
    });
}

TEST_CASE("a changed, removed or added count is found in each table", "[engine][verify]") {
    std::vector<Tampering> all;
    const std::pair<std::string, std::string> spans[] = {
        {"day", "10000"}, {"dekad", "1000"}, {"month", "100"}, {"year", "1"}};
    for (const auto& [span, year] : spans) {
        const std::string table = span + "_count";
        const std::string finding = table + " row of ";
        all.push_back({"UPDATE " + table +
                           " SET received_online = received_online + 1 WHERE "
                           "grouping = 'field' AND received_online = 1",
                       finding + "field Hộ tịch"});
        all.push_back({"UPDATE " + table + " SET overdue = overdue - 1 WHERE grouping = 'total'",
                       finding + "total "});
        all.push_back(
            {"DELETE FROM " + table + " WHERE grouping = 'officer'", finding + "officer lan"});
        const std::string a_year_later = "UPDATE " + table + " SET " + span + " = " + span + " + " +
                                         year + " WHERE grouping = 'channel'";
        all.push_back({a_year_later, finding + "channel in_person from "});
        all.push_back({a_year_later, "follows from no dossier"});
    }
    all.push_back(
        {"UPDATE late_count SET number = 2 WHERE grouping = 'total'", "late count row of total "});
    all.push_back({"DELETE FROM late_count WHERE grouping = 'level'", "late count row of level "});
    all.push_back({"UPDATE late_count SET known_from = known_from + 1 WHERE grouping = 'total'",
                   "late count row of total "});
    all.push_back({"UPDATE count_group SET key = 'minh' WHERE key = 'lan'", "officer minh"});
    all.push_back({"DELETE FROM count_group WHERE key = 'lan'", "officer lan"});
    check_found(all);
}

TEST_CASE("a changed calendar day is found", "[engine][verify]") {
    const std::string day = "calendar day 04/05/2024: ";
    check_found({
        {"UPDATE calendar_day SET kind = 'holiday' WHERE day = 20240504", day + "was changed"},
        {"UPDATE calendar_day SET name = '' WHERE day = 20240504", day + "was changed"},
        {"DELETE FROM calendar_day WHERE day = 20240504", day + "is missing"},
        {"PRAGMA ignore_check_constraints=ON; UPDATE calendar_day SET kind = 'odd' WHERE day = "
         "20240504",
         "the calendar: calendar day 04/05/2024 holds the unknown word \"odd\""},
        {"INSERT INTO calendar_day VALUES (1, 20240506, 'holiday', '')",
         "calendar day 06/05/2024: is not in the journal"},
    });
}

TEST_CASE("a change in any column of a procedure's version is found", "[engine][verify]") {
    const std::string where = "procedure 1.000003 from 01/01/2020: ";
    std::vector<Tampering> all;
    for (const char* change :
         {"name = 'Khác'", "field = 'Khác'", "unit = 'working_day'", "half_units = 31",
          "cutoff_minutes = 0", "fee_vnd = 1", "online_level = 'none'", "sector = 'vertical'",
          "linked_agencies = 'BHXH'", "documents = 'Đơn'", "decision = ''",
          "effective_to = 20301231"}) {
        all.push_back(
            {"UPDATE procedure_version SET " + std::string(change) + " WHERE code = '1.000003'",
             where + "was changed"});
    }
    all.push_back({"UPDATE procedure_version SET effective_from = 20200102 WHERE code = '1.000003'",
                   where + "is missing"});
    all.push_back({"UPDATE procedure_version SET code = '3.1' WHERE code = '1.000006'",
                   "procedure 3.1 from 01/01/2020: is not in the journal"});
    all.push_back({"DELETE FROM procedure_version WHERE code = '1.000006'",
                   "procedure 1.000006 from 01/01/2020: is missing"});
    check_found(all);
}

TEST_CASE("changed users, devices, code numbers and offices are found", "[engine][verify]") {
    const std::string number = "code number of 06/05/2024: ";
    check_found({
        {"UPDATE user_account SET name = 'Lân'", "user lan: was changed"},
        {"UPDATE user_account SET role = 'admin'", "user lan: was changed"},
        {"UPDATE user_account SET password_hash = 'x'", "user lan: was changed"},
        {"UPDATE user_account SET disabled = 1", "user lan: was changed"},
        {"UPDATE user_account SET role = 'king'",
         "the users and devices: user lan holds the unknown word \"king\""},
        {"DELETE FROM user_account", "user lan: is missing"},
        {"UPDATE user_account SET login = 'minh'", "user minh: is not in the journal"},
        {"UPDATE device SET kind = 'board'", "device kiosk-1: was changed"},
        {"UPDATE device SET key_hash = ''", "device kiosk-1: was changed"},
        {"UPDATE device SET code_hash = ''", "device kiosk-1: was changed"},
        {"UPDATE device SET revoked = 1", "device kiosk-1: was changed"},
        {"DELETE FROM device", "device kiosk-1: is missing"},
        {"UPDATE code_number SET last_number = 2", number + "is 2, but the last code has 1"},
        {"DELETE FROM code_number", number + "is 0"},
        {"INSERT INTO code_number VALUES (1, 20240507, 1)",
         "code number of 07/05/2024: follows from no dossier"},
        {"UPDATE agency SET practice = 1", "the office's row: is marked for practice"},
        {"UPDATE agency SET office = replace(office, 'Ba Hàng', 'Ba Vì')", "the office's row: "},
        {"UPDATE agency SET office = 'nonsense'",
         "the office's row: the office's row cannot be read"},
        {"UPDATE agency SET name = 'UBND phường Ba Vì'", "the office's row: "},
        {"UPDATE agency SET code = '000.00.19.H55'", "the office's row: "},
    });
}

TEST_CASE("verification names a dossier and a procedure whose text is not UTF-8 any more",
          "[engine][verification]") {
    for (const char* column : {"applicant_name", "applicant_id", "phone"}) {
        SmallOffice office;
        INFO(column);
        office.tamper(of_live(std::string(column) + " = CAST(x'C3284E' AS TEXT)"));
        CHECK(office.finds(std::string("dossier ") + live));
    }
    SmallOffice office;
    office.tamper("UPDATE procedure_version SET name = CAST(x'C3284E' AS TEXT)");
    CHECK(office.finds("procedure "));
}
