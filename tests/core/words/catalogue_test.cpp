// Holds the sentences and the sources together. Reads the C++ of the whole project for the codes of
// messages and the files of all languages for their sentences: what a rule names has a sentence
// in every language, with the facts that the rule gives; what nothing names has none. In
// core/domain and core/engine nothing but a code is said.

#include "core/domain/vocabulary.hpp"
#include "core/words/words.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace fs = std::filesystem;
namespace json = boost::json;

using Names = std::set<std::string>;

namespace {

const fs::path root = SOURCE_ROOT;

/// Names that stand in kebab case in the rules and are no message's code.
const Names other_names = {"form-data"};

/// Tables whose names people read as part of another vocabulary, or not at all: the events of the
/// office are among `event`.
const Names told_within_another = {"office_event"};

/// Texts that are data or papers, and no message: names of invented people, the words on a
/// citizen's card, the speech of a call, the forms' own wording, fields of the
/// catalogue.
const Names told_in_vietnamese = {
    "core/domain/call_text.cpp",
    "core/domain/citizen_id.cpp",
    "core/engine/seeding/invented_people.cpp",
    "core/engine/seeding/seeding.cpp",
};

/// A string literal of a source, and what stands around it.
struct Literal {
    std::string text;
    std::string_view before;
    std::string_view rest; // of the file
};

/// A file's text without its comments, and its literals. Raw strings are not looked into.
struct Source {
    explicit Source(const fs::path& file) {
        std::ifstream in(file);
        std::stringstream all;
        all << in.rdbuf();
        const std::string whole = all.str();
        for (std::size_t at = 0; at < whole.size(); ++at) {
            if (whole.compare(at, 2, "//") == 0)
                at = std::min(whole.find('\n', at), whole.size() - 1);
            if (whole[at] == '\'' && at + 2 < whole.size() &&
                !std::isalnum(static_cast<unsigned char>(at == 0 ? ' ' : whole[at - 1]))) {
                const std::size_t end = whole.find('\'', at + (whole[at + 1] == '\\' ? 3 : 2));
                code.append(whole, at, end - at + 1);
                at = end;
                continue;
            }
            if (whole[at] == '"') {
                const std::size_t begin = at + 1;
                for (++at; at < whole.size() && whole[at] != '"'; ++at) at += whole[at] == '\\';
                starts.push_back(code.size());
                code.append(whole, begin - 1, at - begin + 2);
                ends.push_back(code.size());
                continue;
            }
            code += whole[at];
        }
    }

    std::vector<Literal> literals() const {
        std::vector<Literal> found;
        for (std::size_t i = 0; i < starts.size(); ++i) {
            found.push_back({code.substr(starts[i] + 1, ends[i] - starts[i] - 2),
                             std::string_view(code).substr(0, starts[i]),
                             std::string_view(code).substr(ends[i])});
        }
        return found;
    }

    std::string code;
    std::vector<std::size_t> starts;
    std::vector<std::size_t> ends;
};

std::vector<fs::path> sources_in(const std::vector<std::string>& folders,
                                 const std::vector<std::string>& suffixes) {
    std::vector<fs::path> files;
    for (const std::string& folder : folders) {
        for (auto entry = fs::recursive_directory_iterator(root / folder);
             entry != fs::recursive_directory_iterator(); ++entry) {
            if (entry->path().filename() == "node_modules") entry.disable_recursion_pending();
            const std::string suffix = entry->path().extension().string();
            if (std::find(suffixes.begin(), suffixes.end(), suffix) != suffixes.end())
                files.push_back(entry->path());
        }
    }
    REQUIRE_FALSE(files.empty());
    return files;
}

/// `dossier-unknown`: two words or more.
bool is_code(std::string_view text) {
    if (text.find('-') == std::string_view::npos || text.front() < 'a' || text.front() > 'z')
        return false;
    return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") ==
               std::string_view::npos &&
           text.back() != '-';
}

std::string_view skip_blanks(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of(" \n"), text.size()));
    return text;
}

std::string_view skip_blanks_back(std::string_view text) {
    return text.substr(0, text.find_last_not_of(" \n") + 1);
}

