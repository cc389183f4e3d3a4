#include "tests/support/read_back.hpp"
#include "tests/system/ward.hpp"

#include <boost/json/object.hpp>
#include <catch2/catch.hpp>
#include <pty.h>
#include <unistd.h>

#include <map>
#include <optional>

using Catch::Matchers::Contains;
using ward::Arguments;
using ward::Ward;
namespace json = boost::json;

namespace {

Arguments report_command(const Arguments& more) {
    Arguments arguments = {"report", "--from", "2023-01-01", "--to", "2023-07-31"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

/// A form of the demonstration ward as a file, read back.
std::string file_of(const Ward& ward, const std::string& form, const std::string& format) {
    const auto file = ward / ("report." + format);
    CHECK(ward.done(report_command({"--form", form, "--format", format, "-o", file})).empty());
    return ward::read_file(file);
}

using Values = std::map<std::int64_t, std::optional<std::int64_t>>;

/// The rows that follow from the books. The signed report has them all but for row 32, where it
/// prints row 31 once more although 152 of those dossiers came in person (law.md §6), row 34,
/// which it leaves empty, and the feedback of rows 14 and 15, which was not sent in through the
/// program.
const Values signed_rows = {{8, 141}, {14, {}},  {15, {}},  {30, 99}, {31, 3776}, {32, 3624},
                            {33, 42}, {34, 151}, {35, 151}, {36, 0},  {37, 0}};

/// A terminal of its own, by the name of its device.
class Terminal {
public:
    Terminal() {
        char device[128] = "";
        REQUIRE(::openpty(&ours_, &theirs_, device, nullptr, nullptr) == 0);
        name_ = device;
    }

    ~Terminal() {
        ::close(ours_);
        ::close(theirs_);
    }

    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    const std::string& name() const { return name_; }

private:
    int ours_ = -1;
    int theirs_ = -1;
    std::string name_;
};

} // namespace

TEST_CASE("the ward's form cchc has the rows of the signed report", "[system][report]") {
    const Ward ward;
    ward.import_register(ward::demo_file("register.csv"));
    const auto form = ward.done_json(report_command({"--form", "cchc"}));
    Values values;
    for (const auto& row : form.at("rows").as_array()) {
        const json::value& value = row.at("value");
        values[row.at("number").as_int64()] =
            value.is_null() ? std::nullopt : std::optional(value.as_int64());
    }
    CHECK(values == signed_rows);
    CHECK_THAT(ward.done(report_command({"--form", "cchc", "--format", "csv"})),
               Contains("\n14,,\"Tổng số phản ánh, kiến nghị đã tiếp nhận\",\"Feedback received "
                        "(complaints, proposals)\",,,"));
    CHECK_THAT(ward.done(report_command({"--form", "cchc"})), Contains("3.927") &&
                                                                  Contains("chưa có số liệu") &&
                                                                  Contains("84,17% (3.312/3.935)"));
    CHECK(ward.done(report_command({"--form", "cchc", "--scan"})) ==
          ward.done(report_command({"--form", "cchc"})));
}

TEST_CASE("every form of the signed period can be had as a workbook", "[system][report]") {
    const Ward ward;
    ward.import_register(ward::demo_file("register.csv"));
    const auto period = read_back::workbook(file_of(ward, "period", "xlsx")).sheets.front();
    const std::map<std::string, std::string> signed_figures = {
        {"Tiếp nhận trong kỳ", "3936"}, {"Đã giải quyết", "3935"},
        {"– trước hạn", "3312"},        {"– đúng hạn", "623"},
        {"Đang giải quyết", "1"},       {"Tiếp nhận và giải quyết trực tuyến", "3775"},
        {"Đã số hóa", "3835"},          {"Liên thông", "7"}};
    for (const auto& [name, count] : signed_figures) {
        INFO(name);
        CHECK(period.row(period.row_of(name))["C"] == count);
    }
    CHECK(period.row(period.row_of("– trước hạn"))["D"] == "0.8417");

    const auto form_06a = read_back::workbook(file_of(ward, "06a", "xlsx")).sheets.front();
    auto total = form_06a.row(form_06a.row_of("Tổng cộng (Total)"));
    CHECK(total["C"] == "3936");
    CHECK(total["G"] == "3935");
    CHECK(total["K"] == "1");

    const auto cchc = read_back::workbook(file_of(ward, "cchc", "xlsx")).sheets.front();
    for (const auto& [number, value] : signed_rows) {
        INFO("row " << number);
        CHECK(cchc.row(cchc.row_of(std::to_string(number)))["D"] ==
              (value ? std::to_string(*value) : "chưa có số liệu"));
    }
}

TEST_CASE("every form of the signed period can be had as a PDF", "[system][report]") {
    const Ward ward;
    ward.import_register(ward::demo_file("register.csv"));
    CHECK_THAT(read_back::pdf_text(file_of(ward, "period", "pdf")),
               Contains("Tổng số hồ sơ tiếp nhận: 3.936 hồ sơ. Tổng số hồ sơ đã giải quyết: 3.935 "
                        "hồ sơ, trong đó số hồ sơ giải quyết trước hạn là 3.312 hồ sơ = 84,17%") &&
                   Contains("Đã số hóa Digitised 3.835 97,46% 3.935"));
    CHECK_THAT(read_back::pdf_text(file_of(ward, "06a", "pdf")),
               Contains("Tổng cộng (Total) 3.936 3.775 161 0 3.935 3.312 623 0 1 1 0"));
    CHECK_THAT(read_back::pdf_text(file_of(ward, "cchc", "pdf")),
               Contains("partly online 99") && Contains("handled online (partly) 3.624") &&
                   Contains("handled online (fully) 151") && Contains("whatever way they came"));
}

TEST_CASE("a workbook and a PDF go through a pipe, but never onto a terminal", "[system][report]") {
    const Ward ward;
    for (const std::string format : {"xlsx", "pdf"}) {
        INFO(format);
        const Arguments command = report_command({"--format", format});
        const std::string piped = ward.done(command);
        CHECK(piped == file_of(ward, "period", format));
        CHECK(piped.starts_with(format == "pdf" ? "%PDF-" : "PK"));
        const Terminal terminal;
        CHECK_THAT(ward.refused(command, {.output = terminal.name()}),
                   Contains("terminal") && Contains("-o"));
    }
}

TEST_CASE("a form takes no other groups than its own", "[system][report]") {
    const Ward ward;
    CHECK_THAT(ward.misused(report_command({"--form", "cchc", "--by", "field"})), Contains("--by"));
    CHECK_THAT(ward.misused(report_command({"--form", "06a", "--by", "level"})), Contains("--by"));
    CHECK(ward.done(report_command({"--form", "06a", "--by", "field"})) ==
          ward.done(report_command({"--form", "06a"})));
}
