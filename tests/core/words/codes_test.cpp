// Holds the sentences and the sources together. Reads the C++ of the whole project for the codes of
// messages: what a source names has a sentence in every language, with the facts that are given
// with it; what nothing names has none. A misspelt code would be shown to people as it is.

#include "core/domain/vocabulary.hpp"
#include "core/words/words.hpp"
#include "tests/support/documents.hpp"
#include "tests/support/sentences.hpp"
#include "tests/support/source_text.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

using sentences::NameSet;
using source_text::Literal;
using source_text::Source;

namespace {

/// What is written as codes are and is none: names that others gave, and those of files, messages
/// between programs and formats.
const NameSet other_names = {
    // HTTP's headers and what stands in them.
    "accept-encoding", "accept-language", "cache-control", "content-encoding", "content-length",
    "content-type", "idempotency-key", "if-match", "if-modified-since", "if-none-match", "if-range",
    "if-unmodified-since", "keep-alive", "no-cache", "no-referrer", "no-store",
    "proxy-authenticate", "proxy-authorization", "proxy-connection", "same-origin",
    "sec-fetch-mode", "sec-fetch-site", "sec-websocket-key", "sec-websocket-version",
    "transfer-encoding", "x-counter",
    // The description of the API.
    "date-time", "x-extensible-enum", "x-who", "x-subsets", "x-speech",
    // Programs, and memory that they share.
    "motcua-core", "motcua-counter", "motcua-frame", "motcua-kiosk", "motcua-print", "motcua-scan",
    "motcua-workbook",
    // A printer's profile, a paper of several dossiers, a message to a page.
    "batch-receipt", "file-gone", "generic-80",
    // Lines of the kiosk's own record.
    "doubt-ended", "not-printed"};

/// `dossier-unknown`: two words or more.
bool is_code(std::string_view text) {
    static const std::regex form("[a-z][a-z0-9]*(-[a-z0-9]+)+");
    return std::regex_match(text.begin(), text.end(), form);
}

std::string_view skip_blanks(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \n"), text.size()));
    return text;
}

std::string_view skip_blanks_back(std::string_view text) {
    return text.substr(0, text.find_last_not_of(" \n") + 1);
}

/// The names of the facts that follow a code: `, {{"code", …}, {"state", …}}`.
NameSet facts_after(std::string_view rest) {
    NameSet names;
    rest = skip_blanks(rest);
    if (!rest.starts_with(',')) return names;
    rest = skip_blanks(rest.substr(1));
    if (!rest.starts_with('{')) return names;
    if (!skip_blanks(rest.substr(1)).starts_with('{')) return names;
    int depth = 0;
    for (std::size_t at = 0; at < rest.size(); ++at) {
        if (rest[at] == '"') { // a brace in a text opens nothing
            for (++at; at < rest.size() && rest[at] != '"'; ++at) at += rest[at] == '\\';
            continue;
        }
        depth += rest[at] == '{' ? 1 : rest[at] == '}' ? -1 : 0;
        if (depth == 0) break;
        if (rest[at] == '{' && depth == 2 && rest[at + 1] == '"')
            names.emplace(rest.substr(at + 2, rest.find('"', at + 2) - at - 2));
    }
    return names;
}

NameSet names_of_vocabularies() {
    NameSet names;
    for (const core::Vocabulary& vocabulary : core::vocabularies())
        names.insert(vocabulary.names.begin(), vocabulary.names.end());
    return names;
}

const std::map<std::string, sentences::Sentences>& sentences_by_language() {
    static const auto all = [] {
        std::map<std::string, sentences::Sentences> found;
        for (const words::Language language : words::Language::all())
            found[std::string(language.tag())] = sentences::all_of(language);
        return found;
    }();
    return all;
}

/// In every language there is a sentence for the code, with the facts that follow it.
void check_sentences(const std::string& file,
                     const Source& source,
                     const Literal& literal,
                     bool facts_follow) {
    for (const auto& [language, all] : sentences_by_language()) {
        INFO(file << ": " << literal.text << " in " << language);
        const auto found = all.find(literal.text);
        CHECK(found != all.end());
        if (found == all.end()) continue;
        const NameSet given = facts_after(source.after(literal));
        const NameSet told = sentences::facts_in(found->second);
        if (facts_follow)
            CHECK(told == given);
        else if (!given.empty())
            CHECK(std::includes(given.begin(), given.end(), told.begin(), told.end()));
    }
}

/// What the sources name in quotes: C++ by its literals, pages by any quotes.
NameSet named_in_sources() {
    NameSet names;
    for (const std::string& file : source_text::files_in(source_text::shipped_folders())) {
        for (const Literal& literal : source_text::read(file).literals) names.insert(literal.text);
    }
    static const std::regex quoted(R"re("([a-z0-9-]+)")re");
    for (const std::string& file : documents::sources()) {
        if (!file.ends_with(".ts") && !file.ends_with(".tsx")) continue;
        if (file.starts_with("tests/")) continue;
        const std::string text = documents::text_of(documents::root() / file);
        for (std::sregex_iterator at(text.begin(), text.end(), quoted), end; at != end; ++at)
            names.insert((*at)[1]);
    }
    return names;
}

/// The code as the sources have to name it: a title is named by the problem's type.
std::string name_of(std::string code) {
    constexpr std::string_view title = "title-";
    return code.starts_with(title) ? code.substr(title.size()) : code;
}

/// Whether the network refuses what nobody's route got with the status: `refused-505`.
bool is_refused_by_the_network(std::string_view name) {
    static const std::string network = [] {
        std::string code;
        for (const std::string& file : source_text::files_in({"core/net"}))
            code += source_text::read(file).bare;
        return code;
    }();
    static const std::regex form("refused-([0-9]{3})");
    std::match_results<std::string_view::const_iterator> status;
    if (!std::regex_match(name.begin(), name.end(), status, form)) return false;
    const std::regex used(R"re((Refused|return |refuse\(|refused\(|throw )[^;]*\b)re" +
                          status[1].str() + R"re(\b)re");
    return std::regex_search(network, used);
}

} // namespace

