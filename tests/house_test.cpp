// Keeps the house in order where a compiler cannot: reads the sources of the modules and fails on a
// body that says nothing of its method, and on a file that a newcomer could not find by its header.

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// A body up to this long is read at a glance.
constexpr std::size_t short_body_lines = 100;

const std::vector<std::string> house_modules = {"core",    "db",      "kiosk",
                                                "counter", "printer", "scanner"};

// Long bodies here must open with a comment: their method, or the format they implement.
const std::vector<std::string_view> must_speak = {"db/", "core/engine/"};

// Whose files are found by what they do and not by a header: each route adds itself to the router,
// each command to the command line.
const std::vector<std::string_view> known_without_header = {"core/server/routes/",
                                                            "core/server/commands/"};

/// What the user fixed: these, dotfiles, and what git passes over.
const std::set<std::string, std::less<>> top_level = {
    "CMakeLists.txt", "README.md", "core",    "counter", "db",
    "findings",       "kiosk",     "printer", "scanner", "tests"};

bool belongs_at_the_top(std::string_view name, bool is_folder) {
    const bool is_passed_over = is_folder && (name.starts_with("build") || name == "demo");
    return is_passed_over || name.starts_with('.') || top_level.contains(name);
}

struct SourceFile {
    std::string first_line;
    std::size_t lines = 0;
    std::string text = {};
};

SourceFile read_source(const fs::path& path) {
    std::ifstream file(path);
    REQUIRE(file);
    SourceFile source;
    for (std::string line; std::getline(file, line); ++source.lines) {
        if (source.lines == 0) source.first_line = line;
        source.text += line + "\n";
    }
    return source;
}

bool is_in(std::string_view file, const std::vector<std::string_view>& folders) {
    return std::any_of(folders.begin(), folders.end(),
                       [&](std::string_view folder) { return file.starts_with(folder); });
}

/// A comment of some words; two slashes alone say nothing.
bool speaks(std::string_view line) {
    return line.starts_with("// ") && std::count(line.begin() + 3, line.end(), ' ') >= 2;
}

bool opens_silently(const std::string& file, const SourceFile& source) {
    return is_in(file, must_speak) && source.lines > short_body_lines && !speaks(source.first_line);
}

/// The header that the first line names: `// One of several that implement front_desk.hpp: …`.
std::string named_header(std::string_view first_line) {
    constexpr std::string_view words = "// One of several that implement ";
    if (!first_line.starts_with(words)) return "";
    first_line.remove_prefix(words.size());
    return std::string(first_line.substr(0, first_line.find(':')));
}

bool is_main(std::string_view file) {
    return file.ends_with("/main.cpp") || file.ends_with("_src.cpp") ||
           file.ends_with("/precompiled.cpp"); // what is compiled once, and has nothing of its own
}

/// Whether a newcomer finds the file: by its header, by the one it names, or by what it is.
bool has_header(const fs::path& root, const std::string& file, const SourceFile& source) {
    if (is_main(file) || is_in(file, known_without_header)) return true;
    const fs::path path = root / file;
    if (fs::exists(fs::path(path).replace_extension(".hpp"))) return true;
    const std::string named = named_header(source.first_line);
    if (named.empty() || !fs::exists(path.parent_path() / named)) return false;
    const std::string included = fs::path(file).parent_path().generic_string() + "/" + named;
    return source.text.find("#include \"" + included + "\"") != std::string::npos;
}

/// What a line says as a comment; empty where it is none.
std::string_view comment_in(std::string_view line) {
    const std::size_t slashes = line.find_first_not_of(' ');
    if (slashes == std::string_view::npos || !line.substr(slashes).starts_with("//")) return {};
    const std::size_t words = line.find_first_not_of("/ <", slashes);
    return words == std::string_view::npos ? std::string_view() : line.substr(words);
}

/// A word or two alone between two lines of one comment: a line was too long, and a formatter put
/// its end on a line of its own.
bool is_broken_off(std::string_view before, std::string_view line, std::string_view after) {
    constexpr std::size_t nearly_full = 72;
    constexpr std::size_t few_letters = 25;
    const std::string_view said = comment_in(before);
    const std::string_view rest = comment_in(line);
    const bool goes_on = !said.empty() && said.back() != '.' && said.back() != ':';
    return goes_on && before.size() > nearly_full && !rest.empty() && rest.size() < few_letters &&
           !comment_in(after).empty();
}

