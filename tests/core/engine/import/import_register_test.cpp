#include "core/engine/reporting/reporting.hpp"
#include "tests/support/report_check.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using Catch::Matchers::Contains;
using samples::Imported;
using namespace std::chrono_literals;

namespace {

using Changes = std::map<std::string, std::string>;

/// A sound row, with some of its columns as the test wants them.
std::string row(const std::map<std::string, std::string>& changes = {}) {
    std::map<std::string, std::string> fields = {{"code", "X-1"},
                                                 {"procedure_code", "1.000003"},
                                                 {"applicant_name", "Lê Thị Hoa"},
                                                 {"channel", "online"},
                                                 {"received_at", "2024-05-06T09:00"},
                                                 {"resolved_at", "2024-05-10T09:00"},
                                                 {"result", "approved"},
                                                 {"returned_at", "2024-05-13T09:00"},
                                                 {"return_channel", "postal"},
                                                 {"digitised", "1"}};
    for (const auto& [column, value] : changes) fields[column] = value;
    std::string text;
    std::size_t start = 0;
    const std::string header = samples::register_header;
    for (std::size_t end = 0; end < header.size(); start = end + 1) {
        end = header.find_first_of(",\n", start);
        const auto found = fields.find(header.substr(start, end - start));
        text += (found == fields.end() ? "" : core::csv_field(found->second)) + header[end];
        if (header[end] == '\n') break;
    }
    return text;
}

struct BadRow {
    std::map<std::string, std::string> changes;
    std::string column;
    std::string reason;
};

const std::map<std::string, std::string> open_dossier = {
    {"resolved_at", ""}, {"result", ""}, {"returned_at", ""}, {"return_channel", ""}};

std::map<std::string, std::string> open_with(std::map<std::string, std::string> changes) {
    changes.insert(open_dossier.begin(), open_dossier.end());
    return changes;
}

const std::vector<BadRow> bad_rows = {
    {{{"code", ""}}, "code", "is empty"},
    {{{"code", std::string(65, 'X')}}, "code", "longer than 64"},
    {{{"procedure_code", ""}}, "procedure_code", "is empty"},
    {{{"code", "-"}}, "code", "no letter and no digit"},
    {{{"code", "#N/A"}}, "code", "#N/A"},
    {{{"procedure_code", "NULL"}}, "procedure_code", "empty cell"},
    {{{"applicant_name", ""}}, "applicant_name", "is empty"},
    {{{"applicant_name", "\u200B \u3164"}}, "applicant_name", "is empty"},
    {{{"applicant_name", "44927"}}, "applicant_name", "one of a date"},
    {{{"applicant_name", "nan"}}, "applicant_name", "empty cell"},
    {{{"applicant_name", "#REF!"}}, "applicant_name", "formula"},
    {{{"applicant_id", "NULL"}}, "applicant_id", "empty cell"},
    {{{"phone", "#VALUE!"}}, "phone", "formula"},
    {{{"address", "(null)"}}, "address", "empty cell"},
    {{{"officer", "undefined"}}, "officer", "empty cell"},
    {{{"linked_agencies", "44927"}}, "linked_agencies", "one of a date"},
    {{{"procedure_code", "9.999999"}}, "procedure_code", "9.999999 is not in the catalogue"},
    {{{"procedure_code", "2.000001"}}, "procedure_code", "in force on 06/05/2024"},
    {{{"procedure_code", "7.5E+05"}}, "procedure_code", "E+"},
    {{{"procedure_code", "2.00093"}}, "procedure_code", "took the code for a number"},
    {{{"code", "#####"}}, "code", "too narrow"},
    {{{"code", "1.5E+3"}}, "code", "E+"},
    {{{"code", "02/01/2026"}}, "code", "it is a date"},
    {{{"applicant_id", "15.08.1979"}}, "applicant_id", "it is a date"},
    {{{"officer", "Nguy\u00D4n V\u00A8n A"}}, "officer", "TCVN3"},
    {{{"received_at", "06/05/2024"}}, "received_at", "no time of day"},
    {{{"channel", "by pigeon"}}, "channel", "\"by pigeon\" is not one of online"},
    {{{"channel", ""}}, "channel", "online, in_person, postal"},
    {{{"received_at", ""}}, "received_at", "is empty"},
    {{{"received_at", "2024-02-30T09:00"}}, "received_at", "2024-02-30"},
    {{{"received_at", "2024-05-06"}}, "received_at", ""},
    {{{"received_at", "2024-05-06T24:01"}}, "received_at", ""},
    {{{"resolved_at", "2024-04-31T09:00"}}, "resolved_at", "2024-04-31"},
    {{{"resolved_at", "2024-05-06T08:59:59"}}, "resolved_at", "before received_at"},
    {{{"resolved_at", ""}, {"returned_at", ""}, {"return_channel", ""}},
     "resolved_at",
     "\"approved\""},
    {{{"result", ""}}, "result", "resolved_at is given"},
    {{{"result", "done"}}, "result", "approved, rejected, withdrawn"},
    {{{"result", "withdrawn"}}, "returned_at", "withdrawn dossier"},
    {{{"returned_at", "2024-05-10T08:59"}}, "returned_at", "before resolved_at"},
    {{{"returned_at", ""}}, "returned_at", "return_channel is given"},
    {{{"return_channel", ""}}, "return_channel", "returned_at is given"},
    {{{"return_channel", "fax"}}, "return_channel", "\"fax\""},
    {{{"resolved_at", ""}, {"result", ""}}, "returned_at", "no result"},
    {{{"digitised", "maybe"}}, "digitised", "\"maybe\" is not 0 or 1"},
    {{{"fee_vnd", "8.00"}}, "fee_vnd", "\"8.00\""},
    {{{"fee_vnd", "-1"}}, "fee_vnd", "whole VND"},
    {{{"pauses", "2024-05-07T09:00"}}, "pauses", "FROM/TO"},
    {{{"pauses", "yesterday/2024-05-07T09:00"}}, "pauses", "yesterday"},
    {{{"pauses", "2024-05-07T09:00/tomorrow"}}, "pauses", "tomorrow"},
    {{{"pauses", "2024-05-06T08:00/2024-05-07T09:00"}}, "pauses", "before the receipt"},
    {{{"pauses", "2024-05-08T09:00/2024-05-07T09:00"}}, "pauses", "ends before it begins"},
    {{{"pauses", "2024-05-07T09:00/2024-05-08T09:00;2024-05-08T08:00/2024-05-08T10:00"}},
     "pauses",
     "overlaps"},
    {{{"pauses", "2024-05-08T09:00/2024-05-08T10:00;2024-05-07T09:00/2024-05-07T10:00"}},
     "pauses",
     "overlaps"},
    {{{"pauses", "2024-05-07T09:00/;2024-05-08T08:00/2024-05-08T10:00"}}, "pauses", "is open"},
    {{{"pauses", "2024-05-07T09:00/"}}, "resolved_at", "resume it first"},
    {{{"pauses", "2024-05-07T09:00/2024-05-11T09:00"}}, "resolved_at", "resume it first"},
    {{{"pauses", "2024-05-11T09:00/2024-05-11T10:00"}}, "pauses", "after the dossier was closed"},
};

void check_named(const Imported& imported,
                 std::int64_t line,
                 const std::string& column,
                 const std::string& reason) {
    REQUIRE_FALSE(imported.problems.empty());
    const auto& problem = imported.problems.front();
    CHECK(problem.line == line);
    CHECK(problem.column == column);
    CHECK_THAT(samples::in_english(problem.reason), Contains(reason));
    CHECK_FALSE(imported.summary);
    CHECK_THAT(imported.refusal, Contains("register.csv") && Contains("nothing was stored"));
}

} // namespace

