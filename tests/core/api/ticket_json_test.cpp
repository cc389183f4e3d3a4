#include "core/api/json_text.hpp"
#include "core/api/ticket_json.hpp"

#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

using namespace std::chrono_literals;

namespace {

std::string minutes(std::optional<core::WaitRange> wait) {
    boost::json::object object;
    api::put_wait(object, wait, words::Language());
    return api::to_text(object.at("expected_wait_minutes"));
}

} // namespace

TEST_CASE("an expected wait is told in whole minutes that hold the whole range", "[api][ticket]") {
    CHECK(minutes(core::WaitRange{330s, 570s}) == R"({"low":5,"high":10})");
    CHECK(minutes(core::WaitRange{300s, 300s}) == R"({"low":5,"high":5})");
    CHECK(minutes(std::nullopt) == "null");
}
