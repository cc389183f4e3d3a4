#include "scanner/findings.hpp"

#include <catch2/catch.hpp>

using scanner::Corners;
using scanner::Findings;
using scanner::Format;
using scanner::Reading;

namespace {

const Corners here = {{{100, 100}, {300, 100}, {300, 160}, {100, 160}}};
const Corners elsewhere = {{{100, 700}, {300, 700}, {300, 760}, {100, 760}}};

Reading bars(const char* text, const Corners& where = here) {
    return {Format::code_128, text, false, where};
}

const char* ours = "H18.232-250519-1555";
const char* misread = "H181819901399230519-1555"; // of scanner/README.md: its own check digit holds

} // namespace

TEST_CASE("a Code 128 that is none of ours needs a second, different reading",
          "[scanner][findings]") {
    Findings findings(Findings::Clock::now());
    findings.add(bars(misread), "plain", "strip");
    CHECK(findings.symbols().empty());
    findings.add(bars(misread), "plain", "strip"); // the same way once more says nothing new
    CHECK(findings.symbols().empty());
    findings.add(bars(misread), "bars", "median");
    CHECK(findings.symbols().size() == 1);
}

TEST_CASE("readings of one place that differ are not taken", "[scanner][findings]") {
    Findings findings(Findings::Clock::now());
    findings.add(bars("ABC-1"), "plain", "strip");
    findings.add(bars("ABC-7"), "bars", "median");
    findings.add(bars("ABC-1"), "bars", "upper");
    findings.add(bars("ABC-7"), "bars", "lower");
    CHECK(findings.symbols().empty());
}

TEST_CASE("two codes of ours in one place are one too many", "[scanner][findings]") {
    Findings findings(Findings::Clock::now());
    findings.add(bars("H18.232-250519-1555"), "plain", "strip");
    CHECK(findings.has_ours());
    findings.add(bars("H18.232-250519-1655"), "bars", "median");
    CHECK(findings.symbols().empty());
    CHECK_FALSE(findings.has_ours());
}

TEST_CASE("a code of ours stands against a stranger in its place", "[scanner][findings]") {
    Findings findings(Findings::Clock::now());
    findings.add(bars(misread), "plain", "strip");
    findings.add(bars(ours), "bars", "median");
    findings.add(bars(misread), "bars", "upper");
    REQUIRE(findings.symbols().size() == 1);
    CHECK(findings.symbols()[0].text == ours);
}

TEST_CASE("a code is listed once for each place it stands", "[scanner][findings]") {
    Findings findings(Findings::Clock::now());
    findings.add(bars(ours), "plain", "strip");
    findings.add(bars(ours), "bars", "median");
    findings.add(bars(ours, elsewhere), "plain", "strip");
    findings.add({Format::qr_code, ours, false, here}, "plain", "whole");
    CHECK(findings.symbols().size() == 3);
    CHECK(findings.explain({200, 130}));
    CHECK_FALSE(findings.explain({200, 430}));
}
