#include "core/api/dossier_json.hpp"
#include "tests/support/office_samples.hpp"

#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

TEST_CASE("a procedure tells the cutoff of its catalogue, and whether it counts", "[api]") {
    core::ProcedureVersion version;
    version.limit = samples::working_days(6, std::chrono::hours{15});
    const auto days = api::to_json(version, {});
    CHECK(days.at("cutoff") == "15:00");
    CHECK(days.at("counting_cutoff").is_null());
    version.limit.half_units = 0;
    CHECK(api::to_json(version, {}).at("counting_cutoff") == "15:00");
    version.limit.cutoff.reset();
    CHECK(api::to_json(version, {}).at("cutoff").is_null());
}
