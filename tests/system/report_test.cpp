#include "tests/system/ward.hpp"

#include <boost/json/object.hpp>
#include <catch2/catch.hpp>

#include <fstream>
#include <map>

using Catch::Matchers::Contains;
using ward::Arguments;
using ward::Ward;
namespace json = boost::json;

namespace {

using Figures = std::map<std::string, std::int64_t>;

const Arguments signed_period = {"report", "--from", "2023-01-01", "--to", "2023-07-31"};

Arguments with(Arguments arguments, const Arguments& more) {
    arguments.insert(arguments.end(), more.begin(), more.end());
    return arguments;
}

/// `received.online` and so on; percentages are left out.
void collect(const json::object& object, const std::string& path, Figures& figures) {
    for (const auto& [key, value] : object) {
        const std::string name = path + std::string(key);
        if (const auto* inner = value.if_object()) collect(*inner, name + ".", figures);
        if (const auto* number = value.if_int64()) figures[name] += *number;
    }
}

Figures figures_of(const json::value& value) {
    Figures figures;
    collect(value.as_object(), "", figures);
    return figures;
}

/// The numbers of the signed report, and those that follow from them.
const Figures signed_figures = {{"carried_over", 0},
                                {"received.total", 3936},
                                {"received.online", 3775},
                                {"received.in_person", 161},
                                {"received.postal", 0},
                                {"resolved.total", 3935},
                                {"resolved.early", 3312},
                                {"resolved.on_time", 623},
                                {"resolved.late", 0},
                                {"withdrawn", 0},
                                {"in_progress.total", 1},
                                {"in_progress.within_deadline", 1},
                                {"in_progress.overdue", 0},
                                {"in_progress.suspended", 0},
                                {"online_resolved", 3775},
                                {"digitised", 3835},
                                {"linked", 7},
                                {"returned.total", 3656},
                                {"returned.online", 136},
                                {"returned.in_person", 3520},
                                {"returned.postal", 0}};

std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            fields.emplace_back();
        } else {
            fields.back() += c;
        }
    }
    return fields;
}

/// The rows of a CSV report by their key, each cell by its column.
std::map<std::string, std::map<std::string, std::string>> csv_rows(const std::string& text) {
    const auto lines = ward::lines_of(text);
    const auto columns = fields_of(lines.at(0));
    std::map<std::string, std::map<std::string, std::string>> rows;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const auto fields = fields_of(lines[i]);
        REQUIRE(fields.size() == columns.size());
        for (std::size_t c = 0; c < columns.size(); ++c) rows[fields[0]][columns[c]] = fields[c];
    }
    return rows;
}

} // namespace

TEST_CASE("the ward's register gives the figures of the signed report", "[system][report]") {
    const Ward ward;
    ward.import_register(ward::demo_file("register.csv"));

    const auto report = ward.done_json(signed_period);
    CHECK(report.at("office") == "UBND phường Ba Hàng");
    CHECK(report.at("from") == "2023-01-01");
    CHECK(report.at("to") == "2023-07-31");
    CHECK(report.at("groups").as_array().empty());
    const json::value& total = report.at("total");
    CHECK(figures_of(total) == signed_figures);
    CHECK(total.at("resolved").at("early_pct") == 84.17);
    CHECK(total.at("resolved").at("on_time_pct") == 15.83);
    CHECK(total.at("resolved").at("late_pct") == 0.0);
    CHECK(total.at("online_resolved_pct") == 95.93);
    CHECK(total.at("digitised_pct") == 97.46);

    const std::string text = ward.done(with(signed_period, {"--format", "json"}));
    for (const char* written :
         {"\"early_pct\":84.17,", "\"on_time_pct\":15.83,", "\"late_pct\":0.0}",
          "\"online_resolved_pct\":95.93,", "\"digitised_pct\":97.46,"})
        CHECK_THAT(text, Contains(written));
    CHECK_THAT(ward.done(signed_period), Contains("Tổng số hồ sơ tiếp nhận: 3.936 hồ sơ") &&
                                             Contains("84,17%") && Contains("15,83%") &&
                                             Contains("95,93%") && Contains("(3.835/3.935)"));
}

TEST_CASE("the CSV report holds the numbers of the JSON report", "[system][report]") {
    const Ward ward;
    ward.import_register(ward::demo_file("register.csv"));
    const Arguments by_field = with(signed_period, {"--by", "field"});
    const auto report = ward.done_json(by_field);
    auto rows = csv_rows(ward.done(with(by_field, {"--format", "csv"})));

    const auto same = [&](const std::string& key, const json::value& figures) {
        INFO(key);
        for (const auto& [name, number] : figures_of(figures))
            CHECK(rows[key][name] == std::to_string(number));
    };
    same("total", report.at("total"));
    CHECK(rows["total"]["resolved.early_pct"] == "84.17");
    CHECK(rows["total"]["digitised_pct"] == "97.46");
    const auto& groups = report.at("groups").as_array();
    CHECK(groups.size() > 5);
    CHECK(rows.size() == groups.size() + 1);
    for (const auto& group : groups) same(group.at("key").as_string().c_str(), group);
}

