#include "core/agent/problem.hpp"
#include "core/words/words.hpp"

#include <boost/json/parse.hpp>
#include <catch2/catch.hpp>

#include <algorithm>

namespace json = boost::json;

namespace {

/// What a page in that language is answered.
json::value asked_in(const std::string& languages) {
    net::HttpRequest request;
    if (!languages.empty()) request.headers = {{"accept-language", languages}};
    const auto response =
        agent::problem(agent::language_of(request), 409, "printer", "printer-paper-out",
                       {{"number", "field-required"}}, {{"can_retry", true}});
    CHECK(response.status == 409);
    return json::parse(response.body);
}

} // namespace

TEST_CASE("one refusal is said in the page's language, with the same type and code",
          "[agent][problem]") {
    const json::value vietnamese = asked_in("");
    const json::value english = asked_in("en-GB,en;q=0.8,vi;q=0.5");
    CHECK(vietnamese == asked_in("vi"));
    CHECK(vietnamese == asked_in("fr"));
    CHECK(vietnamese.at("detail") == "Máy in hết giấy: hãy lắp cuộn giấy mới");
    CHECK(english.at("detail") == "The printer is out of paper: put in a new roll");
    CHECK(vietnamese.at("title") != english.at("title"));
    CHECK(english.at("errors").at(0).at("message") == "is required");
    for (const json::value& problem : {vietnamese, english}) {
        CHECK(problem.at("type") == "urn:motcua:problem:printer");
        CHECK(problem.at("code") == "printer-paper-out");
        CHECK(problem.at("status") == 409);
        CHECK(problem.at("can_retry") == true);
        CHECK(problem.at("errors").at(0).at("field") == "number");
    }
}

TEST_CASE("what the server refuses before anything is read is said by its status",
          "[agent][problem]") {
    const auto body = json::parse(agent::refused_by_server(413, "").body);
    CHECK(body.at("type") == "urn:motcua:problem:refused-413");
    CHECK(body.at("code") == "refused-413");
    CHECK(body.at("detail").as_string() == words::say(words::Language(), "refused-413"));
    const auto english = json::parse(agent::refused_by_server(413, "en-GB,en").body);
    CHECK(english.at("detail").as_string() ==
          words::say(words::Language::find("en").value(), "refused-413"));
}

TEST_CASE("a busy machine says when to come back", "[agent][problem]") {
    const auto response = agent::busy(words::Language::find("en").value());
    CHECK(response.status == 503);
    const auto has = [&](const char* name, const char* value) {
        return std::find(response.headers.begin(), response.headers.end(),
                         std::pair<std::string, std::string>(name, value)) !=
               response.headers.end();
    };
    CHECK(has("Retry-After", "1"));
    CHECK(has("Content-Language", "en"));
}
