#include "core/api/problem.hpp"
#include "core/server/http/route.hpp"
#include "core/server/routes/list_walk.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace {

using Members = std::map<std::string, std::string>;

server::ListWalk
walk_of(server::WalkMemory& memory, const Members& asked, api::FieldErrors& errors) {
    return {{"dossiers", &memory},
            "due",
            {"status"},
            [&](const char* name) -> std::optional<std::string> {
                const auto found = asked.find(name);
                return found == asked.end() ? std::nullopt : std::optional(found->second);
            },
            200,
            errors};
}

/// The cursor behind a first page of thirty.
std::string cursor_of(server::WalkMemory& memory) {
    api::FieldErrors errors;
    core::WalkedPages walked(100);
    std::vector<core::StoredDossier> page;
    for (std::int64_t id = 1; id <= 30; ++id) page.push_back({id, {}, 1, 1'000});
    walked.add(page);
    boost::json::object answer;
    walk_of(memory, {{"status", "open"}}, errors)
        .add_next(answer, core::DossierPosition{std::int64_t{7}, 30}, walked);
    REQUIRE(errors.empty());
    return std::string(answer.at("next_cursor").as_string());
}

/// What a client is answered whose cursor is refused.
std::string answer_to(server::WalkMemory& memory, const Members& asked) {
    api::FieldErrors errors;
    walk_of(memory, asked, errors);
    if (errors.empty()) return "read";
    const auto response = server::fields_response(errors, words::Language::find("en").value());
    CHECK(response.status == 422);
    CHECK(errors.front().field == "cursor");
    return response.body;
}

} // namespace

TEST_CASE("a cursor of a walk that was forgotten is refused, with what to do", "[walks]") {
    server::WalkMemory memory(2 * server::WalkMemory::ids_of_a_walk);
    const std::string cursor = cursor_of(memory);
    const Members asked = {{"status", "open"}, {"cursor", cursor}};
    CHECK(answer_to(memory, asked) == "read");
    for (int other = 0; other < 3; ++other) cursor_of(memory); // there is room for two
    const std::string told = answer_to(memory, asked);
    CHECK_THAT(told, Catch::Contains("\"code\":\"fields-invalid\"") &&
                         Catch::Contains("ask for the first page anew"));
}

TEST_CASE("a cursor of another list or of none is refused by what differs", "[walks]") {
    server::WalkMemory memory;
    const std::string cursor = cursor_of(memory);
    CHECK_THAT(answer_to(memory, {{"status", "late"}, {"cursor", cursor}}),
               Catch::Contains("asked for otherwise: status"));
    CHECK_THAT(answer_to(memory, {{"status", "open"}, {"cursor", "abc"}}),
               Catch::Contains("is no cursor of this server"));
}
