#include "tests/system/ward.hpp"

#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

using Catch::Matchers::Contains;
using ward::Arguments;

namespace {

const std::vector<Arguments> commands = {{},
                                         {"init"},
                                         {"import"},
                                         {"import", "catalogue"},
                                         {"import", "calendar"},
                                         {"import", "register"},
                                         {"calendar"},
                                         {"calendar", "propose"},
                                         {"due"},
                                         {"report"},
                                         {"find"},
                                         {"find", "procedures"},
                                         {"find", "dossiers"},
                                         {"history"},
                                         {"verify"},
                                         {"backup"},
                                         {"restore"},
                                         {"user"},
                                         {"user", "add"},
                                         {"user", "disable"},
                                         {"user", "password"},
                                         {"user", "list"},
                                         {"device"},
                                         {"device", "enrol"},
                                         {"device", "revoke"},
                                         {"device", "list"},
                                         {"seed"}};

std::string words(const Arguments& arguments) {
    std::string text = "motcua-core";
    for (const std::string& word : arguments) text += " " + word;
    return text;
}

/// The one line on standard error of a command that was typed wrong.
std::string bad_usage(const Arguments& arguments) {
    const Ended ended = ward::motcua_core(arguments);
    INFO(words(arguments) << "\n" << ended.errors);
    CHECK(ended.status == 2);
    CHECK(ended.output.empty());
    CHECK(ward::lines_of(ended.errors).size() == 1);
    return ended.errors;
}

} // namespace

TEST_CASE("every command tells its usage and the version", "[system][usage]") {
    for (const Arguments& command : commands) {
        INFO(words(command));
        for (const char* option : {"--help", "-h"}) {
            Arguments asking = command;
            asking.push_back(option);
            const Ended help = ward::motcua_core(asking);
            CHECK(help.status == 0);
            CHECK(help.errors.empty());
            CHECK_THAT(help.output, Contains("Usage: motcua-core"));
        }
        Arguments asking = command;
        asking.push_back("--version");
        const Ended version = ward::motcua_core(asking);
        CHECK(version.status == 0);
        CHECK(version.errors.empty());
        CHECK(version.output.starts_with("motcua-core "));
        CHECK(ward::lines_of(version.output).size() == 1);
    }
}

TEST_CASE("bad usage is told in one line with exit 2", "[system][usage]") {
    for (const Arguments& command : commands) {
        Arguments wrong = command;
        wrong.push_back("--no-such-option");
        CHECK_THAT(bad_usage(wrong), Contains("motcua-core: "));
        CHECK_THAT(bad_usage(command), Contains("--help"));
    }
    CHECK_THAT(bad_usage({"repotr"}), Contains("a command is missing"));
    CHECK_THAT(bad_usage({"report", "--db", "w.db", "--from", "2023-01-01"}), Contains("--to"));
    const Arguments report = {"report",     "--db", "w.db",      "--from",
                              "2023-01-01", "--to", "2023-01-31"};
    for (const Arguments& wrong :
         {Arguments{"--by", "colour"}, Arguments{"--format", "html"}, Arguments{"--form", "99"},
          Arguments{"--from"}, Arguments{"--to", "2023-02-01"}, Arguments{"another"}}) {
        Arguments all = report;
        all.insert(all.end(), wrong.begin(), wrong.end());
        bad_usage(all);
    }
}

