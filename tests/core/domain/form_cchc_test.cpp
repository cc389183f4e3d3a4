#include "core/domain/form_cchc.hpp"
#include "tests/support/report_samples.hpp"

#include <catch2/catch.hpp>

#include <map>

using core::OnlineLevel;
using core::Sector;
using samples::date;

namespace {

using Values = std::map<int, std::optional<std::int64_t>>;

Values values_of(const core::FormCchc& form) {
    Values values;
    for (const core::CchcRow& row : form.rows) values[row.number] = row.value;
    return values;
}

core::ProcedureVersion version(std::int64_t id,
                               const std::string& code,
                               OnlineLevel level,
                               core::Day from,
                               std::optional<core::Day> to = {},
                               Sector sector = Sector::ward) {
    core::ProcedureVersion made;
    made.id = id;
    made.code = code;
    made.online_level = level;
    made.sector = sector;
    made.effective_from = from;
    made.effective_to = to;
    return made;
}

} // namespace

TEST_CASE("form cchc has the rows of the signed report, and 32 without its contradiction",
          "[domain][form]") {
    CHECK(values_of(samples::signed_form_cchc()) == Values{{8, 141},
                                                           {14, std::nullopt},
                                                           {15, std::nullopt},
                                                           {30, 99},
                                                           {31, 3776},
                                                           {32, 3624},
                                                           {33, 42},
                                                           {34, 151},
                                                           {35, 151},
                                                           {36, 0},
                                                           {37, 0}});
}

TEST_CASE("form cchc: online services are the dossiers of both levels, whatever way they came",
          "[domain][form]") {
    for (const core::CchcRow& figure : samples::signed_form_cchc().figures) {
        if (figure.section == "II.6") CHECK(figure.value == 3927);
        if (figure.section == "VI.4") CHECK(figure.value == 11);
        CHECK(figure.number == 0);
    }
}

TEST_CASE("form cchc gives each share of section II.2 its base", "[domain][form]") {
    int shares = 0;
    for (const core::CchcRow& figure : samples::signed_form_cchc().figures) {
        if (!figure.base) continue;
        CHECK(figure.base == 3935);
        ++shares;
    }
    CHECK(shares == 5);
}

TEST_CASE("form cchc knows feedback only as far as it is given", "[domain][form]") {
    const auto form = core::make_form_cchc(samples::signed_report_by_level(), {},
                                           core::FeedbackCounts{3, std::nullopt});
    CHECK(values_of(form).at(14) == 3);
    CHECK_FALSE(values_of(form).at(15));
}

TEST_CASE("form cchc: a level without dossiers has none of them, which is known",
          "[domain][form]") {
    core::PeriodReport report = samples::signed_report_by_level();
    report.groups.clear();
    const auto values = values_of(core::make_form_cchc(report, {}, {}));
    for (const int number : {31, 32, 34, 35}) CHECK(values.at(number) == 0);
}

TEST_CASE("procedures are counted by what is in force on the day, each code once",
          "[domain][form]") {
    const core::Catalogue catalogue(
        {version(1, "A", OnlineLevel::partial, date(2020, 1, 1), date(2023, 6, 30)),
         version(2, "A", OnlineLevel::full, date(2023, 7, 1)),
         version(3, "B", OnlineLevel::partial, date(2020, 1, 1), date(2023, 7, 30)),
         version(4, "C", OnlineLevel::none, date(2020, 1, 1), std::nullopt, Sector::vertical),
         version(5, "D", OnlineLevel::full, date(2023, 8, 1)),
         // the later of two at once counts
         version(6, "E", OnlineLevel::none, date(2020, 1, 1)),
         version(7, "E", OnlineLevel::partial, date(2021, 1, 1))});
    CHECK(count_procedures(catalogue, date(2023, 7, 31)) == core::ProcedureCounts{2, 1, 1, 1});
    CHECK(count_procedures(catalogue, date(2023, 6, 30)) == core::ProcedureCounts{3, 1, 3, 0});
    CHECK(count_procedures(catalogue, date(2019, 1, 1)) == core::ProcedureCounts{});
}
