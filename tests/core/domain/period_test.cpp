#include "core/domain/period.hpp"
#include "tests/support/office_samples.hpp"

#include <catch2/catch.hpp>

TEST_CASE("a period is a day or more, and none that ends before it begins", "[domain][period]") {
    const core::Day day = samples::date(2024, 5, 6);
    CHECK(core::check_period(day, day));
    CHECK(core::check_period(day, day + std::chrono::days{30}));
    const auto wrong = core::check_period(day, day - std::chrono::days{1});
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().field == "to");
}
