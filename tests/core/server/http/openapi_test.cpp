#include "core/domain/dossier.hpp"
#include "core/domain/typed_scan.hpp"
#include "core/server/http/feed_message.hpp"
#include "core/server/http/openapi.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace json = boost::json;

namespace {

std::vector<std::string> names(const json::value& list) {
    std::vector<std::string> names;
    for (const json::value& name : list.as_array()) names.emplace_back(name.as_string().c_str());
    return names;
}

template <typename Names>
std::vector<std::string> texts(const Names& names) {
    return {names.begin(), names.end()};
}

} // namespace

TEST_CASE("the description has the names of each table", "[server][openapi]") {
    const json::value api = json::parse(server::describe_api({}));
    const json::value& schemas = api.at("components").at("schemas");
    CHECK(names(schemas.at("DossierState").at("enum")) ==
          texts(core::dossier_states.vocabulary().names));
    CHECK(names(schemas.at("Scan").at("properties").at("kind").at("enum")) ==
          texts(core::scan_kinds.vocabulary().names));
    CHECK(names(schemas.at("QueueEvent").at("properties").at("type").at("enum")) ==
          texts(server::events_of(server::topic::queue)));
    CHECK(names(schemas.at("OfficeEvent").at("properties").at("type").at("enum")) ==
          texts(server::events_of(server::topic::office)));
}

TEST_CASE("a topic has the events that its listeners are told, and no other", "[server][openapi]") {
    const auto of_queue = server::events_of(server::topic::queue);
    const auto tells = [&](std::string_view type) {
        return std::ranges::find(of_queue, type) != of_queue.end();
    };
    CHECK(tells("ticket-issue"));
    CHECK(tells("ticket-no-show"));
    CHECK_FALSE(tells("ticket-lease")); // numbers that nobody has yet
    CHECK_FALSE(tells("receive"));
    CHECK(texts(server::events_of(server::topic::office)) ==
          std::vector<std::string>{"office-set", "catalogue-changed", "calendar-changed",
                                   "user-set", "device-set"});
}