TEST_CASE("each bad row is named by line, column and reason", "[engine][import]") {
    SqliteOffice office;
    const auto head = office.books().read()->journal_head();
    for (const BadRow& bad : bad_rows) {
        INFO(row(bad.changes));
        const std::string text =
            samples::register_header + row({{"code", "X-0"}}) + row(bad.changes);
        const auto imported = office.books().import_register(text);
        check_named(imported, 3, bad.column, bad.reason);
        CHECK(imported.problems.size() == 1);
        CHECK(office.books().read()->journal_head() == head);
    }
    CHECK(office.books().read()->dossier_count() == 0);
    CHECK(office.books().findings() == std::vector<std::string>{});
}

TEST_CASE("codes and dates are read as other offices write them", "[engine][import]") {
    SqliteOffice office;
    const auto imported = office.books().import_register(
        samples::register_header + row({{"code", "H29.163-260702-0007"}}) +
        row({{"code", "07/2026/HS-CT"}, {"procedure_code", "１.０００００３ "}}) +
        row({{"code", "12E5"}, {"received_at", "2024/05/06 09:00"}}));
    REQUIRE(imported.summary);
    const auto books = office.books().read();
    for (const char* code : {"H29.163-260702-0007", "07/2026/HS-CT", "12E5"}) {
        INFO(code);
        const auto stored = books->find_dossier(code);
        REQUIRE(stored);
        CHECK(stored->dossier.procedure_code == "1.000003");
        CHECK(stored->dossier.received_at == samples::at(samples::date(2024, 5, 6), 9h));
    }
    // The same row with its codes in other spellings is the same row.
    const auto again = office.books().import_register(
        samples::register_header +
        row({{"code", "07/2026/hs-ct"}, {"procedure_code", "1.000003"}}));
    REQUIRE(again.summary);
    CHECK(again.summary->already_stored == 1);
    CHECK(office.books().findings() == std::vector<std::string>{});
}

