// Keeps the arrows of the README's module map true: reads every source line of the modules and
// fails on an include that points the wrong way, and on a call that asks the machine for the
// time, for chance or for its environment where the rules say it comes in as an argument. Reads the
// routes once more for the law: they translate, so what compares instants, states or figures, or
// names a state, belongs into the engine or the domain.

#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
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
    {"core/net", {"core/domain"}},
    {"core/files", {}},
    {"core/agent", {"core/domain", "core/words", "core/api", "core/net", "core/files"}},
    {"core/server",
     {"core/domain", "core/words", "core/engine", "core/api", "core/reports", "core/net", "db",
      "printer"}},
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

// library prefix -> the only modules that may include it.
const std::map<std::string, Names> owner = {
    {"boost/asio", {"core/net", "printer"}},
    {"boost/beast", {"core/net"}},
    {"sqlite3.h", {"db"}},
    {"ZXing/", {"printer", "scanner"}},
};

// library prefix -> the modules that may never include it.
const std::map<std::string, Names> banned = {
    {"spdlog", {"core/domain", "core/engine"}},
};

// Time, chance and environment come in as arguments, but for those who start a program.
const std::vector<std::string_view> machine_calls = {"system_clock::now", "random_device",
                                                     "getenv"};
const std::vector<std::string_view> may_ask_the_machine = {
    "core/server/", "core/words/environment.cpp", "kiosk/main.cpp", "counter/main.cpp"};

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

bool is_allowed_include(const std::string& module, const std::string& target) {
    const std::string target_module = module_of(target);
    if (!target_module.empty() && target_module != module &&
        !allowed_includes.at(module).contains(target_module)) {
        return false;
    }
    const auto only = only_headers.find(module);
    if (only != only_headers.end() && !target_module.empty() && target_module != module &&
        !only->second.contains(target)) {
        return false;
    }
    for (const auto& [library, modules] : owner) {
        if (target.starts_with(library) && !modules.contains(module)) return false;
    }
    for (const auto& [library, modules] : banned) {
        if (target.starts_with(library) && modules.contains(module)) return false;
    }
    return !target.starts_with("tests/") && !target.starts_with("../");
}

bool asks_the_machine(const std::string& file, std::string_view line) {
    const std::string_view code = line.substr(0, line.find("//"));
    const auto may = [&](std::string_view place) { return file.starts_with(place); };
    if (std::any_of(may_ask_the_machine.begin(), may_ask_the_machine.end(), may)) return false;
    return std::any_of(machine_calls.begin(), machine_calls.end(), [&](std::string_view call) {
        return code.find(call) != std::string_view::npos;
    });
}

