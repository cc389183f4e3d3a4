#include "scanner/live/debounce.hpp"
#include "tests/support/live_samples.hpp"
#include "tests/support/random.hpp"

#include <catch2/catch.hpp>

#include <map>

using namespace std::chrono_literals;
using live_samples::start;
using scanner::Debounce;
using scanner::Moment;

TEST_CASE("the same code within the interval is one scan", "[scanner][live]") {
    Debounce debounce;
    CHECK(debounce.is_new("A012-230103", start));
    CHECK_FALSE(debounce.is_new("A012-230103", start + 1499ms));
    CHECK(debounce.is_new("A013-230103", start + 1499ms));
    CHECK(debounce.is_new("A012-230103", start + 1499ms + 1500ms));
}

TEST_CASE("a paper that lies before the camera is one scan until it was away", "[scanner][live]") {
    Debounce debounce;
    CHECK(debounce.is_new("A012-230103", start));
    Moment now = start;
    for (; now < start + 60s; now += 33ms) CHECK_FALSE(debounce.is_new("A012-230103", now));
    CHECK(debounce.is_new("A012-230103", now + 1500ms));
}

TEST_CASE("an interval of zero lets every scan through", "[scanner][live]") {
    Debounce debounce(0ms);
    CHECK(debounce.is_new("A012-230103", start));
    CHECK(debounce.is_new("A012-230103", start));
}

TEST_CASE("a code is new exactly when it was not seen for the interval", "[scanner][live]") {
    for_random_cases(300, [](Random& random) {
        Debounce debounce;
        std::map<std::string, Moment> last;
        Moment now = start;
        for (int i = 0; i < 200; ++i) {
            now += std::chrono::milliseconds{random.integer(0, 900)};
            const std::string code = "A" + std::to_string(random.integer(1, 8));
            const bool is_new = !last.contains(code) || now - last[code] >= 1500ms;
            CHECK(debounce.is_new(code, now) == is_new);
            last[code] = now;
        }
    });
}

TEST_CASE("it remembers few codes, and none longer than it needs", "[scanner][live]") {
    Debounce debounce;
    for (int i = 0; i < 1000; ++i) debounce.is_new(std::to_string(i), start);
    CHECK(debounce.remembered() == scanner::debounce_limit);
    debounce.is_new("last", start + 1500ms);
    CHECK(debounce.remembered() == 1);
}