/// Whether the file has a say in how something is compiled.
bool is_compiled(const fs::path& file) {
    static const std::set<std::string> kinds = {".cpp", ".hpp", ".h", ".in", ".cmake"};
    return file.filename() == "CMakeLists.txt" || kinds.contains(file.extension().string());
}

/// Whether the line of a build file or a source takes the optimisation away.
bool slows(const std::string& line) {
    // Hardly a line has these, and the expressions are slow.
    if (line.find("-O") == std::string::npos && line.find("opt") == std::string::npos) return false;
    static const std::regex flag(R"re(^[^#]*(^|[^\w-])-O[0g]\b)re");
    static const std::regex pragma(R"re(^\s*#\s*pragma\s+\w+\s+optimize\b)re"
                                   R"re(|^(?!\s*//).*\b(optimize\(|optnone\b))re");
    return std::regex_search(line, flag) || std::regex_search(line, pragma);
}

std::vector<std::string> bodies(const fs::path& root) {
    std::vector<std::string> files;
    for (const std::string& module : house_modules) {
        for (auto entry = fs::recursive_directory_iterator(root / module);
             entry != fs::recursive_directory_iterator(); ++entry) {
            // A page's packages hold other people's files.
            if (entry->path().filename() == "node_modules") entry.disable_recursion_pending();
            if (entry->is_regular_file() && entry->path().extension() == ".cpp")
                files.push_back(entry->path().lexically_relative(root).generic_string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

TEST_CASE("every long body of store and engine opens with its method", "[house]") {
    const fs::path root = SOURCE_ROOT;
    const auto files = bodies(root);
    REQUIRE(files.size() > 100); // the sources were found
    for (const std::string& file : files) {
        if (opens_silently(file, read_source(root / file)))
            FAIL_CHECK(file << " has more than " << short_body_lines
                            << " lines and does not open with a comment that says its method");
    }
}

TEST_CASE("every body is found by a header of its name, or names the one it implements",
          "[house]") {
    const fs::path root = SOURCE_ROOT;
    for (const std::string& file : bodies(root)) {
        if (!has_header(root, file, read_source(root / file)))
            FAIL_CHECK(file << " has no header of its name and names none: give it one, or let its "
                               "first line be \"// One of several that implement NAME.hpp: …\"");
    }
}

TEST_CASE("no comment is broken off in the middle of a line", "[house]") {
    const fs::path root = SOURCE_ROOT;
    for (const std::string& file : bodies(root)) {
        std::istringstream text(read_source(root / file).text);
        std::string before;
        std::string line;
        for (std::string after; std::getline(text, after); before = line, line = after) {
            if (is_broken_off(before, line, after)) FAIL_CHECK(file << " breaks off: " << line);
        }
    }
}

// Of a template that two sources instantiate the linker keeps the first copy it meets: a main
// compiled at -O0 would give its own of std::string to the whole program.
TEST_CASE("nothing that is shipped is compiled without optimisation", "[house]") {
    const fs::path root = SOURCE_ROOT;
    std::vector<fs::path> files = {root / "CMakeLists.txt"};
    for (const std::string& module : house_modules) {
        for (auto entry = fs::recursive_directory_iterator(root / module);
             entry != fs::recursive_directory_iterator(); ++entry) {
            if (entry->path().filename() == "node_modules") entry.disable_recursion_pending();
            if (entry->is_regular_file() && is_compiled(entry->path()))
                files.push_back(entry->path());
        }
    }
    CHECK(files.size() > 500); // the files were found
    for (const fs::path& path : files) {
        std::ifstream file(path);
        REQUIRE(file);
        for (std::string line; std::getline(file, line);) {
            if (slows(line)) FAIL_CHECK(path << ": " << line);
        }
    }
}

TEST_CASE("nothing stands at the top level but what was agreed", "[house]") {
    for (const auto& entry : fs::directory_iterator(SOURCE_ROOT)) {
        INFO(entry.path());
        CHECK(belongs_at_the_top(entry.path().filename().string(), entry.is_directory()));
    }
    CHECK_FALSE(belongs_at_the_top("build.log", false));
    CHECK_FALSE(belongs_at_the_top("doc", true));
    CHECK(belongs_at_the_top("build-asan", true));
}

TEST_CASE("the house check finds what takes the optimisation away", "[house]") {
    CHECK(slows("target_compile_options(core PRIVATE -O0)"));
    CHECK(slows("set(CMAKE_CXX_FLAGS_RELEASE \"-Og\")"));
    CHECK(slows("#pragma GCC optimize(\"O0\")"));
    CHECK(slows("  #  pragma clang optimize off"));
    CHECK(slows("__attribute__((optimize(\"O0\"))) void f();"));
    CHECK_FALSE(slows("# at -O0 an intake costs more"));
    CHECK_FALSE(slows("target_compile_options(core PRIVATE -O2)"));
    CHECK_FALSE(slows("// never pragma GCC optimize"));
    CHECK(is_compiled("core/words/words_files.cmake"));
    CHECK(is_compiled("core/CMakeLists.txt"));
    CHECK(is_compiled("core/domain/text.cpp"));
    CHECK_FALSE(is_compiled("README.md"));
}

TEST_CASE("the house check tells a silent body from a short one and from one that speaks",
          "[house]") {
    CHECK(opens_silently("db/sqlite/books.cpp", {"#include \"db/sqlite/books.hpp\"", 101}));
    CHECK(opens_silently("core/engine/desk/front_desk.cpp", {"", 500}));
    CHECK_FALSE(opens_silently("db/sqlite/books.cpp", {"#include \"db/sqlite/books.hpp\"", 100}));
    CHECK_FALSE(opens_silently("db/sqlite/books.cpp", {"// Books: a row each.", 500}));
    CHECK(opens_silently("db/sqlite/books.cpp", {"//", 101}));
    CHECK(opens_silently("db/sqlite/books.cpp", {"// Books", 101}));
    CHECK_FALSE(opens_silently("kiosk/kiosk.cpp", {"#include \"kiosk/kiosk.hpp\"", 500}));
}

TEST_CASE("the house check finds a comment that a formatter broke", "[house]") {
    const std::string wide =
        "// a := { number, service, state, arrived_at, issue_order, day, priority, code,";
    CHECK(is_broken_off(wide, "// person,", "//        device, offline }"));
    CHECK(is_broken_off("    " + wide, "    // by", "    // lines"));
    CHECK_FALSE(is_broken_off(wide, "// person }", "//"));
    CHECK_FALSE(is_broken_off(wide, "// person }", "int a = 0;"));
    CHECK_FALSE(is_broken_off("// a short line", "// person", "// and more"));
    CHECK_FALSE(is_broken_off(wide + " and more.", "// Another.", "// And more."));
    CHECK_FALSE(is_broken_off("int " + wide, "// alone", "// and more"));
}

TEST_CASE("the house check finds a file that no header leads to", "[house]") {
    const fs::path root = SOURCE_ROOT;
    const std::string one_of = "// One of several that implement front_desk.hpp: leases.";
    const std::string includes = "#include \"core/engine/desk/front_desk.hpp\"\n";
    CHECK(named_header(one_of) == "front_desk.hpp");
    CHECK(named_header("// One of several.").empty());
    CHECK(has_header(root, "core/engine/desk/new_part.cpp", {one_of, 1, includes}));
    CHECK_FALSE(has_header(root, "core/engine/desk/new_part.cpp", {one_of, 1}));
    CHECK_FALSE(has_header(root, "core/engine/desk/new_part.cpp", {"#include <string>", 1}));
    CHECK_FALSE(has_header(root, "core/engine/journal/new_part.cpp", {one_of, 1, includes}));
    CHECK(has_header(root, "core/engine/desk/front_desk.cpp", {"#include <string>", 1}));
    CHECK(has_header(root, "core/server/routes/new_route.cpp", {"#include <string>", 1}));
    CHECK(has_header(root, "kiosk/main.cpp", {"#include <string>", 1}));
}