/// What is wrong with the line of the file; empty when nothing is.
std::string complaint(const std::string& file, std::string_view line) {
    if (const auto target = include_target(line)) {
        const bool sound = is_allowed_include(module_of(file), *target);
        return sound ? "" : file + " may not include " + *target;
    }
    if (asks_the_machine(file, line)) return file + " asks the machine: " + std::string(line);
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

// --- The law in routes ---

constexpr std::string_view routes_folder = "core/server/routes/";

/// The code on one line: without comments, preprocessor lines and what stands in quotes.
std::string bare_code(const std::string& source) {
    // In one pass: an address in quotes looks like a comment, an apostrophe in a comment like one.
    static const std::regex passed_over(R"re("(\\.|[^"\\\n])*"|'(\\[^'\n]*|[^'\\\n])')re"
                                        R"re(|//[^\n]*|/\*[^]*?\*/|(^|\n)[ \t]*#[^\n]*)re");
    static const std::regex blanks(R"re(\s+)re");
    return std::regex_replace(std::regex_replace(source, passed_over, "\n"), blanks, " ");
}

/// One side of a comparison, from `from` on to the left or the right, without what is passed to
/// functions: of `wait(key, now) > limit` the value compared is no instant.
std::string operand(std::string_view code, std::size_t from, bool to_the_right) {
    const std::string_view open = to_the_right ? "([{" : ")]}";
    const std::string_view close = to_the_right ? ")]}" : "([{";
    std::string found;
    int depth = 0;
    for (std::size_t i = from; i < code.size(); to_the_right ? ++i : --i) {
        const char c = code[i];
        if (close.find(c) != std::string_view::npos && --depth < 0) break;
        if (depth == 0) {
            if (std::string_view(";,?&|=").find(c) != std::string_view::npos) break;
            found.insert(to_the_right ? found.end() : found.begin(), c);
        }
        if (open.find(c) != std::string_view::npos) ++depth;
    }
    return found;
}

/// Where the call ends whose arguments begin at `from`.
std::size_t end_of_call(std::string_view code, std::size_t from) {
    int depth = 0;
    for (std::size_t i = from; i < code.size(); ++i) {
        if (code[i] == '(') ++depth;
        if (code[i] == ')' && --depth < 0) return i;
    }
    return code.size();
}

/// Whether a value is one that only the engine compares: an instant, a state, a figure, an amount,
/// or any other fact of a dossier, a ticket, a version or an event.
bool is_of_the_field(const std::string& value) {
    static const std::regex words(
        R"re(\b(\w*_at|now|due\w*|today|day|appointment|local_date|state|outcome|decision|\w+_vnd))re"
        R"re((\(\))?\s*($|[-+])|\b(figures?|counts)\b)re"
        R"re(|\b(dossier|ticket|version|in_force|hand_over|event|before|after)(\.|->)\w+$)re");
    return std::regex_search(value, words);
}

/// What the source of a route decides about the field, piece by piece; empty when it only
/// translates.
std::vector<std::string> law_in(const std::string& source) {
    // Comparisons stand between blanks, as clang-format sets them; brackets of templates do not.
    static const std::regex compares(
        R"re( (==|!=|<=|>=|<|>|<=>) |\bstd::(max|min|clamp)(?:<[^()]*>)?\()re");
    static const std::regex named(
        R"re(\b(DossierState|TicketState|Outcome|Figure)::\w+)re"
        R"re(|\b(Counts|GroupCounts|PeriodFigures|counter_quiet_time)\b)re"
        // Whether something happened to a dossier or a ticket, and how long it took.
        R"re(|!\w+(\.|->)(\w+(\.|->))*\w+_at\b)re"
        R"re(|\b\w+(\.|->)\w+_at \? \*?\w+(\.|->)\w+_at\b| - \*?\w+(\.|->)\w+_at\b)re"
        // Rows that a use case of the engine finds, follows or writes.
        R"re(|\bbooks(\.|->)(find_dossier|tickets|event|each_\w+|append|write_feedback)\()re"
        R"re(|\bin_force\(|\bto_text\([^()]*\) [=!]= )re");
    std::vector<std::string> law;
    const std::string code = bare_code(source);
    for (std::sregex_iterator at(code.begin(), code.end(), compares), end; at != end; ++at) {
        const auto begins = static_cast<std::size_t>(at->position());
        const std::size_t ends = begins + static_cast<std::size_t>(at->length());
        const std::string right = operand(code, ends, true);
        // Of a function that compares: its first argument, and the one before it ends.
        const std::string other = (*at)[2].matched
                                      ? operand(code, end_of_call(code, ends) - 1, false)
                                      : operand(code, begins - 1, false);
        if (is_of_the_field(right) || is_of_the_field(other))
            law.push_back(other + at->str() + right);
    }
    for (std::sregex_iterator at(code.begin(), code.end(), named), end; at != end; ++at)
        law.push_back(at->str());
    return law;
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
    for (const std::string& file : files) {
        std::ifstream source(root / file);
        REQUIRE(source);
        for (std::string line; std::getline(source, line);) {
            const std::string wrong = complaint(file, line);
            if (!wrong.empty()) FAIL_CHECK(wrong);
        }
    }
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
    CHECK(refused("core/domain/dossier.cpp", "tests/support/random.hpp"));
    CHECK(refused("core/domain/dossier.cpp", "../engine/store.hpp"));

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
    CHECK(complaint("core/server/system_clock.cpp", now).empty());
    CHECK(complaint("kiosk/main.cpp", now).empty());
    CHECK(complaint("counter/main.cpp", now).empty());
    CHECK(complaint("core/domain/deadline.cpp", "// never system_clock::now() here").empty());
}

TEST_CASE("no route decides what belongs to the engine", "[layers]") {
    const fs::path root = SOURCE_ROOT;
    int routes = 0;
    for (const std::string& file : module_sources(root)) {
        if (!file.starts_with(routes_folder)) continue;
        ++routes;
        std::ifstream source(root / file);
        REQUIRE(source);
        const std::string text(std::istreambuf_iterator<char>(source), {});
        for (const std::string& each : law_in(text)) FAIL_CHECK(file + " decides: " + each);
    }
    REQUIRE(routes > 20); // the routes were found
}

TEST_CASE("the layer check finds the law in a route", "[layers]") {
    const auto decides = [](const std::string& code) { return !law_in(code).empty(); };
    // What routes did decide.
    CHECK(decides("{\"overdue\", d.is_open() && due && *due <= now},"));
    CHECK(decides("return dossier.received_at && now - *dossier.received_at <= recent;"));
    CHECK(decides("if (query.state && dossier.state != *query.state) return false;"));
    CHECK(decides("if (query.due_before && (!due || *due >= *query.due_before)) return false;"));
    CHECK(decides("return desk.day == core::local_date(now) &&\n"
                  "       now - desk.last_act_at < core::counter_quiet_time;"));
    CHECK(decides("waiting += ticket.service == letter &&\n"
                  "           ticket.state\n == waiting ? 1 : 0;"));
    CHECK(decides("const bool there = state == core::TicketState::called;"));
    CHECK(decides("if (figure->of(core::period_figures(dossier, first, last)) == 0) return;"));
    CHECK(decides("for (const Figure figure : figures) total += counts[Figure::withdrawn];"));
    CHECK(decides("request.at = std::max(at.now, stored->dossier.last_act_at);"));
    CHECK(decides("// one's own\nif (front.at >= *state.began_at) return; // that's it"));
    CHECK(decides("std::sort(all.begin(), all.end(), [](auto& a, auto& b) {\n"
                  "    return *a.due_at() < *b.due_at(); });"));
    CHECK(decides("switch (ticket.state) { case TicketState::held: break; }"));
    CHECK(decides("if (dossier.closed_at > call.now) return;"));
    CHECK(decides("return each.outcome == Outcome::late;"));
    CHECK(
        decides("pay->paid_vnd = std::max<std::int64_t>(dossier.fee_vnd - dossier.paid_vnd, 0);"));
    CHECK(decides("if (!hand_over.answered_at) waiting.push_back(hand_over.partner);"));
    CHECK(
        decides("auto until = ticket.first_called_at ? ticket.first_called_at : ticket.ended_at;"));
    CHECK(decides("boost::json::value((*waited_until - ticket.arrived_at).count())"));
    CHECK(decides("if (field && version.field != *field) continue;"));
    CHECK(decides("if (level && to_text(version.online_level) != *level) continue;"));
    CHECK(decides("if (!in_force || in_force->id != version.id) continue;"));
    CHECK(decides("const auto* version = catalogue.in_force(code, core::local_date(received));"));
    CHECK(decides("return after.effective_to && *after.effective_to < *before.effective_to;"));
    CHECK(decides("auto stored = books.find_dossier(code);"));
    CHECK(decides("if (!stored) stored = books.tickets().find(day, wanted);"));
    CHECK(decides("const auto event = books.event(seq);\nif (event->previous_seq >= seq) break;"));
    CHECK(decides("books.each_event(first, [&](const core::Event& event) {"));
    CHECK(decides("books.append(core::office_event(event, id, at, \"\", text));"));

    CHECK_FALSE(decides("// overdue when due <= now"));
    CHECK_FALSE(decides("/* due\n <= now */ int a;"));
    CHECK_FALSE(decides("fields.complain(\"due\", \"due <= now\");"));
    CHECK_FALSE(decides("#include <now>\nint day;"));
    CHECK_FALSE(decides("items.push_back(to_text(dossier.state));"));
    CHECK_FALSE(decides("std::optional<core::Instant> now;"));
    CHECK_FALSE(decides("if (server.guard().wait(name, now) > std::chrono::seconds{0}) return;"));
    CHECK_FALSE(decides("core::list_page(books, query, call.now);"));
    CHECK_FALSE(decides("std::max(guard.wait(login, now), guard.wait(address, now));"));
    CHECK_FALSE(decides("// one's own\nif (a == b) return 'c'; // and that's it"));
    CHECK_FALSE(decides("if (letter.size() == 1) step.to_service = letter.front();"));
    CHECK_FALSE(decides("answer[\"in_force\"] = core::is_in_force(catalogue, version, day);"));
    CHECK_FALSE(decides("if (backup.verified_at) object[\"ok\"] = backup.ok;"));
    CHECK_FALSE(decides("dossier.digitised_at ? attachments(books, id) : boost::json::array();"));
    CHECK_FALSE(decides("const auto address = \"http://day\"; if (a == b) return now;"));
}
