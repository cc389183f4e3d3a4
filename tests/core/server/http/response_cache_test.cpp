#include "core/server/http/response_cache.hpp"

#include <catch2/catch.hpp>

using server::ResponseCache;

namespace {

net::HttpResponse answer(std::string body) {
    net::HttpResponse response;
    response.headers = {{"ETag", "\"1\""}};
    response.body = std::move(body);
    return response;
}

constexpr core::Instant now{std::chrono::seconds{1'000}};

void keep(ResponseCache& shown,
          const std::string& code,
          std::string body,
          std::optional<core::Instant> until = std::nullopt) {
    auto response = answer(std::move(body));
    shown.keep(code, response, until);
    CHECK(response.shared_body); // what is sent now is what is kept
}

std::string body_of(ResponseCache& shown, const std::string& code, core::Instant at = now) {
    const auto* found = shown.find(code, at);
    return found ? *found->shared_body : "none";
}

} // namespace

TEST_CASE("an answer is given again until its dossier changes", "[server][shown]") {
    ResponseCache shown;
    CHECK(body_of(shown, "A-1") == "none");
    keep(shown, "A-1", "first");
    keep(shown, "A-2", "other");
    CHECK(body_of(shown, "A-1") == "first");
    CHECK(shown.find("A-1", now)->headers.front().second == "\"1\"");
    shown.forget("A-1");
    CHECK(body_of(shown, "A-1") == "none");
    CHECK(body_of(shown, "A-2") == "other");
    keep(shown, "A-1", "second");
    keep(shown, "A-1", "third");
    CHECK(body_of(shown, "A-1") == "third");
    shown.forget_all();
    CHECK(body_of(shown, "A-1") == "none");
    CHECK(body_of(shown, "A-2") == "none");
}

TEST_CASE("answers that nobody asks for make room for others", "[server][shown]") {
    ResponseCache shown;
    constexpr std::size_t large = std::size_t{1} << 20;
    constexpr int more_than_fit = 2 * static_cast<int>(ResponseCache::bytes_limit / large);
    keep(shown, "asked for", "again and again");
    keep(shown, "forgotten", "once");
    for (int i = 0; i < more_than_fit; ++i) {
        keep(shown, std::to_string(i), std::string(large, 'x'));
        REQUIRE(body_of(shown, "asked for") == "again and again");
    }
    CHECK(body_of(shown, "forgotten") == "none");
    int kept = 0;
    for (int i = 0; i < more_than_fit; ++i) kept += shown.find(std::to_string(i), now) ? 1 : 0;
    CHECK(kept > 0);
    CHECK(kept * large <= ResponseCache::bytes_limit);
}

TEST_CASE("a dossier is forgotten in both halves", "[server][shown]") {
    ResponseCache shown;
    keep(shown, "old", "old");
    keep(shown, "large", std::string(ResponseCache::bytes_limit / 2, 'x')); // old is in the older
    shown.forget("old");
    CHECK(body_of(shown, "old") == "none");
}

TEST_CASE("an answer whose time is over is not given again", "[server][shown]") {
    ResponseCache shown;
    const core::Instant due = now + std::chrono::seconds{10};
    keep(shown, "A-1", "in time", due);
    CHECK(body_of(shown, "A-1", due - std::chrono::seconds{1}) == "in time");
    CHECK(body_of(shown, "A-1", due) == "none");
    keep(shown, "A-1", "late");
    CHECK(body_of(shown, "A-1", due) == "late");
}
