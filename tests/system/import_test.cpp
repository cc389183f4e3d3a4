#include "tests/system/ward.hpp"

#include <boost/json/object.hpp>
#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
using ward::register_header;
using ward::register_row;
using ward::Ward;

namespace {

/// One thing that is wrong with a file, and how it is named.
struct BadRow {
    std::map<std::string, std::string> columns;
    const char* column;
    const char* reason;
};

const std::vector<BadRow> bad_rows = {
    {{{"code", ""}}, "code", "is empty"},
    {{{"code", std::string(65, 'X')}}, "code", "longer than 64"},
    {{{"code", "000.00.18.H55-230103-0001"}}, "code", "already stored with other content"},
    {{{"procedure_code", ""}}, "procedure_code", "is empty"},
    {{{"procedure_code", "9.999999"}},
     "procedure_code",
     "Procedure 9.999999 is not in the catalogue"},
    {{{"received_at", "2018-01-03T08:00"}, {"procedure_code", "1.001193"}},
     "procedure_code",
     "Procedure 1.001193 is not in force on 03/01/2018"},
    {{{"applicant_name", "Lương \x01 Hoa"}}, "column 3", "control character 0x01"},
    {{{"channel", "fax"}}, "channel", "fax"},
    {{{"channel", ""}}, "channel", ""},
    {{{"received_at", ""}}, "received_at", "is empty"},
    {{{"received_at", "2023-02-29T08:00"}}, "received_at", "2023-02-29T08:00"},
    {{{"received_at", "03/01/2023"}}, "received_at", "03/01/2023"},
    {{{"pauses", "2023-01-03T08:00"}}, "pauses", "is not a pause"},
    {{{"pauses", "2023-01-03T09:00/2023-01-03T08:00"}}, "pauses", "ends before it begins"},
    {{{"pauses", "2023-01-02T09:00/2023-01-03T09:00"}}, "pauses", "before the receipt"},
    {{{"pauses", "2023-01-03T09:00/"}}, "resolved_at", "resolved while the pause"},
    {{{"resolved_at", "2023-01-02T15:33"}}, "resolved_at", "is before received_at"},
    {{{"resolved_at", ""}, {"returned_at", ""}, {"return_channel", ""}}, "resolved_at", "is empty"},
    {{{"result", "lost"}}, "result", "lost"},
    {{{"result", ""}}, "result", "is empty"},
    {{{"result", "withdrawn"}}, "returned_at", "withdrawn"},
    {{{"returned_at", "2023-01-03T09:15"}}, "returned_at", "is before resolved_at"},
    {{{"returned_at", ""}}, "returned_at", "is empty"},
    {{{"return_channel", ""}}, "return_channel", "is empty"},
    {{{"return_channel", "pigeon"}}, "return_channel", "pigeon"},
    {{{"digitised", "maybe"}}, "digitised", "is not 0 or 1"},
    {{{"fee_vnd", "2.5"}}, "fee_vnd", "is not an amount"},
    {{{"fee_vnd", "-1"}}, "fee_vnd", "is not an amount"},
    {{{"fee_vnd", "99999999999999999999"}}, "fee_vnd", "is not an amount"},
    {{{"address", "\xff\xfe"}}, "", "UTF-8"},
    {{{"officer", "cc01,one too many"}}, "", "18 columns instead of 17"},
    {{{"address", "\"never closed"}}, "", "quote"},
};

} // namespace

TEST_CASE("each kind of bad row is named by line, column and reason, and nothing is stored",
          "[system][import]") {
    const Ward ward;
    ward::write_file(ward / "first.csv", ward::first_rows(50));
    ward.import_register(ward / "first.csv");
    const std::string before = ward.books();

    const auto file = ward / "bad.csv";
    for (const auto& [columns, column, reason] : bad_rows) {
        ward::write_file(file, register_header + register_row({{"code", "GOOD"}}) +
                                   register_row(columns));
        const auto lines = ward.refused_lines({"import", "register", file});
        INFO(columns.begin()->first << " = " << columns.begin()->second);
        REQUIRE(lines.size() == 2);
        const std::string place = "bad.csv:3: " + std::string(column) + (*column ? ": " : "");
        INFO(lines.front());
        CHECK(lines.front().starts_with(place));
        CHECK_THAT(lines.front().substr(std::min(place.size(), lines.front().size())),
                   Contains(reason));
        CHECK_THAT(lines.back(), Contains("1 problems in bad.csv: nothing was stored"));
    }
    CHECK(ward.books() == before);
    CHECK(ward.is_sound());
}