TEST_CASE("a row is the stored one again, whatever stands between the parts of its code",
          "[engine][import]") {
    SqliteOffice office;
    REQUIRE(office.books()
                .import_register(samples::register_header + row({{"code", "H29.163-260702-0007"}}))
                .summary);
    for (const char* code :
         {"H29.163_260702_0007", "h29.163 260702 0007", "\u201CH29.163-260702-0007\u201D",
          "H29.163-260702-0007.", "H29,163-260702-0007"}) {
        INFO(code);
        const auto again =
            office.books().import_register(samples::register_header + row({{"code", code}}));
        REQUIRE(again.summary);
        CHECK(again.summary->already_stored == 1);
        CHECK(again.summary->added == 0);
    }
    const auto twice = office.books().import_register(samples::register_header +
                                                      row({{"code", "K1_260702_0007"}}) +
                                                      row({{"code", "K1-260702-0007"}}));
    CHECK_FALSE(twice.summary);
    REQUIRE(twice.problems.size() == 1);
    CHECK(twice.problems[0].reason.code == "row-stands-twice");
    CHECK(office.books().read()->dossier_count() == 1);
    CHECK(office.books().findings() == std::vector<std::string>{});
}

TEST_CASE("every bad row is named, not only the first, and nothing is stored", "[engine][import]") {
    SqliteOffice office;
    std::string text = samples::register_header;
    for (int i = 0; i < 2000; ++i) {
        text += row({{"code", "X-" + std::to_string(i)},
                     {"channel", i % 2 == 0 ? "online" : "smoke"},
                     {"fee_vnd", i % 4 == 1 ? "much" : ""}});
    }
    const auto imported = office.books().import_register(text);
    REQUIRE(imported.problems.size() == 1500);
    CHECK(imported.problems[0].line == 3);
    CHECK(imported.problems[1].column == "fee_vnd");
    CHECK(imported.problems.back().line == 2001);
    CHECK_THAT(imported.refusal, Contains("1.500 problems"));
    CHECK(office.books().read()->dossier_count() == 0);
}

TEST_CASE("rows of a wrong shape are named by line and reading goes on", "[engine][import]") {
    SqliteOffice office;
    const std::string text = samples::register_header + "X-1,too,few\n" +
                             row({{"code", "X-2"}, {"address", "Tổ 1\nBa Hàng"}}) +
                             row({{"code", "X-3"}, {"applicant_name", "L\xc3"}}) +
                             row({{"code", "X-4"}, {"channel", "smoke"}});
    const auto imported = office.books().import_register(text);
    REQUIRE(imported.problems.size() == 3);
    CHECK(imported.problems[0].line == 2);
    CHECK(imported.problems[0].column.empty());
    CHECK(imported.problems[1].line == 5); // the address took two lines
    CHECK_THAT(samples::in_english(imported.problems[1].reason), Contains("UTF-8"));
    CHECK(imported.problems[2].line == 6);
    CHECK(imported.problems[2].column == "channel");
}

TEST_CASE("a line break within a cell is a blank, however it was written", "[engine][import]") {
    for (const char* line_break : {"\n", "\r\n", "\r", "\v"}) {
        SqliteOffice office;
        const std::string address = "Tổ 3" + std::string(line_break) + "phường Thử";
        const auto imported =
            office.books().import_register(samples::register_header + row({{"address", address}}));
        REQUIRE(imported.summary);
        CHECK(office.books().read()->find_dossier("X-1")->dossier.applicant.address ==
              "Tổ 3 phường Thử");
    }
}

