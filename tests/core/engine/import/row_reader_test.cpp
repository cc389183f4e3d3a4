// What a spreadsheet made of cells, and what people write where a word, a date or an amount stands.

#include "core/domain/dossier.hpp"
#include "core/domain/names.hpp"
#include "core/domain/person_number.hpp"
#include "core/engine/import/row_reader.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch.hpp>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using core::DamageKind;
using core::MadeCell;

namespace {

/// A header `value` and one row of one cell.
class OneCell : public core::TableFile {
public:
    OneCell(std::string text, std::optional<MadeCell> made)
        : text_(std::move(text)), made_(std::move(made)) {}

    core::Result<std::unique_ptr<core::RecordSource>>
    open(const std::vector<std::string>&) override {
        return std::unique_ptr<core::RecordSource>(std::make_unique<Source>(text_, made_));
    }

private:
    class Source : public core::RecordSource {
    public:
        Source(std::string_view text, const std::optional<MadeCell>& made)
            : text_(text), made_(made) {}

        bool next(core::TableRecord& record) override {
            record = {++line_, {line_ == 1 ? "value" : text_}, std::nullopt, {}};
            if (line_ == 2 && made_) record.made.push_back(*made_);
            return line_ <= 2;
        }

        std::int64_t position() const override { return 0; }

    private:
        std::string_view text_;
        const std::optional<MadeCell>& made_;
        std::int64_t line_ = 0;
    };

    std::string text_;
    std::optional<MadeCell> made_;
};

/// What `read` makes of a cell: its value, or what is told of it.
template <typename Read>
std::string read_cell(const std::string& text,
                      const std::optional<MadeCell>& made,
                      Read read,
                      core::FieldRepair* repair = nullptr) {
    static const std::vector<std::string> columns = {"value"};
    OneCell file(text, made);
    auto table = core::ImportTable::open(file, columns);
    REQUIRE(table);
    core::ImportTable rows = std::move(table).value();
    std::string told;
    core::ProblemList problems([&](const core::RowProblem& problem) {
        told += (told.empty() ? "" : " & ") + samples::in_english(problem.reason);
    });
    core::RowReader row(rows, columns, problems, repair);
    REQUIRE(row.next());
    std::string value = read(row);
    return told.empty() ? value : told;
}

MadeCell date_cell(std::string typed, std::string number) {
    return {0, DamageKind::date, std::move(typed), std::move(number)};
}

const auto as_line = [](core::RowReader& row) { return row.value<core::TextLine>(0); };
const auto as_name = [](core::RowReader& row) {
    return row.required_value<core::ApplicantName>(0);
};
const auto as_money = [](core::RowReader& row) { return std::to_string(row.money(0)); };
const auto as_day = [](core::RowReader& row) {
    const auto day = row.date(0);
    return day ? core::format_date(*day) : std::string();
};
const auto as_instant = [](core::RowReader& row) {
    const auto instant = row.instant(0);
    return instant ? core::format_instant(*instant) : std::string();
};
const auto as_channel = [](core::RowReader& row) {
    const auto channel = row.word(0, core::parse_channel, core::channels.vocabulary());
    return channel ? std::string(to_text(*channel)) : std::string();
};
const auto as_flag = [](core::RowReader& row) { return std::string(row.flag(0) ? "1" : "0"); };

const std::string is_date = "it is a date: a spreadsheet took a text, a number or a code for one";

} // namespace

TEST_CASE("a text that a spreadsheet made a date of is told with its likely reading",
          "[engine][import]") {
    const MadeCell made = date_cell("15/3", "45000");
    const std::string told = "is damaged: " + is_date + "; it can be read as \"15/3\"";
    CHECK(read_cell("2023-03-15", made, as_line) == told);
    CHECK(read_cell("2023-03-15", made, as_name) == told);
    CHECK(read_cell("2023-03-15", made, [](core::RowReader& row) {
              return row.value_with_dates<core::TextLine>(0);
          }) == told);
    CHECK_THAT(read_cell("09:00", MadeCell{0, DamageKind::time, "9:00", "0.375"}, as_line),
               Catch::Contains("time of day") && Catch::Contains("\"9:00\""));
    CHECK_THAT(read_cell("0.5", MadeCell{0, DamageKind::percent, "50%", "0.5"}, as_line),
               Catch::Contains("percent") && Catch::Contains("\"50%\""));
    CHECK_THAT(read_cell("1", MadeCell{0, DamageKind::truth_value, "TRUE", ""}, as_line),
               Catch::Contains("truth value") && Catch::Contains("\"TRUE\""));
    CHECK(read_cell("2023-03-15", made, [](core::RowReader& row) {
              return row.value<core::PersonNumber>(0);
          }) == "is damaged: " + is_date); // neither is a person's number
    core::FieldRepair repair;
    CHECK(read_cell("2023-03-15", made, as_line, &repair) == "15/3");
    REQUIRE(repair.counts().size() == 1);
    CHECK(repair.counts().front().kind == DamageKind::date);
    CHECK(read_cell("15/3", std::nullopt, as_line) == "15/3");
}

