#include "core/domain/procedure.hpp"
#include "tests/support/office_samples.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

using core::Catalogue;
using core::ProcedureVersion;
using samples::date;

namespace {

ProcedureVersion
version(std::int64_t id, const std::string& code, core::Day from, std::optional<core::Day> to) {
    ProcedureVersion made;
    made.id = id;
    made.code = code;
    made.effective_from = from;
    made.effective_to = to;
    return made;
}

/// "A" has three versions; the third lies over the open second one for half a year.
Catalogue catalogue() {
    return Catalogue{{version(3, "A", date(2025, 7, 1), date(2025, 12, 31)),
                      version(1, "A", date(2023, 1, 1), date(2023, 12, 31)),
                      version(4, "B", date(2024, 1, 1), std::nullopt),
                      version(2, "A", date(2024, 3, 1), std::nullopt)}};
}

std::int64_t id_in_force(const Catalogue& catalogue, const std::string& code, core::Day day) {
    const ProcedureVersion* found = catalogue.in_force(code, day);
    return found ? found->id : 0;
}

} // namespace

TEST_CASE("a version is in force from its first to its last date, both inclusive",
          "[domain][procedure]") {
    const ProcedureVersion one = version(1, "A", date(2023, 1, 1), date(2023, 12, 31));
    CHECK_FALSE(one.in_force_on(date(2022, 12, 31)));
    CHECK(one.in_force_on(date(2023, 1, 1)));
    CHECK(one.in_force_on(date(2023, 12, 31)));
    CHECK_FALSE(one.in_force_on(date(2024, 1, 1)));
}

TEST_CASE("a version without a last date stays in force", "[domain][procedure]") {
    const ProcedureVersion open = version(1, "A", date(2023, 1, 1), std::nullopt);
    CHECK(open.in_force_on(date(2149, 12, 31)));
    CHECK_FALSE(open.in_force_on(date(2022, 12, 31)));
}

TEST_CASE("a procedure is the same in any spelling of its code", "[domain][procedure]") {
    const Catalogue books{{version(1, "2.000930", date(2023, 1, 1), std::nullopt),
                           version(2, "tt-01", date(2023, 1, 1), date(2023, 12, 31)),
                           version(3, "TT-01 ", date(2024, 1, 1), std::nullopt)}};
    for (const char* code :
         {"2.000930", "２.０００９３０", "2.000930 ", "2.00\u200B0930", "2.000\u00A0930",
          "\"2.000930\"", "\u201C2.000930\u201D", "2_000930", "2.000930.", "=\"2.000930\""}) {
        INFO(code);
        CHECK(id_in_force(books, code, date(2024, 5, 6)) == 1);
        CHECK(books.spelling_of(code) == "2.000930");
    }
    CHECK(id_in_force(books, "Tt-01", date(2023, 5, 6)) == 2);
    CHECK(id_in_force(books, "Tt-01", date(2024, 5, 6)) == 3);
    CHECK(books.spelling_of("none") == "none");
}

TEST_CASE("a damaged code is read back where the catalogue has what it was",
          "[domain][procedure]") {
    using core::DamageKind;
    using core::FieldDamage;
    const Catalogue books{{version(1, "2.000930", date(2023, 1, 1), std::nullopt),
                           version(2, "1.001000", date(2023, 1, 1), std::nullopt),
                           version(3, "1.00487", date(2023, 1, 1), std::nullopt)}};
    CHECK(books.find_damage("2.00093") == FieldDamage{DamageKind::lost_last_zero, "2.000930"});
    CHECK(books.find_damage("1.001") == FieldDamage{DamageKind::lost_last_zero, "1.001000"});
    CHECK(books.find_damage("2.00094") == FieldDamage{DamageKind::lost_last_zero, ""});
    CHECK(books.find_damage("7.5E+05") == FieldDamage{DamageKind::scientific, ""});
    CHECK(books.find_damage("02/01/1900") == FieldDamage{DamageKind::date, ""});
    CHECK_FALSE(books.find_damage("1.00487")); // its own
    CHECK_FALSE(books.find_damage("9.999999"));
    CHECK_FALSE(books.find_damage("2.1"));
    CHECK(books.why_unknown("2.00093").code == "procedure-code-damaged-readably");
    CHECK(books.why_unknown("#####").code == "procedure-code-damaged");
    CHECK(books.why_unknown("9.999999") ==
          core::Message{"procedure-unknown", {{"code", "9.999999"}}});
}

TEST_CASE("the catalogue finds the version of the day", "[domain][procedure]") {
    const Catalogue books = catalogue();
    CHECK(id_in_force(books, "A", date(2022, 12, 31)) == 0);
    CHECK(id_in_force(books, "A", date(2023, 1, 1)) == 1);
    CHECK(id_in_force(books, "A", date(2023, 12, 31)) == 1);
    CHECK(id_in_force(books, "A", date(2024, 1, 1)) == 0); // between two versions
    CHECK(id_in_force(books, "A", date(2024, 3, 1)) == 2);
    CHECK(id_in_force(books, "B", date(2024, 3, 1)) == 4);
    CHECK(id_in_force(books, "B", date(2023, 3, 1)) == 0);
}

