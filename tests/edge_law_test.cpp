// The edge translates: what compares instants, states or figures, names a state, or looks a row up,
// belongs into the engine or the domain. Reads the sources of core/server and core/api for it.

#include "tests/support/source_text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using source_text::Source;
using Names = std::set<std::string, std::less<>>;

namespace {

/// What looks like law and is none: pieces of a file that begin so.
struct Known {
    std::string file;
    std::vector<std::string> pieces;
};

const std::vector<Known> known_pieces = {
    // Which event belongs to which topic, and what of it may be told.
    {"core/server/http/feed_message.cpp",
     {"return event.act == to_text()", "event.act == core::to_text()", "== to_text(",
      "== core::to_text(", "OfficeEvent::"}},
    // The books' events are followed, to tell of each and to know what an answer was made of.
    {"core/server/http/change_watcher.cpp", {"books->each_event("}},
    {"core/server/http/event_feed.cpp", {"event.seq <= seq_"}},
    {"core/server/http/read_runner.cpp", {"books.each_event(", "return header.first == "}},
    // The server's own times: log-ins, devices that report, kept answers, backups at night.
    {"core/server/http/device_states.cpp", {"moment - state.seen < online_time"}},
    {"core/server/http/login_guard.cpp",
     {"now >= until", "now - entry.last >", "return now - entry.second.last >",
      "return a.second.last < b.second."}},
    {"core/server/http/people.cpp",
     {"return now >= active.session.ends_at", "now - active.last_used >= idle_time_",
      "now >= found->second.session.ends_at"}},
    {"core/server/http/response_cache.cpp", {"now < *found->second.until"}},
    {"core/server/upkeep/maintenance.cpp",
     {"return due <= now", "backups.front().at < *began_at", "*backup_.last_success >= due",
      "*backup_.began_at >= due", "now - *backup_.began_at < retry_after", "!settings_.daily_at",
      "- *backup_.began_at"}},
    // An office is set up before there is anybody whom a use case could ask for.
    {"core/server/upkeep/setup.cpp", {"books.append(", "OfficeEvent::"}},
    // What the command is asked for: the due date of a case that is in no books.
    {"core/server/commands/due.cpp", {"Ending::approved"}},
    // Which parts a paper has, and which act it tells of; how a time limit is written on it.
    {"core/server/papers/paper_data.cpp", {"Act::", "PaperKind::"}},
    // A name that the command's JSON had before there was a vocabulary.
    {"core/server/commands/device.cpp", {"return state == core::DeviceState::waiting"}},
    {"core/server/papers/paper_lists.cpp", {"!dossier.returned_at"}},
    {"core/server/papers/paper_parts.cpp", {"DeadlineUnit::"}},
    // Which address asks for which act, and with which fields; what is meant when a field is
    // missing.
    {"core/server/routes/counters.cpp", {"TicketAct::"}},
    {"core/server/routes/dossier_acts.cpp", {"Act::", "Channel::in_person"}},
    {"core/server/routes/intake.cpp", {"Channel::online", "Channel::in_person"}},
    {"core/server/routes/reports.cpp", {"GroupBy::month", "ReportForm::"}},
    {"core/server/routes/tickets.cpp", {"PriorityKind::other"}},
};

/// The exceptions that let the piece pass, as `file: piece`.
Names passes_for(std::string_view file, std::string_view piece) {
    Names passes;
    for (const Known& known : known_pieces) {
        if (known.file != file) continue;
        for (const std::string& each : known.pieces) {
            if (piece.starts_with(each)) passes.insert(known.file + ": " + each);
        }
    }
    return passes;
}

/// The code on one line: without comments, preprocessor lines and what stands in quotes.
std::string bare_code(std::string_view text) {
    static const std::regex passed_over(R"re((^|\n)[ \t]*#[^\n]*)re");
    static const std::regex blanks(R"re(\s+)re");
    return std::regex_replace(std::regex_replace(Source(text).bare, passed_over, "\n"), blanks,
                              " ");
}

/// The enumerations of the rules, but for those that the edge itself is about: devices, who may do
/// what, which status a refusal has, and what kind of file or code was given.
const std::string& enumerations() {
    static const Names of_the_edge = {"DeviceKind", "DeviceState", "ErrorKind", "Kind", "Role"};
    static const std::string names = [] {
        static const std::regex declared(R"re(\benum class (\w+))re");
        std::string all;
        for (const std::string& file : source_text::files_in({"core/domain"})) {
            const std::string code = source_text::read(file).bare;
            for (std::sregex_iterator at(code.begin(), code.end(), declared), end; at != end;
                 ++at) {
                if (!of_the_edge.contains((*at)[1].str()))
                    all += (all.empty() ? "" : "|") + (*at)[1].str();
            }
        }
        return all;
    }();
    return names;
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
        R"re(\b(\w*_at|now|clock|moment|due\w*|today|day|appointment|local_date|state|outcome|decision|\w+_vnd))re"
        R"re((\(\))?\s*($|[-+])|\b(figures?|counts)\b)re"
        R"re(|\b(dossier|ticket|version|in_force|hand_over|event|before|after)(\.|->)\w+$)re"
        R"re(|(\.|->|\*)(first|last)$)re"); // days of a period
    return std::regex_search(value, words);
}

