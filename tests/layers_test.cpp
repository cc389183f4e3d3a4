// Keeps the arrows of the README's module map true: reads every source line of the modules and
// fails on an include that points the wrong way, and on a call that asks the machine for the
// time, for chance or for its environment where the rules say it comes in as an argument.

#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;
using Names = std::set<std::string, std::less<>>;

namespace {

// module -> the modules it may include, itself aside.
const std::map<std::string, Names, std::less<>> allowed_includes = {
    {"core/domain", {}},
    {"core/words", {"core/domain"}},
    {"core/engine", {"core/domain"}},
    {"core/api", {"core/domain", "core/words"}},
    {"core/reports", {"core/domain", "core/words"}},
    {"core/ooxml", {"core/domain", "core/engine"}},
    {"core/net", {"core/domain"}},
    {"core/files", {}},
    {"core/agent", {"core/domain", "core/words", "core/api", "core/net", "core/files"}},
    {"core/server",
     {"core/domain", "core/words", "core/engine", "core/api", "core/reports", "core/ooxml",
      "core/net", "db", "printer"}},
    {"db", {"core/domain", "core/engine"}},
    {"printer", {"core/domain", "core/words"}},
    {"scanner", {"core/domain", "core/words", "core/files"}},
    {"kiosk",
     {"core/agent", "core/domain", "core/words", "core/api", "core/net", "printer", "scanner"}},
    {"counter",
     {"core/agent", "core/domain", "core/words", "core/api", "core/net", "core/files", "printer",
      "scanner"}},
};

// module -> all that it may include of the modules above: the network knows nothing of the field,
// and tells what a person set wrong as everything else does.
const std::map<std::string, Names> only_headers = {
    {"core/net", {"core/domain/failure.hpp", "core/domain/message.hpp"}},
};

// module -> the only rooms that it may enter of another: a store keeps what the engine hands over
// its ports, and knows no use case.
struct Rooms {
    std::string module;
    Names folders;
};

const std::map<std::string, Rooms> only_rooms = {
    {"db", {"core/engine", {"core/engine/ports/", "core/engine/journal/"}}},
    {"core/ooxml", {"core/engine", {"core/engine/import/"}}},
};

// library prefix -> the only modules that may include it.
const std::map<std::string, Names> owner = {
    {"boost/asio", {"core/net", "printer"}},
    {"boost/beast", {"core/net"}},
    {"sqlite3.h", {"db"}},
    {"zip.h", {"core/ooxml"}},
    {"pugixml", {"core/ooxml"}},
    {"unicode/", {"core/domain"}},
    {"ZXing/", {"printer", "scanner"}},
};

// library prefix -> the modules that may never include it.
const std::map<std::string, Names> banned = {
    {"spdlog", {"core/domain", "core/engine"}},
};

// Time, chance and environment come in as arguments, but for those who start a program.
const Names may_ask_the_machine = {"core/server/", "core/words/environment.cpp", "kiosk/main.cpp",
                                   "counter/main.cpp"};

// Who waits for a socket, a device or another process counts the time by the steady clock; nobody
// learns from it what day it is.
const Names may_wait = {"core/net/",         "counter/print_backend.cpp", "counter/scan_folder.cpp",
                        "kiosk/browser.cpp", "printer/cups_queue.cpp",    "printer/run_job.cpp",
                        "scanner/"};

std::string module_of(std::string_view path) {
    for (const auto& [module, _] : allowed_includes) {
        if (path.starts_with(module + "/")) return module;
    }
    return "";
}

/// What the line includes; none when it is no include line.
std::optional<std::string> include_target(std::string_view line) {
    const auto skip_blanks = [&] {
        while (!line.empty() && std::isspace(static_cast<unsigned char>(line.front())))
            line.remove_prefix(1);
    };
    const auto take = [&](std::string_view word) {
        skip_blanks();
        if (!line.starts_with(word)) return false;
        line.remove_prefix(word.size());
        return true;
    };
    if (!take("#") || !take("include")) return std::nullopt;
    skip_blanks();
    if (line.empty()) return std::nullopt;
    const char closing = line.front() == '<' ? '>' : line.front();
    line.remove_prefix(1);
    return std::string(line.substr(0, line.find(closing)));
}

/// Whether the line includes one of our own files, which stands in quotes.
bool is_in_quotes(std::string_view line) { return line.find('"') < line.find('<'); }

/// The place of the list that the file is in; empty when it is in none.
std::string place_of(const std::string& file, const Names& places) {
    const auto found = std::find_if(places.begin(), places.end(), [&](const std::string& place) {
        return file.starts_with(place);
    });
    return found == places.end() ? "" : *found;
}

bool is_allowed_include(const std::string& module, const std::string& target, bool in_quotes) {
    const std::string target_module = module_of(target);
    // A path from the root: another one could lead anywhere.
    if (in_quotes && target_module.empty()) return false;
    if (target.find("./") != std::string::npos) return false;
    if (!target_module.empty() && target_module != module &&
        !allowed_includes.at(module).contains(target_module)) {
        return false;
    }
    const auto only = only_headers.find(module);
    if (only != only_headers.end() && !target_module.empty() && target_module != module &&
        !only->second.contains(target)) {
        return false;
    }
    const auto rooms = only_rooms.find(module);
    if (rooms != only_rooms.end() && target_module == rooms->second.module &&
        place_of(target, rooms->second.folders).empty()) {
        return false;
    }
    for (const auto& [library, modules] : owner) {
        if (target.starts_with(library) && !modules.contains(module)) return false;
    }
    for (const auto& [library, modules] : banned) {
        if (target.starts_with(library) && modules.contains(module)) return false;
    }
    return true;
}

/// What a line asks of the machine: nothing, the time that has passed, or more.
enum class Asked { nothing, time_passed, more };

Asked asked_of_the_machine(std::string_view line) {
    // A clock by another name may be any clock, so that the name is looked at where it is given.
    static const std::regex more(
        R"re(\bsystem_clock::now\b|\b(using|typedef)\b.*\bsystem_clock\s*;)re"
        R"re(|\brandom_device\b|\b(secure_)?getenv\b|\bgettimeofday\b)re"
        R"re(|\bclock_gettime\b|\blocaltime(_r)?\b)re"
        R"re(|\btime\((nullptr|NULL|0|&\w+)\))re");
    static const std::regex passed(R"re(\w*[Cc]lock::now\b)re");
    // Hardly a line has a word of these, and the expressions are slow.
    static constexpr std::string_view words[] = {"lock",      "random_device", "getenv",
                                                 "timeofday", "localtime",     "time("};
    const auto stands = [&](std::string_view word) { return line.find(word) != line.npos; };
    if (std::ranges::none_of(words, stands)) return Asked::nothing;
    const std::string code(line.substr(0, line.find("//")));
    if (std::regex_search(code, more)) return Asked::more;
    return std::regex_search(code, passed) ? Asked::time_passed : Asked::nothing;
}

/// The places among those that may ask which the line shows to be needed.
std::string needed_place(const std::string& file, std::string_view line) {
    const Asked asked = asked_of_the_machine(line);
    if (asked == Asked::nothing) return "";
    const std::string place = place_of(file, may_ask_the_machine);
    return place.empty() && asked == Asked::time_passed ? place_of(file, may_wait) : place;
}

/// What is wrong with the line of the file; empty when nothing is.
std::string complaint(const std::string& file, std::string_view line) {
    if (const auto target = include_target(line)) {
        const bool sound = is_allowed_include(module_of(file), *target, is_in_quotes(line));
        return sound ? "" : file + " may not include " + *target;
    }
    if (asked_of_the_machine(line) != Asked::nothing && needed_place(file, line).empty())
        return file + " asks the machine: " + std::string(line);
    return "";
}

/// The arrows of a document's mermaid picture, as `allowed_includes` has them: a module that only
/// others point to has none.
std::map<std::string, Names, std::less<>> drawn_arrows(const fs::path& document) {
    std::map<std::string, Names, std::less<>> arrows;
    std::ifstream in(document);
    bool in_picture = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("```")) in_picture = line == "```mermaid";
        std::istringstream words(line);
        std::string from;
        std::string arrow;
        std::string to;
        if (!in_picture || !(words >> from >> arrow >> to) || arrow != "-->") continue;
        arrows[from].insert(to);
        arrows[to]; // known, even when it has no arrow of its own
    }
    return arrows;
}