TEST_CASE("an agency that nobody can see is none of a list", "[engine][import]") {
    SqliteOffice office;
    REQUIRE(office.books()
                .import_register(samples::register_header +
                                 row({{"linked_agencies", "Công an;\u200B; ;BHXH"}}))
                .summary);
    CHECK(office.books().read()->find_dossier("X-1")->dossier.linked_agencies ==
          std::vector<std::string>{"Công an", "BHXH"});
}

TEST_CASE("a reading is told only where the import would take it", "[engine][import]") {
    SqliteOffice office;
    const auto told = [&](const std::string& name) {
        const auto imported = office.books().import_register(samples::register_header +
                                                             row({{"applicant_name", name}}));
        REQUIRE(imported.problems.size() == 1);
        return imported.problems.front().reason.code;
    };
    CHECK(told("NguyÃ¡Â»â€¦n VÃ„Æ’n") == "field-damaged-readably");
    CHECK(told("L&ecirc; Hoa") == "field-damaged-readably");
    CHECK(told("Hoa &#8238; L&ecirc;") == "field-damaged");      // turns the direction
    CHECK(told("L&ecirc; Hoa 019185001234") == "field-damaged"); // with a number
    CHECK(told("Nguy&amp;amp;amp;amp;#7877;n") == "field-damaged");
}

TEST_CASE("a file without the register's columns is refused", "[engine][import]") {
    SqliteOffice office;
    for (const std::string text : {"", "code,kind\nX,Y\n", "date,kind,name\n"}) {
        const auto imported = office.books().import_register(text);
        CHECK_FALSE(imported.summary);
        CHECK_FALSE(imported.refusal.empty());
    }
}

TEST_CASE("a code that stands twice in the file is named with both places", "[engine][import]") {
    SqliteOffice office;
    const std::string text =
        samples::register_header + row() + row({{"code", "X-2"}}) + row(); // the same row again
    const auto imported = office.books().import_register(text);
    check_named(imported, 4, "code", "stands twice");
    CHECK_THAT(samples::in_english(imported.problems.front().reason), Contains("register.csv:2"));
}

TEST_CASE("the same file imported twice adds nothing", "[engine][import]") {
    SqliteOffice office;
    Random random{5};
    const auto entries = samples::random_register(random, 80);
    CHECK(office.books().import_register(entries).summary->added == 80);
    const auto head = office.books().read()->journal_head();
    const auto again = office.books().import_register(entries);
    REQUIRE(again.summary);
    CHECK(again.summary->rows == 80);
    CHECK(again.summary->added == 0);
    CHECK(again.summary->already_stored == 80);
    CHECK(office.books().read()->journal_head() == head);
}

TEST_CASE("a row written otherwise but with the same content is already stored",
          "[engine][import]") {
    SqliteOffice office;
    REQUIRE(office.books().import_register(samples::register_header + row()).summary);
    const auto same = office.books().import_register(
        "\xef\xbb\xbf" + samples::register_header +
        row({{"received_at", "2024-05-06T02:00:00Z"}, {"applicant_name", " Lê Thị Hoa "}}));
    REQUIRE(same.summary);
    CHECK(same.summary->already_stored == 1);
}

