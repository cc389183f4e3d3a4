// What is typed into a search against what it must find, from tests/support/search_cases.json. The
// pages' own folding is held to the same table by tests/web/core/plain.test.ts.

#include "core/domain/text.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

namespace json = boost::json;

namespace {

bool finds(const json::value& typed, const json::value& text) {
    const std::string found_by = " " + core::searchable_text(std::string_view(text.as_string()));
    const auto words = core::search_words(std::string_view(typed.as_string()));
    return std::ranges::all_of(words, [&](const std::string& word) {
        return found_by.find(" " + word) != std::string::npos;
    });
}

} // namespace

TEST_CASE("what is typed finds every spelling of a text", "[api][search]") {
    std::ifstream file(SOURCE_ROOT "/tests/support/search_cases.json");
    const json::value table = json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
    for (const json::value& each : table.as_array()) {
        INFO(json::serialize(each));
        for (const json::value& typed : each.at("typed").as_array())
            CHECK(finds(typed, each.at("text")));
        if (!each.as_object().contains("not")) continue;
        for (const json::value& typed : each.at("not").as_array())
            CHECK_FALSE(finds(typed, each.at("text")));
    }
}
