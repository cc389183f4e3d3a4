// The words of core/words and the tables of the rules name the same things: the pages take a
// vocabulary's names and their order from the words, everybody else from the tables.

#include "core/domain/vocabulary.hpp"
#include "core/words/words.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

using Names = std::vector<std::string>;

/// Vocabularies of a module outside the rules: its tests hold them to its table.
const std::set<std::string> of_other_modules = {"print_cause"};

std::map<std::string, Names> names_in_words(words::Language language) {
    const std::string_view file = words::file_of(language);
    const auto value = boost::json::parse({file.data(), file.size()});
    std::map<std::string, Names> found;
    for (const auto& [vocabulary, words] : value.at("words").as_object()) {
        Names& names = found[std::string(vocabulary)];
        for (const auto& [name, word] : words.as_object()) names.emplace_back(name);
    }
    return found;
}

std::map<std::string, Names> names_in_tables() {
    std::map<std::string, Names> found;
    for (const core::Vocabulary& each : core::vocabularies())
        found[std::string(each.name)] = Names(each.names.begin(), each.names.end());
    return found;
}

} // namespace

TEST_CASE("the words of every language name what the tables name, in the same order", "[words]") {
    const auto tables = names_in_tables();
    for (const words::Language language : words::Language::all()) {
        const auto words = names_in_words(language);
        for (const auto& [vocabulary, names] : tables) {
            INFO(vocabulary << " in " << language.tag());
            REQUIRE(words.contains(vocabulary));
            CHECK(words.at(vocabulary) == names);
        }
        for (const auto& [vocabulary, names] : words) {
            INFO(vocabulary << " in " << language.tag() << " is a table's");
            CHECK((tables.contains(vocabulary) || of_other_modules.contains(vocabulary)));
        }
    }
}