/// The names of the facts that follow a code: `, {{"code", …}, {"state", …}}`.
Names facts_after(std::string_view rest) {
    Names names;
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

/// The facts that a sentence names in braces.
Names facts_in(std::string_view sentence) {
    Names names;
    for (std::size_t open = sentence.find('{'); open != std::string_view::npos;
         open = sentence.find('{', open + 1))
        names.emplace(sentence.substr(open + 1, sentence.find('}', open) - open - 1));
    return names;
}

json::value read_file_of(words::Language language) {
    const std::string_view text = words::file_of(language);
    return json::parse({text.data(), text.size()});
}

std::map<std::string, std::string> sentences(words::Language language) {
    std::map<std::string, std::string> found;
    const json::value file = read_file_of(language);
    for (const auto& [code, text] : file.at("sentences").as_object())
        found.emplace(std::string(code), std::string(text.as_string().c_str()));
    return found;
}

Names names_of_vocabularies() {
    Names names;
    for (const core::Vocabulary& vocabulary : core::vocabularies())
        names.insert(vocabulary.names.begin(), vocabulary.names.end());
    return names;
}

bool is_plain_word(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Whether a text has a letter beyond ASCII: of a dash or an ellipsis one does not speak.
bool has_foreign_letter(std::string text) {
    for (const char* mark : {"…", "–", "“", "”", "\\uFFFD"}) {
        for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
            text.erase(at, std::string_view(mark).size());
    }
    return !is_plain_word(text);
}

/// In every language there is a sentence for the code, with the facts that follow it.
void check_sentences(const fs::path& file, const Literal& literal) {
    for (const words::Language language : words::Language::all()) {
        INFO(file << ": " << literal.text << " in " << language.tag());
        const auto all = sentences(language);
        REQUIRE(all.contains(literal.text));
        CHECK(facts_in(all.at(literal.text)) == facts_after(literal.rest));
    }
}

} // namespace

TEST_CASE("what the rules say has a sentence in every language, with the same facts", "[words]") {
    const Names words_of_rules = names_of_vocabularies();
    for (const fs::path& file :
         sources_in({"core/domain", "core/engine", "db"}, {".cpp", ".hpp"})) {
        const Source source(file);
        for (const Literal& literal : source.literals()) {
            if (!is_code(literal.text) || words_of_rules.contains(literal.text)) continue;
            if (other_names.contains(literal.text)) continue;
            check_sentences(file, literal);
        }
    }
}

TEST_CASE("what any program throws for people has a sentence in every language", "[words]") {
    int thrown = 0;
    for (const fs::path& file :
         sources_in({"core", "counter", "kiosk", "printer", "scanner"}, {".cpp", ".hpp"})) {
        const Source source(file);
        for (const Literal& literal : source.literals()) {
            if (!skip_blanks_back(literal.before).ends_with("Failure({")) continue;
            check_sentences(file, literal);
            ++thrown;
        }
    }
    CHECK(thrown > 10); // the look for them still finds them
}

TEST_CASE("no two codes say the same, but titles", "[words]") {
    std::map<std::vector<std::string>, std::string> code_of;
    std::map<std::string, std::vector<std::string>> said;
    for (const words::Language language : words::Language::all()) {
        for (const auto& [code, sentence] : sentences(language)) said[code].push_back(sentence);
    }
    for (const auto& [code, all] : said) {
        if (code.starts_with("title-")) continue;
        INFO(code << " and " << code_of[all]);
        CHECK(code_of[all].empty());
        code_of[all] = code;
    }
}

TEST_CASE("every language has the sentences of every other", "[words]") {
    const auto first = sentences(words::Language());
    for (const words::Language language : words::Language::all()) {
        INFO(language.tag());
        const auto all = sentences(language);
        for (const auto& [code, sentence] : first) {
            INFO(code);
            REQUIRE(all.contains(code));
            CHECK(facts_in(all.at(code)) == facts_in(sentence));
            CHECK_FALSE(all.at(code).empty());
        }
        CHECK(all.size() == first.size());
    }
}

TEST_CASE("no sentence is left that nothing says", "[words]") {
    std::string all;
    for (const fs::path& file : sources_in({"core", "counter", "db", "kiosk", "printer", "scanner"},
                                           {".cpp", ".hpp", ".ts", ".tsx"})) {
        std::ifstream in(file);
        std::stringstream text;
        text << in.rdbuf();
        all += text.str();
    }
    for (const auto& [code, sentence] : sentences(words::Language())) {
        INFO(code);
        // A title is named by the problem's type, what no route refused by its status.
        constexpr std::string_view title = "title-";
        constexpr std::string_view refused = "refused-";
        std::string named = code.starts_with(title) ? code.substr(title.size()) : code;
        named = named.starts_with(refused) ? named.substr(refused.size()) : '"' + named + '"';
        const bool said = all.find(named) != std::string::npos;
        CHECK(said);
    }
}

TEST_CASE("the rules hold no sentence of any language but in papers and data", "[words]") {
    for (const fs::path& file : sources_in({"core/domain", "core/engine"}, {".cpp", ".hpp"})) {
        const std::string name = fs::relative(file, root).string();
        if (told_in_vietnamese.contains(name)) continue;
        const Source source(file);
        for (const Literal& literal : source.literals()) {
            INFO(name << ": " << literal.text);
            CHECK_FALSE(has_foreign_letter(literal.text));
        }
    }
    for (const std::string& name : told_in_vietnamese) CHECK(fs::exists(root / name));
}

TEST_CASE("every name of every vocabulary has a word in every language, and none is left over",
          "[words]") {
    for (const words::Language language : words::Language::all()) {
        const json::value file = read_file_of(language);
        const json::object& all = file.at("words").as_object();
        for (const core::Vocabulary& vocabulary : core::vocabularies()) {
            INFO(language.tag() << " " << vocabulary.name);
            const json::value* known =
                all.if_contains({vocabulary.name.data(), vocabulary.name.size()});
            REQUIRE(known);
            Names written;
            for (const auto& [name, word] : known->as_object()) {
                written.emplace(name);
                CHECK_FALSE(word.as_string().empty());
            }
            CHECK(written == Names(vocabulary.names.begin(), vocabulary.names.end()));
        }
    }
}

TEST_CASE("each table of names is listed among the vocabularies, once", "[words]") {
    Names listed;
    for (const core::Vocabulary& vocabulary : core::vocabularies()) {
        INFO(vocabulary.name);
        CHECK(listed.emplace(vocabulary.name).second);
        const Names names(vocabulary.names.begin(), vocabulary.names.end());
        CHECK(names.size() == vocabulary.names.size());
        CHECK_FALSE(names.contains(""));
    }
    for (const fs::path& file : sources_in({"core/domain", "core/engine"}, {".cpp", ".hpp"})) {
        const Source source(file);
        constexpr std::string_view table = "enum_text<";
        for (std::size_t at = source.code.find(table); at != std::string::npos;
             at = source.code.find(table, at + 1)) {
            const std::size_t open = source.code.find('"', at);
            const std::string name =
                source.code.substr(open + 1, source.code.find('"', open + 1) - open - 1);
            INFO(file << ": " << name);
            CHECK((listed.contains(name) || told_within_another.contains(name)));
        }
    }
}
