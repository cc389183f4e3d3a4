#include "counter/known_logins.hpp"

#include <catch2/catch.hpp>

using counter::KnownLogins;
using namespace std::chrono_literals;

namespace {

const core::Instant morning = core::parse_instant("2026-03-02T07:30:00+07:00").value();

} // namespace

TEST_CASE("a log-in is known until it ends, also after a restart", "[counter][logins]") {
    KnownLogins known;
    CHECK_FALSE(known.find("a1", morning));
    CHECK(known.remember("a1", "lan", morning + 2h, morning));
    CHECK_FALSE(known.remember("a1", "lan", morning + 2h, morning + 1min)); // nothing new to keep
    const KnownLogins again = KnownLogins::read(known.to_text());
    REQUIRE(again.find("a1", morning + 119min));
    CHECK(again.find("a1", morning + 119min)->login == "lan");
    CHECK_FALSE(again.find("a1", morning + 2h));
    CHECK_FALSE(again.find("a2", morning));
}

TEST_CASE("a log-in is known twelve hours at most, and not after a log-out", "[counter][logins]") {
    KnownLogins known;
    known.remember("a1", "lan", morning + 100h, morning);
    CHECK(known.find("a1", morning + 12h - 1s));
    CHECK_FALSE(known.find("a1", morning + 12h));
    CHECK(known.remember("a1", "lan", morning + 100h, morning + 1h)); // asked again: longer
    CHECK(known.find("a1", morning + 12h));
    CHECK(known.forget("a1"));
    CHECK_FALSE(known.find("a1", morning + 1h));
    CHECK_FALSE(known.forget("a1"));
}

TEST_CASE("so many log-ins are known, those that end last", "[counter][logins]") {
    KnownLogins known;
    for (std::size_t i = 0; i <= KnownLogins::most; ++i) {
        known.remember("t" + std::to_string(i), "lan", morning + std::chrono::minutes{i + 1},
                       morning);
    }
    CHECK_FALSE(known.find("t0", morning));
    CHECK(known.find("t1", morning));
    CHECK(known.find("t" + std::to_string(KnownLogins::most), morning));
}

TEST_CASE("a broken file of log-ins knows nobody", "[counter][logins]") {
    for (const char* text : {"", "{", "[]", R"({"items":7})", R"({"items":[{"token":"a1"}]})",
                             R"({"items":[{"token":"a1","login":"lan","until":"never"}]})"})
        CHECK_FALSE(KnownLogins::read(text).find("a1", morning));
}