std::string without_blanks(const std::string& piece) {
    const std::size_t begin = std::min(piece.find_first_not_of(' '), piece.size());
    return piece.substr(begin, piece.find_last_not_of(' ') + 1 - begin);
}

/// What only the rules name, and what only they do.
const std::regex& law_by_name() {
    static const std::regex named(
        R"re(\b()re" + enumerations() + R"re()::\w+|\busing enum\b|\busing \w+ = (core::)?()re" +
        enumerations() +
        R"re()\b)re"
        R"re(|\b(Counts|GroupCounts|PeriodFigures|counter_quiet_time)\b)re"
        // Whether something happened to a dossier or a ticket, and how long it took.
        R"re(|!\w+(\.|->)(\w+(\.|->))*\w+_at\b)re"
        R"re(|\bif \((dossier|ticket|hand_over|d|t|each)(\.|->)(\w+(\.|->))*\w+_at\))re"
        R"re(|\b\w+(\.|->)\w+_at \? \*?\w+(\.|->)\w+_at\b| - \*?\w+(\.|->)\w+_at\b)re"
        // An order by a member, or by a comparison that is handed on.
        R"re(|&(core::)?\w+::\w+_at\b|&(core::)?(Dossier|Ticket|Act|Event|ProcedureVersion)::\w+)re"
        R"re(|\b(less|greater)(_equal)?(<[^<>]*>)?(\{\}|\(\)))re"
        // Rows that a use case of the engine finds, follows or writes.
        R"re(|[\w)](\.|->)(find_dossier|each_(event|dossier|ticket)\w*|write_feedback)\()re"
        R"re(|\b(books|view)(\.|->)(tickets|event|each_\w+|append)\()re"
        R"re(|\bin_force\(|\bto_text\([^()]*\) [=!]= | [=!]= (core::)?to_text\()re");
    return named;
}

/// What the source decides about the field, piece by piece; empty when it only translates.
std::vector<std::string> law_in(std::string_view text) {
    // Comparisons stand between blanks, as clang-format sets them; brackets of templates do not.
    static const std::regex compares(
        R"re( (==|!=|<=|>=|<|>|<=>) |\b(?:std::)?(?:ranges::)?(max|min|clamp)(?:<[^()]*>)?\()re");
    std::vector<std::string> law;
    const std::string code = bare_code(text);
    for (std::sregex_iterator at(code.begin(), code.end(), compares), end; at != end; ++at) {
        const auto begins = static_cast<std::size_t>(at->position());
        const std::size_t ends = begins + static_cast<std::size_t>(at->length());
        const std::string right = operand(code, ends, true);
        // Of a function that compares: its first argument, and the one before it ends.
        const std::string other = (*at)[2].matched
                                      ? operand(code, end_of_call(code, ends) - 1, false)
                                      : operand(code, begins - 1, false);
        if (is_of_the_field(right) || is_of_the_field(other))
            law.push_back(without_blanks(other + at->str() + right));
    }
    for (std::sregex_iterator at(code.begin(), code.end(), law_by_name()), end; at != end; ++at)
        law.push_back(without_blanks(at->str()));
    return law;
}

} // namespace

TEST_CASE("nothing at the edge decides what belongs to the engine", "[layers]") {
    const auto files = source_text::files_in({"core/api", "core/server"});
    REQUIRE(files.size() > 100); // the sources were found
    Names unused;
    for (const Known& known : known_pieces) {
        for (const std::string& piece : known.pieces) unused.insert(known.file + ": " + piece);
    }
    for (const std::string& file : files) {
        for (const std::string& piece : law_in(source_text::text_of(file))) {
            const Names passes = passes_for(file, piece);
            if (passes.empty()) FAIL_CHECK(file << " decides: " << piece);
            for (const std::string& pass : passes) unused.erase(pass);
        }
    }
    CHECK(unused == Names{}); // an exception that nothing needs is struck off the list
}

TEST_CASE("the look for law finds what routes have decided, and no translation", "[layers]") {
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
    CHECK(decides("if (errors.empty() && period.last < period.first)"));
    CHECK(decides("if (*last < *first) {"));
    CHECK(decides("books.each_event(first, [&](const core::Event& event) {"));
    CHECK(decides("books.append(core::office_event(event, id, at, \"\", text));"));

    // The same in other clothes.
    CHECK(decides("using S = core::DossierState; switch (x) { case S::resolved: break; }"));
    CHECK(decides("using enum core::DossierState;"));
    CHECK(decides("if (\"resolved\" == to_text(d.state)) return;"));
    CHECK(decides("return limit <= call.clock;"));
    CHECK(decides("if (*limit <= moment) return;"));
    CHECK(decides("n += each.channel == Channel::online;"));
    CHECK(decides("const auto kind = core::PriorityKind::pregnant;"));
    CHECK(decides("if (act == core::Act::receive) return;"));
    CHECK(decides("if (dossier.closed_at) ++n;"));
    CHECK(decides("std::ranges::sort(all, {}, &Dossier::received_at);"));
    CHECK(decides("std::ranges::sort(all, {}, &core::Ticket::number);"));
    CHECK(decides("const auto last = ranges::max(d.due_at, now);"));
    CHECK(decides("const bool late = std::less<>{}(a, b);"));
    CHECK(decides("auto stored = view.find_dossier(code);"));
    CHECK(decides("auto stored = store.read(agency)->find_dossier(code);"));

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