TEST_CASE("letters that may be meant are taken as they are written where that is wanted",
          "[engine][import]") {
    const auto as_name = [](core::RowReader& row) { return row.value<core::ApplicantName>(0); };
    CHECK_THAT(read_cell("Chau Keát", std::nullopt, as_name), Catch::Contains("\"Chau Kết\""));
    core::FieldRepair kept(core::FieldRepair::Takes::written);
    CHECK(read_cell("Chau Keát", std::nullopt, as_name, &kept) == "Chau Keát");
    REQUIRE(kept.counts().size() == 1);
    CHECK(kept.counts().front().kind == DamageKind::vni);
    CHECK_THAT(read_cell("Nguyá»…n", std::nullopt, as_name, &kept), Catch::Contains("\"Nguyễn\""));
    CHECK_THAT(read_cell("2023-03-15", date_cell("15/3", "45000"), as_line, &kept),
               Catch::Contains(is_date));
    CHECK(kept.counts().size() == 1);
}

TEST_CASE("a date alone in a column of texts is none that was typed, but in a decision it may be",
          "[engine][import]") {
    CHECK_THAT(read_cell("15-Mar", std::nullopt, as_line), Catch::Contains("\"15/3\""));
    CHECK(read_cell("15/03/2023", std::nullopt, as_line) == "is damaged: " + is_date);
    CHECK(read_cell("15/03/2023", std::nullopt, [](core::RowReader& row) {
              return row.value_with_dates<core::TextLine>(0);
          }) == "15/03/2023");
}

TEST_CASE("an amount that a spreadsheet spoilt is told by its cause", "[engine][import]") {
    CHECK_THAT(read_cell("1927-05-18", date_cell("18/05/1927", "10000"), as_money),
               Catch::Contains(is_date) && Catch::Contains("\"10000\""));
    CHECK_THAT(read_cell("1E+05", std::nullopt, as_money), Catch::Contains("E+"));
    CHECK_THAT(read_cell("####", std::nullopt, as_money), Catch::Contains("too narrow"));
    CHECK_THAT(read_cell("=10000", std::nullopt, as_money), Catch::Contains("\"10000\""));
    CHECK_THAT(read_cell("10.000,00", std::nullopt, as_money), Catch::Contains("\"10000\""));
    CHECK_THAT(read_cell("#N/A", std::nullopt, as_money), Catch::Contains("#N/A"));
    CHECK_THAT(read_cell("0.5", MadeCell{0, DamageKind::percent, "50%", "0.5"}, as_money),
               Catch::Contains("percent") && !Catch::Contains("read as"));
    core::FieldRepair repair;
    CHECK(read_cell("=10.000", std::nullopt, as_money, &repair) == "10000");
}

TEST_CASE("a date that lost its format is told with its reading", "[engine][import]") {
    CHECK_THAT(read_cell("45000", std::nullopt, as_day), Catch::Contains("\"2023-03-15\""));
    CHECK_THAT(read_cell("44929.3416666667", std::nullopt, as_instant),
               Catch::Contains("\"2023-01-03T08:12\""));
    CHECK_THAT(read_cell("45000", std::nullopt, as_instant),
               Catch::Contains("one of a date") && !Catch::Contains("read as"));
    CHECK_THAT(read_cell("####", std::nullopt, as_day), Catch::Contains("too narrow"));
    CHECK_THAT(read_cell("1", MadeCell{0, DamageKind::truth_value, "TRUE", ""}, as_day),
               Catch::Contains("truth value"));
    CHECK(read_cell("2023-03-15", date_cell("15/3/2023", "45000"), as_day) == "2023-03-15");
    core::FieldRepair repair;
    CHECK(read_cell("45000", std::nullopt, as_day, &repair) == "2023-03-15");
    CHECK(read_cell("44929.3416666667", std::nullopt, as_instant, &repair) ==
          "2023-01-03T08:12:00+07:00");
}

TEST_CASE("words and flags are read as people write them", "[engine][import]") {
    CHECK(read_cell("Trực tuyến", std::nullopt, as_channel) == "online");
    CHECK(read_cell("IN PERSON", std::nullopt, as_channel) == "in_person");
    CHECK_THAT(read_cell("fax", std::nullopt, as_channel), Catch::Contains("is not one of"));
    CHECK_THAT(read_cell("1", MadeCell{0, DamageKind::truth_value, "TRUE", ""}, as_channel),
               Catch::Contains("truth value") && !Catch::Contains("not one of"));
    CHECK(read_cell("ĐÚNG", std::nullopt, as_flag) == "1");
    CHECK(read_cell("1", MadeCell{0, DamageKind::truth_value, "TRUE", ""}, as_flag) == "1");
    CHECK(read_cell("0", MadeCell{0, DamageKind::truth_value, "FALSE", ""}, as_flag) == "0");
    CHECK_THAT(read_cell("2023-03-15", date_cell("15/3", "45000"), as_flag),
               Catch::Contains(is_date));
}
