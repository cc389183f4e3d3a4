#include "core/domain/folded_key.hpp"
#include "core/domain/text.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/schema.hpp"
#include "db/sqlite/search_index.hpp"
#include "db/sqlite/statement.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace {

/// A file of a program that had the first migrations only, with one office, 1, in it.
struct OlderFile {
    TemporaryDirectory folder;
    db::Connection connection{folder / "a.db", db::OpenMode::create};

    explicit OlderFile(std::size_t schema) {
        for (const char* migration : db::migrations().first(schema)) connection.execute(migration);
        connection.execute(("PRAGMA application_id=" + std::to_string(db::application_id) +
                            ";PRAGMA user_version=" + std::to_string(schema) +
                            ";PRAGMA foreign_keys=OFF")
                               .c_str());
        connection.execute("INSERT INTO agency (agency_id, code, name, office, journal_seq, "
                           "journal_hash) VALUES (1, 'A', 'A', '{}', 0, zeroblob(32))");
    }

    void add_dossier(const std::string& code, std::int64_t appointment) {
        auto row = connection.use(
            "INSERT INTO dossier (agency_id, code, version_id, state, channel, officer, "
            "applicant_name, applicant_id, phone, address, linked_agencies, fee_vnd, paid_vnd, "
            "step, assignee, last_act_at, version, clock_changes, hand_overs, first_event, "
            "last_event, appointment) VALUES (1, ?1, 1, 'in_progress', 'online', '', '', '', '', "
            "'', '', 0, 0, 0, '', 0, 1, 0, 0, 1, 1, ?2)");
        row->bind_all(code, appointment);
        row->run();
    }

    void add_event(const std::string& code, const std::string& act) {
        auto row = connection.use(
            "INSERT INTO journal (agency_id, seq, recorded_at, act_at, act, subject, actor, place, "
            "reason, payload, previous_seq, hash) VALUES (1, ?1, 0, 0, ?2, ?3, '', '', '', '', 0, "
            "zeroblob(32))");
        row->bind_all(++seq, act, code);
        row->run();
    }

    std::int64_t told(const std::string& code) {
        return connection.query_int(
            ("SELECT ifnull(max(appointment), -1) FROM dossier WHERE code = '" + code + "'")
                .c_str());
    }

    std::int64_t seq = 0;
};

} // namespace

TEST_CASE("an appointment that a resumed clock has overtaken goes from an older file", "[db]") {
    OlderFile file(3);
    for (const char* code : {"H1", "H2", "H3"}) file.add_dossier(code, 77);
    for (const char* act : {"reappoint", "request-supplement", "resume"}) file.add_event("H1", act);
    for (const char* act : {"request-supplement", "resume", "reappoint"}) file.add_event("H2", act);
    file.add_event("H3", "reappoint");

    CHECK_FALSE(db::is_up_to_date(file.connection));
    db::migrate(file.connection);
    CHECK(db::is_up_to_date(file.connection));
    CHECK(file.told("H1") == -1);
    CHECK(file.told("H2") == 77);
    CHECK(file.told("H3") == 77);
}

TEST_CASE("of a dossier in an older file nobody knows when its applicant was born", "[db]") {
    OlderFile file(5);
    file.add_dossier("H1", 77);
    CHECK_FALSE(db::is_up_to_date(file.connection));
    db::migrate(file.connection);
    CHECK(db::is_up_to_date(file.connection));
    CHECK(file.connection.query_int("SELECT count(*) FROM dossier WHERE code = 'H1' AND "
                                    "birth_date IS NULL AND sex IS NULL") == 1);
}

TEST_CASE("the words that an older file is searched by are made anew", "[db]") {
    OlderFile file(8);
    file.add_dossier("H1", 77);
    file.add_dossier("H2", 77);
    file.connection.execute(
        "UPDATE dossier SET applicant_name = 'K\u02BClong Mỹ';"
        "UPDATE dossier_search_end SET dossier_id = (SELECT min(dossier_id) FROM dossier);"
        "INSERT INTO dossier_search (rowid, words) SELECT dossier_id, 'k\u02BClong my' FROM "
        "dossier "
        "WHERE code = 'H1'");
    db::migrate(file.connection);
    for (const char* typed : {"klong", "K'long mĩ", "mỹ"}) {
        INFO(typed);
        std::size_t found = 0;
        db::SearchIndex(file.connection).each_match(core::search_words(typed), [&](std::int64_t) {
            ++found;
            return true;
        });
        CHECK(found == 2);
    }
    CHECK(file.connection.query_int("SELECT count(*) FROM dossier_search WHERE dossier_search "
                                    "MATCH 'my'") == 0); // the old words are gone
}

TEST_CASE("codes of an older file that differ by what stands between their parts keep their rows",
          "[db]") {
    OlderFile file(9);
    for (const char* code : {"H55-1-23", "H55_1_23", "\"H56-1-23\""}) file.add_dossier(code, 77);
    db::migrate(file.connection);
    CHECK(file.connection.query_int("SELECT count(*) FROM dossier") == 3);
    CHECK(file.connection.query_int("SELECT count(*) FROM dossier WHERE code_key = 'H55-1-23'") ==
          1);
    CHECK(file.connection.query_int("SELECT count(*) FROM dossier WHERE code_key = 'H56-1-23'") ==
          1);
}

TEST_CASE("a code in an older file is found by the rules of today", "[db]") {
    OlderFile file(8);
    for (const char* code : {"\u00D0K-1", "\u0189K-2"}) file.add_dossier(code, 77);
    file.connection.execute("UPDATE dossier SET code_key = code");
    db::migrate(file.connection);
    for (const std::string code : {"\u0110K-1", "\u0111k-2"}) {
        INFO(code);
        CHECK(file.connection.query_int(
                  ("SELECT count(*) FROM dossier WHERE code_key = '" + core::code_key(code) + "'")
                      .c_str()) == 1);
    }
}