TEST_CASE("the groups of a report sum to its total, whatever they are by", "[system][report]") {
    const Ward ward;
    ward.import_register(ward::demo_file("register.csv"));
    const Arguments quarter = {"report", "--from", "2023-02-15", "--to", "2023-05-15"};
    const auto whole = figures_of(ward.done_json(quarter).at("total"));
    CHECK(whole.at("carried_over") > 0);
    CHECK(whole.at("in_progress.total") > 0);

    for (const std::string by : {"field", "procedure", "channel", "level", "officer", "month"}) {
        INFO("by " << by);
        const auto report = ward.done_json(with(quarter, {"--by", by}));
        CHECK(figures_of(report.at("total")) == whole);
        Figures sum;
        for (const auto& group : report.at("groups").as_array())
            collect(group.as_object(), "", sum);
        Figures total = whole;
        if (by == "month") { // each a report of its own: what is open stands in several
            CHECK(report.at("groups").as_array().size() == 4);
            CHECK(report.at("groups").at(0).at("key") == "2023-02");
            std::erase_if(sum, [](const auto& figure) {
                return figure.first == "carried_over" || figure.first.starts_with("in_progress");
            });
            std::erase_if(total, [](const auto& figure) {
                return figure.first == "carried_over" || figure.first.starts_with("in_progress");
            });
        }
        CHECK(sum == total);
    }
}

TEST_CASE("a percentage of nothing is null", "[system][report]") {
    const Ward ward;
    const auto report = ward.done_json(signed_period);
    CHECK(report.at("total").at("received").at("total") == 0);
    CHECK(report.at("total").at("resolved").at("early_pct").is_null());
    CHECK(report.at("total").at("digitised_pct").is_null());
    CHECK_THAT(ward.done(signed_period), Contains("tiếp nhận: 0 hồ sơ") && !Contains("0,00%"));
}

TEST_CASE("a period that ends before it begins, and a date that is none, are refused",
          "[system][report]") {
    const Ward ward;
    CHECK_THAT(ward.refused({"report", "--from", "2023-07-31", "--to", "2023-01-01"}),
               Contains("give them the other way round"));
    CHECK_THAT(ward.misused({"report", "--from", "2023-02-29", "--to", "2023-07-31"}),
               Contains("--from: ") && Contains("2023-02-29"));
    CHECK_THAT(ward.misused({"report", "--from", "2023-02-28", "--to", "31/06/2023"}),
               Contains("--to: ") && Contains("31/06/2023"));
}

TEST_CASE("a report goes into a file as a whole or not at all", "[system][report]") {
    const Ward ward;
    ward.import_register(ward::demo_file("register.csv"));
    const auto file = ward / "report.json";
    const Arguments report = with(signed_period, {"--by", "procedure", "--format", "json"});
    const Arguments into_file = with(report, {"-o", file});
    CHECK(ward.done(into_file).empty());
    const std::string written = ward::read_file(file);
    CHECK(written == ward.done(report));

    constexpr std::uint64_t enough_to_read_the_database = 40'000;
    REQUIRE(written.size() > enough_to_read_the_database);
    CHECK_THAT(ward.refused(into_file, {.largest_file_bytes = enough_to_read_the_database}),
               Contains("report.json"));
    CHECK(ward::read_file(file) == written);
    CHECK_FALSE(exists(ward / "report.json.part"));
    CHECK_THAT(ward.refused(with(report, {"-o", ward / "none/report.json"})),
               Contains("none/report.json"));
    CHECK_THAT(ward.refused(with(report, {"-o", ward / ""})), Contains("cannot be written"));
}

TEST_CASE("output that cannot be written fails the command", "[system][report]") {
    const Ward ward;
    for (const Arguments& command :
         {signed_period, Arguments{"verify"}, Arguments{"find", "procedures", "khai sinh"},
          Arguments{"user", "list", "--format", "json"}}) {
        INFO(command.front());
        CHECK_THAT(ward.refused(command, {.output = "/dev/full"}),
                   Contains("stdout") && Contains("the disk is full"));
    }
    CHECK_THAT(ward.refused(with(signed_period, {"-o", "/dev/full"})), Contains("/dev/full"));
}