TEST_CASE("what must be given and is empty is told by its name, by every command",
          "[system][usage]") {
    const TemporaryDirectory folder;
    const std::string db = folder / "ward.db";
    const std::vector<std::pair<Arguments, std::vector<std::pair<std::string, std::string>>>>
        required = {
            {{"init"},
             {{"--db", db}, {"--office", "o"}, {"--calendar", "c"}, {"--catalogue", "p"}}},
            {{"serve"}, {{"--db", db}}},
            {{"import", "catalogue"}, {{"FILE", "f"}, {"--db", db}}},
            {{"import", "calendar"}, {{"FILE", "f"}, {"--db", db}}},
            {{"import", "register"}, {{"FILE", "f"}, {"--db", db}}},
            {{"calendar", "propose"}, {{"YEAR", "2027"}}},
            {{"due"}, {{"--db", db}, {"--procedure", "1.1"}, {"--received", "2023-01-03T09:00"}}},
            {{"report"}, {{"--db", db}, {"--from", "2023-01-01"}, {"--to", "2023-01-31"}}},
            {{"find", "procedures"}, {{"QUERY", "khai"}, {"--db", db}}},
            {{"find", "dossiers"}, {{"QUERY", "khai"}, {"--db", db}}},
            {{"history"}, {{"CODE", "X-1"}, {"--db", db}}},
            {{"verify"}, {{"--db", db}}},
            {{"backup"}, {{"--db", db}, {"--to", "b"}}},
            {{"restore"}, {{"--from", "b"}, {"--db", db}}},
            {{"user", "add"}, {{"LOGIN", "lan"}, {"--db", db}}},
            {{"user", "password"}, {{"LOGIN", "lan"}, {"--db", db}}},
            {{"user", "disable"}, {{"LOGIN", "lan"}, {"--db", db}}},
            {{"user", "list"}, {{"--db", db}}},
            {{"device", "enrol"}, {{"--kind", "kiosk"}, {"--db", db}}},
            {{"device", "revoke"}, {{"ID", "1"}, {"--db", db}}},
            {{"device", "list"}, {{"--db", db}}},
            {{"seed"},
             {{"--db", db},
              {"--dossiers", "1"},
              {"--from", "2023-01-01"},
              {"--to", "2023-02-01"}}}};
    for (const auto& [command, options] : required) {
        for (const auto& [missing, unused] : options) {
            for (const char* nothing : {"", " "}) {
                Arguments line = command;
                for (const auto& [name, value] : options) {
                    if (name.starts_with('-')) line.push_back(name);
                    line.push_back(name == missing ? nothing : value);
                }
                CHECK_THAT(bad_usage(line), Contains(missing));
            }
        }
    }
    CHECK(std::filesystem::is_empty(folder / ""));
}

TEST_CASE("the API's description is had without a database", "[system][usage]") {
    const TemporaryDirectory folder;
    const Ended printed = ward::motcua_core({"openapi"});
    CHECK(printed.status == 0);
    CHECK(printed.errors.empty());
    CHECK(printed.output.starts_with(R"({"openapi":"3.1.0")"));
    CHECK(printed.output.ends_with("}\n"));
    CHECK(ward::motcua_core({"openapi", "-o", folder / "api.json"}).output.empty());
    CHECK(ward::read_file(folder / "api.json") == printed.output);
    CHECK_THAT(bad_usage({"openapi", "another"}), Contains("--help"));
}

TEST_CASE("every command's answer can be had as JSON", "[system][usage]") {
    const ward::Ward ward;
    ward::write_file(ward / "first.csv", ward::first_rows(50));
    CHECK(ward.done_json({"import", "register", ward / "first.csv"}).is_object());
    for (const Arguments& command :
         {Arguments{"import", "calendar", ward::demo_file("calendar.csv")},
          Arguments{"import", "catalogue", ward::demo_file("procedures.csv")},
          Arguments{"due", "--procedure", "1.001193", "--received", "2023-03-01T09:00"},
          Arguments{"report", "--from", "2023-01-01", "--to", "2023-12-31"},
          Arguments{"report", "--from", "2023-01-01", "--to", "2023-12-31", "--form", "06a"},
          Arguments{"find", "procedures", "khai"}, Arguments{"find", "dossiers", "hoa"},
          Arguments{"history", "000.00.18.H55-230103-0001"}, Arguments{"verify"},
          Arguments{"user", "add", "lan"}, Arguments{"user", "password", "lan"},
          Arguments{"user", "disable", "lan"}, Arguments{"user", "list"},
          Arguments{"device", "enrol", "--kind", "board"}, Arguments{"device", "list"},
          Arguments{"backup", "--to", ward / "copy.db"},
          Arguments{"restore", "--from", ward / "copy.db"}}) {
        INFO(words(command));
        CHECK(ward.done_json(command).is_structured());
    }
}
