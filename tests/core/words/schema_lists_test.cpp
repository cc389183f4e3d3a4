// The schemas have their vocabularies from the tables of names: reads both files for lists that are
// written out, and holds their bounds to the code's.

#include "core/domain/act.hpp"
#include "core/domain/device_part.hpp"
#include "core/domain/typed_scan.hpp"
#include "core/domain/vocabulary.hpp"
#include "tests/support/sentences.hpp"
#include "tests/support/source_text.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

#include <array>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

namespace json = boost::json;

using sentences::NameSet;

namespace {

const std::string api_file = "core/api/schemas.json";
const std::string printer_file = "printer/data/schema.json";

/// Lists that are no vocabulary's: what the health check says, whether a person or a machine is
/// logged in, the acts that somebody asks for (see the test below), the two of them that tell of a
/// hand-over, and what else a history tells.
const NameSet lists_that_stay = {"/Health/properties/status", "/WhoAmI/properties/kind",
                                 "/DossierActName", "/HandOver/properties/awaits/items",
                                 "/HistoryItem/properties/act/anyOf/1"};

/// Vocabularies that only the API's description has; what they hold is tested beside it.
constexpr std::array<std::string_view, 1> any_name = {"name"};
const std::array<core::Vocabulary, 4> only_of_the_api = {{core::scan_kinds.vocabulary(),
                                                          {"register_import_state", any_name},
                                                          {"event_of_queue", any_name},
                                                          {"event_of_office", any_name}}};

/// Where the schema has a list with a name that is written out.
void find_lists(const json::value& schema, const std::string& path, NameSet& found) {
    if (schema.is_array()) {
        for (std::size_t at = 0; at < schema.get_array().size(); ++at)
            find_lists(schema.get_array()[at], path + "/" + std::to_string(at), found);
    }
    if (!schema.is_object()) return;
    for (const auto& [name, member] : schema.get_object())
        find_lists(member, path + "/" + std::string(name), found);
    const json::value* list = schema.get_object().if_contains("enum");
    if (list == nullptr || !list->is_array()) return;
    for (const json::value& name : list->get_array()) {
        if (name.is_string() && !name.get_string().starts_with("<")) found.insert(path);
    }
}

NameSet lists_in(const std::string& text) {
    NameSet found;
    find_lists(json::parse(text), "", found);
    return found;
}

json::value api_schemas() { return json::parse(source_text::text_of(api_file)); }

} // namespace

TEST_CASE("no schema writes the names of a vocabulary out", "[words][schema]") {
    CHECK(lists_in(source_text::text_of(api_file)) == lists_that_stay);
    CHECK(lists_in(source_text::text_of(printer_file)) == NameSet{});
    CHECK(lists_in(R"({"a": [{"enum": ["early", null]}], "b": {"enum": ["<outcome>", null]}})") ==
          NameSet{"/a/0"});
}

TEST_CASE("each vocabulary that a schema names is one", "[words][schema]") {
    CHECK_NOTHROW(core::with_names(source_text::text_of(printer_file)));
    const std::string api = core::with_names(source_text::text_of(api_file), only_of_the_api);
    CHECK_NOTHROW(json::parse(api));
    CHECK_THROWS_AS(core::with_names(source_text::text_of(api_file)), std::logic_error);
}

TEST_CASE("a schema gets the names of the vocabularies that it names", "[words][schema]") {
    CHECK(core::with_names(R"({"enum": ["<outcome>", null], "x": "a < b"})") ==
          R"({"enum": ["early", "on_time", "late", null], "x": "a < b"})");
    CHECK(core::with_names("{}") == "{}");
    CHECK(core::with_names(R"(["<mine>"])", std::array{core::Vocabulary{"mine", any_name}}) ==
          R"(["name"])");
    CHECK_THROWS_AS(core::with_names(R"(["<outcomes>"])"), std::logic_error);
    CHECK_THROWS_AS(core::with_names(R"(["<outcome)"), std::logic_error);
}

TEST_CASE("the acts that somebody asks for are all but those that begin or move a dossier",
          "[words][schema]") {
    NameSet asked_for;
    for (const std::string_view name : core::dossier_acts.vocabulary().names)
        asked_for.emplace(name);
    asked_for.erase("submit");
    asked_for.erase("move-due");
    NameSet written;
    const json::value schemas = api_schemas();
    for (const json::value& name : schemas.at("DossierActName").at("enum").as_array())
        written.emplace(name.as_string().c_str());
    CHECK(written == asked_for);
}

TEST_CASE("what a machine may tell of itself is as long as the description says",
          "[words][schema]") {
    const json::value schemas = api_schemas();
    const json::value& part = schemas.at("DevicePart").at("properties");
    const json::value& report = schemas.at("DeviceReport").at("properties");
    CHECK(part.at("name").at("maxLength") == core::longest_part_word);
    CHECK(part.at("state").at("maxLength") == core::longest_part_word);
    CHECK(part.at("text").at("maxLength") == core::longest_part_text);
    CHECK(report.at("version").at("maxLength") == core::longest_part_word);
    CHECK(report.at("parts").at("maxItems") == core::most_device_parts);
}
