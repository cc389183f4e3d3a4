#include "tests/system/ward.hpp"

#include <boost/json/parse.hpp>
#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <sstream>

namespace ward {

namespace fs = std::filesystem;

namespace {

/// Tests compare what the program says in English, unless they name another locale.
Start in_english(Start start) {
    if (start.locale.empty()) start.locale = "en_GB.UTF-8";
    return start;
}

} // namespace

const char* const register_header =
    "code,procedure_code,applicant_name,applicant_id,phone,address,channel,received_at,pauses,"
    "resolved_at,result,returned_at,return_channel,linked_agencies,digitised,fee_vnd,officer\n";

fs::path demo_file(std::string_view name) { return fs::path(DEMO_DIR) / name; }

std::string read_file(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const fs::path& file, std::string_view content) {
    std::ofstream out(file, std::ios::binary);
    out << content << std::flush;
    REQUIRE(out);
}

Ended motcua_core(const Arguments& arguments, const Start& start) {
    return Program(MOTCUA_CORE, arguments, in_english(start)).wait();
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

Ward::Ward() : Ward(demo_file("office.toml"), demo_file("procedures.csv")) {}

Ward::Ward(const fs::path& made) { fs::copy(made, folder_.path(), fs::copy_options::recursive); }

Ward::Ward(const fs::path& office, const fs::path& catalogue) {
    done({"init", "--office", office, "--calendar", demo_file("calendar.csv"), "--catalogue",
          catalogue});
}

Program Ward::begin(Arguments arguments, const Start& start) const {
    arguments.insert(arguments.end(), {"--db", db_});
    return {MOTCUA_CORE, arguments, in_english(start)};
}

Ended Ward::run(Arguments arguments, const Start& start) const {
    return begin(std::move(arguments), start).wait();
}

std::string Ward::done(Arguments arguments) const {
    const Ended ended = run(std::move(arguments));
    INFO(ended.errors);
    REQUIRE(ended.status == 0);
    CHECK(ended.errors.empty());
    return ended.output;
}

boost::json::value Ward::done_json(Arguments arguments) const {
    arguments.insert(arguments.end(), {"--format", "json"});
    const std::string text = done(std::move(arguments));
    INFO(text);
    REQUIRE(text.ends_with("\n"));
    return boost::json::parse(text.substr(0, text.size() - 1));
}

std::vector<std::string> Ward::refused_lines(Arguments arguments, const Start& start) const {
    const Ended ended = run(std::move(arguments), start);
    INFO(ended.errors);
    INFO(ended.output);
    REQUIRE(ended.status == 1);
    auto lines = lines_of(ended.errors);
    REQUIRE_FALSE(lines.empty());
    CHECK(lines.back().starts_with("motcua-core: "));
    return lines;
}

std::string Ward::refused(Arguments arguments, const Start& start) const {
    auto lines = refused_lines(std::move(arguments), start);
    INFO(lines.front());
    CHECK(lines.size() == 1);
    return lines.back();
}

std::string Ward::misused(Arguments arguments) const {
    const Ended ended = run(std::move(arguments));
    INFO(ended.errors);
    CHECK(ended.status == 2);
    const auto lines = lines_of(ended.errors);
    REQUIRE(lines.size() == 1);
    return lines.front();
}

void Ward::import_register(const fs::path& file) const { done({"import", "register", file}); }

std::string Ward::books() const {
    return done({"report", "--from", "2023-01-01", "--to", "2023-12-31", "--by", "procedure",
                 "--format", "json"});
}

bool Ward::is_sound() const {
    const Ended ended = run({"verify"});
    INFO(ended.output << ended.errors);
    CHECK(ended.status == 0);
    return ended.status == 0;
}

std::string register_row(const std::map<std::string, std::string>& columns) {
    static const std::map<std::string, std::string> usual = {{"code", "000.00.18.H55-230103-9001"},
                                                             {"procedure_code", "1.001193"},
                                                             {"applicant_name", "Lương Bích Hoa"},
                                                             {"applicant_id", "019176335772"},
                                                             {"channel", "online"},
                                                             {"received_at", "2023-01-03T07:58"},
                                                             {"resolved_at", "2023-01-03T15:33"},
                                                             {"result", "approved"},
                                                             {"returned_at", "2023-01-04T09:15"},
                                                             {"return_channel", "in_person"},
                                                             {"digitised", "1"},
                                                             {"fee_vnd", "2000"},
                                                             {"officer", "cc01"}};
    std::string names = register_header;
    names.back() = ',';
    std::istringstream in(names);
    std::string row;
    for (std::string name; std::getline(in, name, ',');) {
        if (name != "code") row += ',';
        const auto other = columns.find(name);
        const auto same = usual.find(name);
        row += other != columns.end() ? other->second : same != usual.end() ? same->second : "";
    }
    return row + "\n";
}

std::string repeated_register(int times) {
    const auto lines = lines_of(read_file(demo_file("register.csv")));
    std::string text = lines.front() + "\n";
    for (int n = 1; n <= times; ++n) {
        const std::string prefix = "R" + std::to_string(n) + "-";
        for (std::size_t i = 1; i < lines.size(); ++i) text += prefix + lines[i] + "\n";
    }
    return text;
}

std::string first_rows(std::size_t rows) {
    const auto lines = lines_of(read_file(demo_file("register.csv")));
    std::string text;
    for (std::size_t i = 0; i <= rows; ++i) text += lines.at(i) + "\n";
    return text;
}

} // namespace ward