TEST_CASE("a row in another spelling of its texts is already stored, and the first one stays",
          "[engine][import]") {
    const Changes first = {{"applicant_name", "Ph\u1EA1m Th\u1ECB Ho\u00E0"},
                           {"applicant_id", "019190004321"},
                           {"phone", "0987000111"},
                           {"address", "T\u1ED5 3, ph\u01B0\u1EDDng Ho\u00E0 Th\u1EED"},
                           {"linked_agencies", "Thu\u1EBF;BHXH"},
                           {"officer", "cc07"}};
    const std::vector<Changes> same = {
        {{"applicant_name", "Ph\u1EA1m  Th\u1ECB\u00A0H\u00F2a"}},
        {{"applicant_id", "019.190.004.321"}},
        {{"phone", "+84 987 000 111"}},
        {{"phone", "+84987000111"}},
        {{"address", "T\u1ED5 3,  ph\u01B0\u1EDDng\u00A0H\u00F2a Th\u1EED"}},
        {{"linked_agencies", "thu\u1EBF; BHXH"}},
        {{"officer", "CC07"}},
        {{"officer", "\uFF23\uFF23\uFF10\uFF17"}},
        {{"procedure_code", " 1.000003 "}}};
    const std::vector<Changes> other = {
        {{"applicant_name", "Ph\u1EA1m Th\u1ECB Hoa"}},
        {{"applicant_id", "019190004322"}},
        {{"phone", "0987000112"}},
        {{"phone", ""}},
        {{"address", "T\u1ED5 13, ph\u01B0\u1EDDng Ho\u00E0 Th\u1EED"}},
        {{"linked_agencies", "BHXH;Thu\u1EBF"}},
        {{"officer", "cc08"}},
        {{"received_at", "2024-05-06T09:01"}}};
    SqliteOffice office;
    REQUIRE(office.books().import_register(samples::register_header + row(first)).summary);
    const auto head = office.books().read()->journal_head();
    const auto with = [&](const Changes& changes) {
        Changes all = changes;
        all.insert(first.begin(), first.end());
        return samples::register_header + row(all);
    };
    for (const Changes& changes : same) {
        CAPTURE(changes);
        const auto again = office.books().import_register(with(changes));
        REQUIRE(again.summary);
        CHECK(again.summary->already_stored == 1);
        CHECK(again.summary->added == 0);
    }
    CHECK(office.books().read()->journal_head() == head);
    for (const Changes& changes : other) {
        CAPTURE(changes);
        check_named(office.books().import_register(with(changes)), 2, "code",
                    "already stored with other content");
    }
}

TEST_CASE("a stored code with other content is an error", "[engine][import]") {
    SqliteOffice office;
    REQUIRE(office.books().import_register(samples::register_header + row()).summary);
    const std::map<std::string, std::string> others = {{"applicant_name", "Lê Thị Hòa"},
                                                       {"received_at", "2024-05-06T09:01"},
                                                       {"digitised", "0"},
                                                       {"officer", "lan"},
                                                       {"linked_agencies", "BHXH"},
                                                       {"fee_vnd", "1"}};
    for (const auto& change : others) {
        const auto imported =
            office.books().import_register(samples::register_header + row({change}));
        check_named(imported, 2, "code", "already stored with other content");
    }
}

TEST_CASE("a dossier may be withdrawn within a pause", "[engine][import]") {
    SqliteOffice office;
    const std::map<std::string, std::string> withdrawn = {
        {"result", "withdrawn"}, {"returned_at", ""}, {"return_channel", ""}};
    for (const std::string pauses : {"2024-05-07T09:00/", "2024-05-07T09:00/2024-06-01T09:00"}) {
        auto changes = withdrawn;
        changes["pauses"] = pauses;
        changes["code"] = "X-" + pauses;
        REQUIRE(office.books().import_register(samples::register_header + row(changes)).summary);
        const auto stored = office.books().read()->find_dossier(changes["code"]);
        CHECK(stored->dossier.state == core::DossierState::withdrawn);
    }
    REQUIRE(
        office.books()
            .import_register(samples::register_header +
                             row(open_with({{"code", "X-open"}, {"pauses", "2024-05-07T09:00/"}})))
            .summary);
    CHECK(office.books().read()->find_dossier("X-open")->dossier.state ==
          core::DossierState::suspended);
    CHECK(office.books().findings() == std::vector<std::string>{});
}

TEST_CASE("rows in any order give the same counts and sound books", "[engine][import]") {
    for_random_cases(3, [](Random& random) {
        SqliteOffice by_date;
        SqliteOffice shuffled;
        auto entries = samples::random_register(random, 100);
        REQUIRE(shuffled.books().import_register(entries).summary);
        std::sort(entries.begin(), entries.end(),
                  [](const auto& a, const auto& b) { return a.received_at < b.received_at; });
        const std::vector<core::RegisterEntry> first(entries.begin(), entries.begin() + 40);
        REQUIRE(by_date.books().import_register(first).summary);
        REQUIRE(by_date.books().import_register(entries).summary->already_stored == 40);
        for (const auto by : core::groupings.values()) {
            const auto report = [&](SqliteOffice& office) {
                return core::make_period_report(*office.books().read(), samples::date(2024, 4, 10),
                                                samples::date(2024, 7, 20), by)
                    ->groups;
            };
            CHECK(report(by_date) == report(shuffled));
        }
        CHECK(by_date.books().findings() == std::vector<std::string>{});
        CHECK(shuffled.books().findings() == std::vector<std::string>{});
    });
}