TEST_CASE("every bad row of a file is named, not only the first", "[system][import]") {
    const Ward ward;
    const auto file = ward / "bad.csv";
    std::string text = register_header;
    for (int n = 0; n < 100; ++n) {
        const std::string code = "CODE-" + std::to_string(n);
        text += register_row({{"code", code}, {n % 2 ? "channel" : "officer", "fax"}});
    }
    text += register_row({{"code", "CODE-0"}, {"channel", "fax"}, {"digitised", "2"}});
    text += register_row({{"code", "CODE-0"}});
    ward::write_file(file, text);

    const auto lines = ward.refused_lines({"import", "register", file});
    REQUIRE(lines.size() == 50 + 2 + 1 + 1);
    CHECK(lines[0].starts_with("bad.csv:3: channel: \"fax\""));
    CHECK(lines[49].starts_with("bad.csv:101: channel: "));
    CHECK(lines[50].starts_with("bad.csv:102: channel: "));
    CHECK(lines[51].starts_with("bad.csv:102: digitised: "));
    CHECK_THAT(lines[52], Contains("bad.csv:103: code: ") && Contains("stands twice"));
    CHECK_THAT(lines[53], Contains("53 problems in bad.csv: nothing was stored"));

    const Ended json = ward.run({"import", "register", file, "--format", "json"});
    CHECK(json.status == 1);
    CHECK_THAT(json.output, Contains("\"problem_count\":53") && Contains("\"added\":0") &&
                                Contains("{\"line\":3,\"column\":\"channel\",\"reason\":"));
}

TEST_CASE("a register without the right header is refused in one sentence", "[system][import]") {
    const Ward ward;
    const auto file = ward / "bad.csv";
    const auto refused = [&](const std::string& text) {
        ward::write_file(file, text);
        return ward.refused({"import", "register", file});
    };
    CHECK_THAT(refused(""), Contains("bad.csv: nothing was stored: line 1: the file is empty"));
    CHECK_THAT(refused("code,procedure_code\nA,B\n"),
               Contains("Missing columns: `applicant_name`"));
    std::string header = register_header;
    header.replace(header.find("phone"), 5, "email");
    CHECK_THAT(refused(header + register_row()),
               Contains("Missing columns: `phone`") && Contains("Unknown columns: `email`"));
    CHECK_THAT(refused(ward::read_file(ward::demo_file("calendar.csv"))),
               Contains("Unknown columns: `date`"));
    CHECK_THAT(ward.refused({"import", "register", ward / "none.csv"}), Contains("none.csv"));
    CHECK_THAT(ward.refused({"import", "register", ward / ""}), Contains("cannot read"));
}

TEST_CASE("the same file imported twice adds nothing the second time", "[system][import]") {
    const Ward ward;
    const auto file = ward::demo_file("register.csv");
    const auto first = ward.done_json({"import", "register", file});
    CHECK(first.at("rows") == 3936);
    CHECK(first.at("added") == 3936);
    const std::string before = ward.books();

    const auto second = ward.done_json({"import", "register", file});
    CHECK(second.at("rows") == 3936);
    CHECK(second.at("added") == 0);
    CHECK(second.at("changed") == 0);
    CHECK(second.at("already_stored") == 3936);
    CHECK(ward.books() == before);
    CHECK_THAT(ward.done({"import", "catalogue", ward::demo_file("procedures.csv")}),
               Contains("164 rows, 0 added, 0 changed, 164 stored already"));
    CHECK_THAT(ward.done({"import", "calendar", ward::demo_file("calendar.csv")}),
               Contains(" 0 added, 0 changed, "));
    CHECK_THAT(ward.done({"verify"}), Contains("sound: 3.940 events, 3.936 dossiers"));
}

