#include "db/common/condition.hpp"

#include <catch2/catch.hpp>

#include <string>

namespace {

std::string behind_dollar(std::size_t number) { return "$" + std::to_string(number); }

} // namespace

TEST_CASE("a condition's parameters are numbered in the order of their values", "[db][columns]") {
    const std::string officer = "lan";
    db::Condition condition(behind_dollar);
    CHECK(condition.text().empty());
    condition.require("agency_id = ", db::to_value(1));
    condition.require("closed_at IS NULL");
    condition.require("ticket <> '' AND officer = ", db::to_value(officer));
    CHECK(condition.parameter_of(db::to_value(50)) == "$3");
    CHECK(condition.text() ==
          "WHERE agency_id = $1 AND closed_at IS NULL AND ticket <> '' AND officer = $2");
    const auto values = condition.values();
    REQUIRE(values.size() == 3);
    CHECK(db::number_in(values[0]) == 1);
    CHECK(db::text_in(values[1]) == "lan");
    CHECK(db::number_in(values[2]) == 50);
}