TEST_CASE("a preview counts what is sound, and has the refused rows as their file has them",
          "[engine][import]") {
    SqliteOffice office;
    REQUIRE(office.books().import_register(samples::register_header + row()).summary);
    const auto head = office.books().read()->journal_head();
    const std::string text = samples::register_header + row() + row({{"code", "X-2"}}) +
                             row({{"code", "X-3"}, {"channel", "smoke"}, {"fee_vnd", "much"}}) +
                             "X-4,too,few\n" + row({{"code", "X-2"}}) +
                             row({{"code", "X-5"}, {"applicant_name", "L\xc3"}});
    const auto previewed = office.books().preview_register(text);
    REQUIRE(previewed.result);
    CHECK(previewed.result->summary.rows == 6);
    CHECK(previewed.result->summary.added == 1);
    CHECK(previewed.result->summary.already_stored == 1);
    CHECK(previewed.result->refused_rows == 4);
    CHECK(previewed.header.size() == 17);
    CHECK(previewed.header.front() == "code");
    REQUIRE(previewed.refused.size() == 4);
    CHECK(previewed.refused[0].line == 4);
    CHECK(previewed.refused[0].problems.size() == 2);
    CHECK(previewed.refused[0].fields[6] == "smoke");
    CHECK(previewed.refused[1].fields == std::vector<std::string>{"X-4", "too", "few"});
    CHECK(previewed.refused[2].problems.front().column == "code"); // stands twice
    CHECK(previewed.refused[3].fields[2] == "L\uFFFD"); // no text, and shown as far as it is
    CHECK(office.books().read()->journal_head() == head);
}

TEST_CASE("what was taken of damaged fields, and how, stands in the journal", "[engine][import]") {
    using Takes = core::FieldRepair::Takes;
    const std::vector<std::pair<Takes, std::string>> kinds = {
        {Takes::reading, "\"repaired\":{\"vni\":1}"}, {Takes::written, "\"kept\":{\"vni\":1}"}};
    for (const auto& [takes, journaled] : kinds) {
        SqliteOffice office;
        std::istringstream text(samples::register_header + row({{"applicant_name", "Chau Keát"}}));
        core::CsvFile table(text);
        core::FieldRepair repair(takes);
        core::ImportSource source{
            table, "a.csv", 0, samples::clerk(core::parse_instant("2024-05-14T08:00").value()), ""};
        source.repair = &repair;
        core::ProblemList problems([](const core::RowProblem&) {});
        REQUIRE(office.books().write([&](core::Books& books) -> core::Result<void> {
            const auto imported = core::import_register(books, source, problems, {});
            if (!imported) return imported.error();
            return {};
        }));
        std::string last;
        office.books().read()->each_event(1, [&](const core::Event& event) {
            last = event.payload;
            return true;
        });
    }
}

TEST_CASE("rows that tell of a moment to come are taken, and the first of them is told",
          "[engine][import]") {
    SqliteOffice office;
    // The import's own moment is the beginning of 2024.
    const auto past = office.books().import_register(samples::register_header +
                                                     row({{"code", "X-0"},
                                                          {"procedure_code", "1.000006"},
                                                          {"received_at", "2023-11-06T09:00"},
                                                          {"resolved_at", "2023-11-10T09:00"},
                                                          {"returned_at", "2023-11-10T09:00"}}));
    REQUIRE(past.summary);
    CHECK(past.summary->future.count == 0);
    const auto imported = office.books().import_register(
        samples::register_header +
        row(open_with({{"code", "X-1"},
                       {"procedure_code", "1.000006"},
                       {"received_at", "2023-11-06T09:00"},
                       {"pauses", "2023-11-07T09:00/2024-02-07T09:00"}})) +
        row({{"code", "X-2"}}));
    REQUIRE(imported.summary);
    const core::FutureRows& future = imported.summary->future;
    CHECK(future.count == 2);
    CHECK(future.line == 2);
    CHECK(future.moment ==
          core::FutureMoment{"pauses", samples::at(samples::date(2024, 2, 7), 9h)});
}