TEST_CASE("a dry run shows what would happen and stores nothing", "[system][import]") {
    const Ward ward;
    const auto file = ward::demo_file("register.csv");
    const std::string before = ward.books();
    CHECK_THAT(ward.done({"import", "register", file, "--dry-run"}),
               Contains("3.936 added") && Contains("nothing was stored"));
    CHECK(ward.done_json({"import", "register", file, "--dry-run"}).at("dry_run") == true);
    CHECK(ward.books() == before);
}

TEST_CASE("a register may have a byte order mark, CRLF and line breaks within quotes",
          "[system][import]") {
    const Ward ward;
    std::string text = register_header + register_row({{"address", "\"Tổ 2,\nBa \"\"Hàng\"\"\""}});
    ward::write_file(ward / "lf.csv", text);
    ward.import_register(ward / "lf.csv");
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
        text.insert(at, "\r");
    ward::write_file(ward / "crlf.csv", "\xef\xbb\xbf" + text);
    const auto again = ward.done_json({"import", "register", ward / "crlf.csv"});
    CHECK(again.at("already_stored") == 1);
    const auto history = ward.done_json({"history", "000.00.18.H55-230103-9001"});
    CHECK(history.at(0).at("data").at("row").at("address") == "Tổ 2, Ba \"Hàng\"");
}

TEST_CASE("bad rows of a catalogue and of a calendar are named too", "[system][import]") {
    const Ward ward;
    const auto file = ward / "bad.csv";
    const std::string procedures = ward::read_file(ward::demo_file("procedures.csv"));
    ward::write_file(file, procedures.substr(0, procedures.find('\n') + 1) +
                               "A,Tên,Hộ tịch,2.5,calendar_day,,0,full,ward,,,,2023-01-01,\n"
                               "B,Tên,Hộ tịch,1,week,15.00,0,some,ward,,,,31/02/2023,\n");
    auto lines = ward.refused_lines({"import", "catalogue", file});
    REQUIRE(lines.size() >= 5);
    CHECK(lines[0].starts_with("bad.csv:2: duration: \"2.5\""));
    CHECK(lines[1].starts_with("bad.csv:3: unit: \"week\""));

    ward::write_file(file, "date,kind,name\n2023-09-02,holiday,Quốc khánh\n"
                           "2023-09-31,holiday,\n2023-09-03,party,\n");
    lines = ward.refused_lines({"import", "calendar", file});
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].starts_with("bad.csv:3: date: "));
    CHECK(lines[1].starts_with("bad.csv:4: kind: \"party\""));
    CHECK(ward.is_sound());
}

TEST_CASE("a changed calendar moves the due dates of open dossiers and shows them",
          "[system][import]") {
    const Ward ward;
    ward::write_file(ward / "open.csv", register_header + register_row({{"code", "OPEN"},
                                                                        {"resolved_at", ""},
                                                                        {"result", ""},
                                                                        {"returned_at", ""},
                                                                        {"return_channel", ""}}));
    ward.import_register(ward / "open.csv");
    ward::write_file(ward / "flood.csv", "date,kind,name\n2023-01-03,holiday,Lũ lụt\n");
    const auto moved =
        ward.done_json({"import", "calendar", ward / "flood.csv", "--reason", "Lũ lụt"});
    REQUIRE(moved.at("moved").as_array().size() == 1);
    CHECK(moved.at("moved").at(0).at("code") == "OPEN");
    CHECK(moved.at("moved").at(0).at("from") == "2023-01-03T17:00:00+07:00");
    CHECK(moved.at("moved").at(0).at("to") == "2023-01-04T17:00:00+07:00");
    CHECK_THAT(ward.done({"history", "OPEN"}), Contains("Lũ lụt"));
    CHECK(ward.is_sound());
}