TEST_CASE("every code has a sentence in every language, with the facts that it is given",
          "[words]") {
    const NameSet words_of_rules = names_of_vocabularies();
    const auto& vietnamese = sentences_by_language().at("vi");
    NameSet unused = other_names;
    int codes = 0;
    for (const std::string& file : source_text::files_in(source_text::shipped_folders())) {
        // The rules say each code with all of its facts; at the edges a code may be one of two.
        const bool is_of_rules = file.starts_with("core/domain/") ||
                                 file.starts_with("core/engine/") || file.starts_with("db/");
        const Source source = source_text::read(file);
        for (const Literal& literal : source.literals) {
            unused.erase(literal.text);
            if (!is_code(literal.text) || words_of_rules.contains(literal.text) ||
                other_names.contains(literal.text) || vietnamese.contains("title-" + literal.text))
                continue;
            const bool is_thrown = skip_blanks_back(source.before(literal)).ends_with("Failure({");
            check_sentences(file, source, literal, is_of_rules || is_thrown);
            ++codes;
        }
    }
    CHECK(codes > 400);         // the look for them still finds them
    CHECK(unused == NameSet{}); // a name that nothing needs is struck off the list
}

TEST_CASE("no sentence is left that nothing says", "[words]") {
    const NameSet named = named_in_sources();
    for (const auto& [code, sentence] : sentences_by_language().at("vi")) {
        INFO(code);
        const std::string name = name_of(code);
        CHECK((named.contains(name) || is_refused_by_the_network(name)));
    }
    CHECK(is_refused_by_the_network("refused-505"));
    CHECK_FALSE(is_refused_by_the_network("refused-418"));
    CHECK_FALSE(named.contains("refused-505"));
}

TEST_CASE("a code is told from other names, and its facts are read", "[words]") {
    CHECK(is_code("dossier-unknown"));
    CHECK(is_code("refused-505"));
    CHECK_FALSE(is_code("dossier"));
    CHECK_FALSE(is_code("Content-Type"));
    CHECK_FALSE(is_code("-a"));
    CHECK_FALSE(is_code("a--b"));
    CHECK(facts_after(", {{\"code\", f(\"}\")}, {\"state\", {\"x\", y}}})") ==
          NameSet{"code", "state"});
    CHECK(facts_after(")").empty());
}
