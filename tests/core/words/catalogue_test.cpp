// Holds the files of the languages to each other and to the tables of names: each has the sentences
// of every other, with the same facts, and a word for every name of every vocabulary.

#include "core/domain/vocabulary.hpp"
#include "core/words/words.hpp"
#include "tests/support/sentences.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <vector>

using sentences::NameSet;

namespace {

/// Frames around what others say, the same in every language: signs and facts.
const NameSet only_frames = {
    "data-wrong",        "deadline-working-hours", "finding-figures-differ",
    "field-wrong",       "office-file-mistake",    "option-wrong",
    "scan-file-problem", "scanner-problem",        "setting-wrong",
    "time-limit"};

} // namespace

TEST_CASE("no two codes say the same, but titles", "[words]") {
    std::map<std::vector<std::string>, std::string> code_of;
    std::map<std::string, std::vector<std::string>> said;
    for (const words::Language language : words::Language::all()) {
        for (const auto& [code, sentence] : sentences::all_of(language))
            said[code].push_back(sentence);
    }
    for (const auto& [code, all] : said) {
        if (code.starts_with("title-")) continue;
        INFO(code << " and " << code_of[all]);
        CHECK(code_of[all].empty());
        code_of[all] = code;
    }
}

TEST_CASE("every language has the sentences of every other", "[words]") {
    const auto first = sentences::all_of(words::Language());
    for (const words::Language language : words::Language::all()) {
        INFO(language.tag());
        const auto all = sentences::all_of(language);
        for (const auto& [code, sentence] : first) {
            INFO(code);
            REQUIRE(all.contains(code));
            CHECK(sentences::facts_in(all.at(code)) == sentences::facts_in(sentence));
            CHECK_FALSE(all.at(code).empty());
        }
        CHECK(all.size() == first.size());
    }
}

TEST_CASE("a sentence is said in each language's own words, but for frames", "[words]") {
    const auto vietnamese = sentences::all_of(words::Language());
    const auto english = sentences::all_of(words::Language::find("en").value());
    NameSet same;
    for (const auto& [code, sentence] : vietnamese) {
        if (english.at(code) == sentence) same.insert(code);
    }
    CHECK(same == only_frames);
}

TEST_CASE("every name of every vocabulary has a word in every language, and none is left over",
          "[words]") {
    for (const words::Language language : words::Language::all()) {
        const boost::json::value file = sentences::content_of(language);
        const boost::json::object& all = file.at("words").as_object();
        for (const core::Vocabulary& vocabulary : core::vocabularies()) {
            INFO(language.tag() << " " << vocabulary.name);
            const boost::json::value* known =
                all.if_contains({vocabulary.name.data(), vocabulary.name.size()});
            REQUIRE(known);
            NameSet written;
            for (const auto& [name, word] : known->as_object()) {
                written.emplace(name);
                CHECK_FALSE(word.as_string().empty());
            }
            CHECK(written == NameSet(vocabulary.names.begin(), vocabulary.names.end()));
        }
    }
}
