// Every reader of a card and of our own codes against one table, tests/support/scan_cases.json: the
// scanner's, the counter agent's, and the core's for what a scanner types. The page's is held to it
// by tests/web/counter/scan_cases.test.ts.

#include "core/api/scan_json.hpp"
#include "core/domain/typed_scan.hpp"
#include "core/words/words.hpp"
#include "counter/page_message.hpp"
#include "scanner/payload.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace json = boost::json;

namespace {

std::string text_in(const json::object& object, const char* name) {
    const json::value* value = object.if_contains(name);
    return value ? std::string(value->get_string()) : std::string();
}

/// Where the case may come from.
enum class Reader { picture, typing };

std::vector<json::object> cases_of(Reader reader) {
    std::ifstream file(SOURCE_ROOT "/tests/support/scan_cases.json");
    const json::value table = json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
    std::vector<json::object> cases;
    for (const json::value& each : table.get_array()) {
        const bool is_typed = each.get_object().contains("only");
        if (reader == Reader::typing || !is_typed) cases.push_back(each.get_object());
    }
    REQUIRE(cases.size() > 20);
    return cases;
}

/// The case's doubts as sentences.
json::array doubts_in(const json::object& wanted) {
    json::array sentences;
    for (const json::value& code : wanted.at("doubts").get_array()) {
        const std::string text(code.get_string());
        sentences.emplace_back(text);
    }
    return sentences;
}

json::array codes_of(const std::vector<core::Message>& doubts) {
    json::array codes;
    for (const core::Message& doubt : doubts) codes.emplace_back(doubt.code);
    return codes;
}

void check_card(json::value card, const json::object& wanted) {
    const auto doubts = card.get_object().find("doubts");
    CHECK(doubts->value().get_array().size() == wanted.at("doubts").get_array().size());
    card.get_object().erase(doubts);
    CHECK(card == wanted.at("card"));
}

} // namespace

TEST_CASE("what a scanner types is read as the table of cases says", "[counter][scan][cases]") {
    for (const json::object& wanted : cases_of(Reader::typing)) {
        INFO(text_in(wanted, "name"));
        const auto scan = core::read_typed_scan(text_in(wanted, "text"));
        CHECK(core::to_text(scan.kind) == text_in(wanted, "kind"));
        CHECK(scan.code == text_in(wanted, "code"));
        CHECK((scan.problem ? scan.problem->code : "") == text_in(wanted, "problem"));
        if (!scan.card) continue;
        CHECK(codes_of(scan.doubts) == doubts_in(wanted));
        check_card(api::to_json(scan, words::Language()).at("card"), wanted);
    }
}

TEST_CASE("what a picture holds is read as the table of cases says, by scanner and agent",
          "[counter][scan][cases]") {
    for (const json::object& wanted : cases_of(Reader::picture)) {
        INFO(text_in(wanted, "name"));
        scanner::LiveScan scan;
        scan.text = text_in(wanted, "text");
        scan.payload = scanner::classify_payload(scan.text);
        CHECK(core::to_text(scanner::scan_kind(scan.payload.kind)) == text_in(wanted, "kind"));
        CHECK(scan.payload.code == text_in(wanted, "code"));
        const auto told =
            json::parse(counter::scan_message(scan, words::Language())).at("data").get_object();
        CHECK(told.at("kind").get_string() == text_in(wanted, "kind"));
        if (scan.payload.card) check_card(told.at("card"), wanted);
    }
}

TEST_CASE("a card that cannot be read says what to do", "[counter][scan][cases]") {
    for (const json::object& wanted : cases_of(Reader::typing)) {
        const std::string problem = text_in(wanted, "problem");
        if (problem.empty()) continue;
        INFO(problem);
        for (const words::Language language : words::Language::all()) {
            const std::string said = words::say(language, core::Message{problem, {}});
            CHECK(said.find(language.tag() == "vi" ? "quét lại" : "scan") != std::string::npos);
        }
    }
}
