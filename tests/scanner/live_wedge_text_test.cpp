#include "scanner/live/wedge_text.hpp"
#include "tests/support/random.hpp"

#include <catch2/catch.hpp>

using namespace std::chrono_literals;
using scanner::Moment;
using scanner::WedgeRun;
using scanner::WedgeText;
using Origin = scanner::WedgeRun::Origin;

namespace {

/// Types with one gap between characters, and looks at the clock as a window would.
class Typist {
public:
    std::vector<WedgeRun> runs;

    void type(std::string_view text, std::chrono::milliseconds gap) {
        for (const char c : text) {
            pass(gap);
            if (auto run = wedge_.add(std::string_view(&c, 1), now_)) runs.push_back(*run);
        }
    }

    void pass(std::chrono::milliseconds time) {
        now_ += time;
        const auto ends = wedge_.ends_at();
        if (!ends || *ends > now_) return;
        if (auto run = wedge_.end_if_silent(now_)) runs.push_back(*run);
    }

private:
    WedgeText wedge_;
    Moment now_{1h};
};

} // namespace

TEST_CASE("fast characters with an end are a scan", "[scanner][live]") {
    Typist typist;
    typist.type("]Q1A012-230103\r", 8ms);
    REQUIRE(typist.runs.size() == 1);
    CHECK(typist.runs[0].origin == Origin::scanner);
    CHECK(typist.runs[0].text == "A012-230103");
}

TEST_CASE("fast characters and then silence are a scan", "[scanner][live]") {
    Typist typist;
    typist.type("A012-230103", 16ms);
    typist.pass(99ms);
    CHECK(typist.runs.empty());
    typist.pass(1ms);
    REQUIRE(typist.runs.size() == 1);
    CHECK(typist.runs[0].origin == Origin::scanner);
}

TEST_CASE("what a person types is never taken for a scan", "[scanner][live]") {
    for_random_cases(300, [](Random& random) {
        Typist typist;
        std::string text;
        for (int i = 0; i < 30; ++i) {
            const std::string key(1, static_cast<char>(random.integer('a', 'z')));
            typist.type(key, std::chrono::milliseconds{random.integer(51, 400)});
            text += key;
        }
        typist.type("\r", 60ms);
        std::string typed;
        for (const WedgeRun& run : typist.runs) {
            CHECK(run.origin == Origin::person);
            typed += run.text;
        }
        CHECK(typed == text); // and none of it is lost
    });
}

TEST_CASE("a scan keeps its origin with some slow gaps, not with many", "[scanner][live]") {
    const auto origin = [](int slow_gaps, std::chrono::milliseconds gap) {
        Typist typist;
        for (int i = 0; i < 9; ++i) typist.type("1", i >= 1 && i <= slow_gaps ? gap : 4ms);
        typist.type("\r", 4ms);
        return typist.runs.at(0).origin;
    };
    CHECK(origin(0, 40ms) == Origin::scanner);
    CHECK(origin(2, 50ms) == Origin::scanner);
    CHECK(origin(3, 50ms) == Origin::person);
    CHECK(origin(8, 30ms) == Origin::scanner);
    CHECK(origin(1, 51ms) == Origin::person);
}

TEST_CASE("five fast characters are no scan, six are", "[scanner][live]") {
    Typist typist;
    typist.type("12345\r123456\t", 4ms);
    REQUIRE(typist.runs.size() == 2);
    CHECK(typist.runs[0].origin == Origin::person);
    CHECK(typist.runs[1].origin == Origin::scanner);
}

TEST_CASE("a scan right after typing is a scan of its own", "[scanner][live]") {
    Typist typist;
    typist.type("ab", 120ms);
    typist.pass(120ms);
    typist.type("A012-230103\r", 4ms);
    REQUIRE(typist.runs.size() == 3);
    CHECK(typist.runs[2].origin == Origin::scanner);
    CHECK(typist.runs[2].text == "A012-230103");
}

TEST_CASE("keys held down for ever take no more memory", "[scanner][live]") {
    Typist typist;
    const std::string much(3 * scanner::scan_limit_bytes, '1');
    typist.type(much, 4ms);
    REQUIRE(typist.runs.size() == 2);
    CHECK(typist.runs[0].origin == Origin::person);
}