TEST_CASE("of two versions in force on a day the later one counts", "[domain][procedure]") {
    const Catalogue books = catalogue();
    CHECK(id_in_force(books, "A", date(2025, 6, 30)) == 2);
    CHECK(id_in_force(books, "A", date(2025, 7, 1)) == 3);
    CHECK(id_in_force(books, "A", date(2025, 12, 31)) == 3);
    CHECK(id_in_force(books, "A", date(2026, 1, 1)) == 2); // the open one underneath
}

TEST_CASE("an unknown procedure has no version", "[domain][procedure]") {
    const Catalogue books = catalogue();
    CHECK(books.in_force("C", date(2024, 3, 1)) == nullptr);
    CHECK(books.latest("C") == nullptr);
    CHECK_FALSE(books.knows("C"));
    CHECK_FALSE(books.knows(""));
    CHECK(books.by_id(5) == nullptr);
    CHECK_FALSE(Catalogue{}.knows("A"));
}

TEST_CASE("the latest version of a code is the one that began last", "[domain][procedure]") {
    const Catalogue books = catalogue();
    REQUIRE(books.latest("A"));
    CHECK(books.latest("A")->id == 3);
    CHECK(books.latest("B")->id == 4);
    CHECK(books.knows("A"));
}

TEST_CASE("a version is found by its id", "[domain][procedure]") {
    const Catalogue books = catalogue();
    for (const std::int64_t id : {1, 2, 3, 4}) {
        REQUIRE(books.by_id(id));
        CHECK(books.by_id(id)->id == id);
    }
    CHECK(books.versions().size() == 4);
}

TEST_CASE("codes that begin alike are different procedures", "[domain][procedure]") {
    const Catalogue books{{version(1, "1.00119", date(2023, 1, 1), std::nullopt),
                           version(2, "1.001193", date(2023, 1, 1), std::nullopt)}};
    CHECK(id_in_force(books, "1.00119", date(2023, 2, 1)) == 1);
    CHECK(id_in_force(books, "1.001193", date(2023, 2, 1)) == 2);
    CHECK(id_in_force(books, "1.0011", date(2023, 2, 1)) == 0);
}

TEST_CASE("a duration is written in halves", "[domain][procedure]") {
    CHECK(core::format_half_units(5) == "2.5");
    CHECK(core::format_half_units(6) == "3");
    CHECK(core::format_half_units(1) == "0.5");
    CHECK(core::format_half_units(0) == "0");
    CHECK(core::format_half_units(41) == "20.5");
}

TEST_CASE("a duration is read with a decimal comma, but not what may be thousands",
          "[domain][procedure]") {
    using enum core::DeadlineUnit;
    for (const char* text : {"2.5", "2,5", "2,50", "2.50"}) {
        INFO(text);
        CHECK(core::parse_half_units(text, working_day) == 5);
    }
    CHECK(core::parse_half_units("2,0", calendar_day) == 4);
    CHECK_FALSE(core::parse_half_units("2,500", working_day));
    CHECK_FALSE(core::parse_half_units("2,4", working_day));
    CHECK_FALSE(core::parse_half_units("2,5", calendar_day));
    CHECK_FALSE(core::parse_half_units("2,5,0", working_day));
}

TEST_CASE("the words of the catalogue are read and written alike", "[domain][procedure]") {
    for (const char* const word : {"working_day", "working_hour", "calendar_day", "none"}) {
        REQUIRE(core::parse_deadline_unit(word));
        CHECK(core::to_text(*core::parse_deadline_unit(word)) == word);
    }
    for (const char* const word : {"none", "partial", "full"}) {
        REQUIRE(core::parse_online_level(word));
        CHECK(core::to_text(*core::parse_online_level(word)) == word);
    }
    for (const char* const word : {"ward", "vertical"}) {
        REQUIRE(core::parse_sector(word));
        CHECK(core::to_text(*core::parse_sector(word)) == word);
    }
    CHECK_FALSE(core::parse_deadline_unit(""));
    CHECK_FALSE(core::parse_deadline_unit("day"));
    CHECK_FALSE(core::parse_online_level("Full"));
    CHECK_FALSE(core::parse_sector("district"));
}

TEST_CASE("a cutoff counts for work of the same working day alone", "[domain][procedure]") {
    core::TimeLimit limit = samples::working_days(0, std::chrono::hours{15});
    CHECK(core::counting_cutoff(limit) == std::chrono::hours{15});
    limit.half_units = 1;
    CHECK_FALSE(core::counting_cutoff(limit));
    using enum core::DeadlineUnit;
    for (const core::DeadlineUnit unit : {working_hour, calendar_day, none})
        CHECK_FALSE(core::counting_cutoff({unit, 0, std::chrono::hours{15}}));
}

TEST_CASE("copies are certified by a procedure of certification that names them", "[domain]") {
    ProcedureVersion made;
    made.field = "Chứng thực";
    made.name = "Chứng thực BẢN SAO từ bản chính giấy tờ, văn bản";
    CHECK(core::certifies_copies(made));
    made.name = "Chứng thực chữ ký";
    CHECK_FALSE(core::certifies_copies(made));
    made.field = "Hộ tịch";
    made.name = "Cấp bản sao trích lục hộ tịch";
    CHECK_FALSE(core::certifies_copies(made));
}
