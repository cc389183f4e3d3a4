#include "core/words/usage_problem.hpp"
#include "core/words/words.hpp"

#include <CLI/CLI.hpp>
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace {

/// What is told of a command line that CLI11 itself refuses, in both languages.
std::string told(std::vector<std::string> arguments) {
    CLI::App app("a program");
    app.failure_message(CLI::FailureMessage::simple);
    app.require_subcommand(1);
    auto* command = app.add_subcommand("make", "makes it");
    std::string db;
    std::string format;
    int days = 0;
    int copies = 0;
    command->add_option("--db", db, "The file")->required();
    command->add_option("--format", format, "How")->check(CLI::IsMember({"text", "json"}));
    command->add_option("--days", days, "How long")->check(CLI::Range(1, 9));
    command->add_option("--copies", copies, "How many");
    std::reverse(arguments.begin(), arguments.end());
    try {
        app.parse(arguments);
    } catch (const CLI::ParseError& error) {
        const core::Message problem = words::usage_problem(error.get_name(), error.what());
        return words::say({}, problem) + " | " +
               words::say(words::Language::find("en").value(), problem);
    }
    return "";
}

} // namespace

TEST_CASE("what is wrong with a command line is said in the reader's language", "[words][usage]") {
    CHECK(told({}) == "thiếu lệnh | a command is missing");
    CHECK(told({"make"}) == "thiếu --db | --db is missing");
    CHECK(told({"make", "--db"}) == "--db cần một giá trị | --db needs a value");
    CHECK(told({"make", "--db", "a", "--zz"}) == "không hiểu: --zz | not understood: --zz");
    CHECK(told({"make", "--db", "a", "--days", "soon"}) ==
          "--days không nhận \"soon\" | --days does not take \"soon\"");
    CHECK(told({"make", "--db", "a", "--copies", "soon"}) ==
          "không dùng được: --copies = soon | cannot be used: --copies = soon");
    CHECK(told({"make", "--db", "a", "--days", "10"}) ==
          "--days không nhận \"10\" | --days does not take \"10\"");
    CHECK(told({"make", "--db", "a", "--format", "zz"}) ==
          "--format không nhận \"zz\" | --format does not take \"zz\"");
    CHECK(told({"make", "--db", "a"}).empty());
}

TEST_CASE("what the library may say otherwise one day is kept as it is", "[words][usage]") {
    CHECK(words::usage_problem("RequiredError", "Something else").code == "Something else");
    CHECK(words::usage_problem("NewError", "--x is odd").code == "--x is odd");
}