bool is_source(const fs::path& path) {
    static const Names extensions = {".cpp", ".hpp", ".h", ".in"};
    return extensions.contains(path.extension().string());
}

/// The sources of the modules that exist, by their path from the root.
std::vector<std::string> module_sources(const fs::path& root) {
    std::vector<std::string> files;
    for (const auto& [module, _] : allowed_includes) {
        if (!fs::exists(root / module)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / module)) {
            if (!entry.is_regular_file() || !is_source(entry.path())) continue;
            files.push_back(entry.path().lexically_relative(root).generic_string());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

TEST_CASE("every source keeps to the module map", "[layers]") {
    const fs::path root = SOURCE_ROOT;
    const auto files = module_sources(root);
    REQUIRE(files.size() > 20); // the sources were found
    Names unused = may_ask_the_machine;
    unused.insert(may_wait.begin(), may_wait.end());
    for (const std::string& file : files) {
        std::ifstream source(root / file);
        REQUIRE(source);
        for (std::string line; std::getline(source, line);) {
            const std::string wrong = complaint(file, line);
            if (!wrong.empty()) FAIL_CHECK(wrong);
            unused.erase(needed_place(file, line));
        }
    }
    CHECK(unused == Names{}); // an exception that nothing needs is struck off the list
}

TEST_CASE("the picture of the architecture has the arrows that the check allows, and no other",
          "[layers][docs]") {
    const auto drawn = drawn_arrows(fs::path(SOURCE_ROOT) / "core/doc/architecture.md");
    REQUIRE(drawn.size() == allowed_includes.size());
    for (const auto& [module, targets] : allowed_includes) {
        INFO(module);
        CHECK(drawn.at(module) == targets);
    }
}

TEST_CASE("the layer check refuses an include that points the wrong way", "[layers]") {
    const auto refused = [](const std::string& file, const std::string& target) {
        return !complaint(file, "#include \"" + target + "\"").empty();
    };
    CHECK(refused("core/domain/dossier.cpp", "core/engine/ports/store.hpp"));
    CHECK(refused("core/engine/ports/store.hpp", "db/sqlite_store.hpp"));
    CHECK(refused("core/engine/ports/store.hpp", "core/api/json.hpp"));
    CHECK(refused("core/api/requests.hpp", "core/engine/ports/store.hpp"));
    CHECK(refused("core/net/server/http_server.cpp", "core/domain/dossier.hpp"));
    CHECK(refused("core/agent/core_link.cpp", "core/engine/ports/store.hpp"));
    CHECK(refused("core/server/http/server.cpp", "core/agent/core_link.hpp"));
    CHECK(refused("printer/compose.cpp", "core/api/json_fields.hpp"));
    CHECK(refused("core/domain/dossier.cpp", "printer/document.hpp"));
    CHECK(refused("kiosk/kiosk_flow.cpp", "core/engine/dossiers/processing.hpp"));
    CHECK(refused("counter/main.cpp", "db/sqlite_store.hpp"));
    CHECK(refused("db/sqlite/books.cpp", "core/server/main.hpp"));
    CHECK(refused("db/sqlite/tickets.cpp", "core/engine/desk/front_desk.hpp"));
    CHECK_FALSE(refused("db/sqlite/tickets.cpp", "core/engine/ports/ticket_table.hpp"));
    CHECK_FALSE(refused("core/server/routes/tickets.cpp", "core/engine/desk/front_desk.hpp"));
    CHECK(refused("core/domain/dossier.cpp", "tests/support/random.hpp"));
    CHECK(refused("core/domain/dossier.cpp", "../engine/store.hpp"));
    CHECK(refused("core/domain/dossier.cpp", "./../engine/store.hpp"));
    CHECK(refused("core/domain/dossier.cpp", "core/domain/../engine/ports/store.hpp"));
    CHECK(refused("core/domain/dossier.cpp", "store.hpp"));
    CHECK(refused("core/domain/dossier.cpp", "sqlite3.h"));

    CHECK_FALSE(refused("core/domain/dossier.cpp", "core/domain/deadline.hpp"));
    CHECK_FALSE(refused("core/net/server/http_server.cpp", "core/domain/failure.hpp"));
    CHECK_FALSE(refused("core/api/requests.hpp", "core/domain/dossier.hpp"));
    CHECK_FALSE(refused("core/server/main.cpp", "db/sqlite_store.hpp"));
    CHECK_FALSE(refused("kiosk/main.cpp", "core/domain/ticket.hpp"));
}

TEST_CASE("the layer check keeps each library behind its own door", "[layers]") {
    const auto refused = [](const std::string& file, const std::string& target) {
        return !complaint(file, "#include <" + target + ">").empty();
    };
    CHECK(refused("core/engine/ports/store.cpp", "sqlite3.h"));
    CHECK(refused("core/server/main.cpp", "boost/asio/io_context.hpp"));
    CHECK(refused("kiosk/main.cpp", "boost/beast/http.hpp"));
    CHECK(refused("counter/main.cpp", "ZXing/ReadBarcode.h"));
    CHECK(refused("core/domain/text.cpp", "spdlog/spdlog.h"));
    CHECK(refused("core/engine/import/import.cpp", "spdlog/logger.h"));

    CHECK_FALSE(refused("db/sqlite/statement.cpp", "sqlite3.h"));
    CHECK_FALSE(refused("core/net/server/http_connection.cpp", "boost/beast/http.hpp"));
    CHECK(refused("kiosk/main.cpp", "boost/asio/io_context.hpp"));
    CHECK_FALSE(refused("printer/network_link.cpp", "boost/asio/io_context.hpp"));
    CHECK_FALSE(refused("scanner/code_reader.cpp", "ZXing/ReadBarcode.h"));
    CHECK_FALSE(refused("core/server/main.cpp", "spdlog/spdlog.h"));
    CHECK_FALSE(refused("core/domain/dossier.cpp", "vector"));
}

TEST_CASE("the layer check reads includes however they are spaced", "[layers]") {
    CHECK(include_target("#include <sqlite3.h>") == "sqlite3.h");
    CHECK(include_target("#  include \"db/error.hpp\" // why") == "db/error.hpp");
    CHECK(include_target("  #include<vector>") == "vector");
    CHECK_FALSE(include_target("// #include <sqlite3.h>"));
    CHECK_FALSE(include_target("#define include"));
    CHECK_FALSE(include_target(""));
    CHECK_FALSE(complaint("core/domain/a.cpp", "#\tinclude\t<sqlite3.h>").empty());
}

TEST_CASE("the layer check finds who asks the machine", "[layers]") {
    const std::string now = "const auto now = std::chrono::system_clock::now();";
    CHECK_FALSE(complaint("core/domain/deadline.cpp", now).empty());
    CHECK_FALSE(
        complaint("core/engine/dossiers/processing.cpp", "std::random_device device;").empty());
    CHECK_FALSE(complaint("db/backup.cpp", "if (getenv(\"HOME\")) {").empty());
    CHECK_FALSE(complaint("kiosk/kiosk_flow.cpp", now).empty());
    const auto asks = [](const std::string& file, const std::string& line) {
        return !complaint(file, line).empty();
    };
    CHECK(asks("core/engine/a.cpp", "const auto begun = std::chrono::steady_clock::now();"));
    CHECK(asks("core/engine/a.cpp", "using Clock = std::chrono::system_clock;"));
    CHECK(asks("scanner/a.cpp", "using Clock = std::chrono::system_clock;"));
    CHECK(asks("scanner/a.cpp", now));
    CHECK(asks("core/engine/a.cpp", "const auto at = Clock::now();"));
    CHECK(asks("core/engine/a.cpp", "const std::time_t at = std::time(nullptr);"));
    CHECK(asks("db/a.cpp", "const char* home = secure_getenv(\"HOME\");"));
    CHECK_FALSE(asks("scanner/a.cpp", "const auto begun = Clock::now();"));
    CHECK_FALSE(asks("core/engine/a.cpp", "request.at = clock_.now();"));
    CHECK_FALSE(
        asks("core/domain/a.hpp", "using Instant = std::chrono::system_clock::time_point;"));
    CHECK(complaint("core/server/system_clock.cpp", now).empty());
    CHECK(complaint("kiosk/main.cpp", now).empty());
    CHECK(complaint("counter/main.cpp", now).empty());
    CHECK(complaint("core/domain/deadline.cpp", "// never system_clock::now() here").empty());
}
