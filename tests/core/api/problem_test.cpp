#include "core/api/problem.hpp"
#include "core/domain/field_damage.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

namespace {

boost::json::value written(const api::Problem& problem, const char* language) {
    return boost::json::parse(api::to_text(problem, *words::Language::find(language)));
}

} // namespace

TEST_CASE("a problem is said in each language with the same type and code", "[api][problem]") {
    const api::Problem problem{404, "not-found", {"dossier-unknown", {{"code", "H1"}}}};
    const auto vietnamese = written(problem, "vi");
    const auto english = written(problem, "en");
    for (const auto& each : {vietnamese, english}) {
        CHECK(each.at("type") == "urn:motcua:problem:not-found");
        CHECK(each.at("code") == "dossier-unknown");
        CHECK(each.at("status") == 404);
    }
    CHECK(vietnamese.at("title") == "Không tìm thấy");
    CHECK(vietnamese.at("detail") == "Không có hồ sơ H1: hãy kiểm tra lại mã hồ sơ.");
    CHECK(english.at("title") == "There is no such thing");
    CHECK(english.at("detail") == "There is no dossier H1: check its code.");
}

TEST_CASE("a problem without a code of the catalogue has its type as its code", "[api][problem]") {
    const auto told = written({409, "not-allowed", "Không được"}, "en");
    CHECK(told.at("code") == "not-allowed");
    CHECK(told.at("detail") == "Không được");
}

TEST_CASE("a damaged member tells what was done to it and how it reads", "[api][problem]") {
    const core::FieldDamage damage{core::DamageKind::vni, "Đỗ"};
    const api::Problem problem{422,
                               "invalid-input",
                               "fields-invalid",
                               {{"name", core::told_readably(damage, damage.reading)},
                                {"name", core::told(damage)},
                                {"name", "field-empty"}}};
    const auto errors = written(problem, "en").at("errors").as_array();
    CHECK(errors.at(0).at("damage") == "vni");
    CHECK(errors.at(0).at("reading") == "Đỗ");
    CHECK(errors.at(1).at("damage") == "vni");
    CHECK_FALSE(errors.at(1).as_object().contains("reading"));
    CHECK_FALSE(errors.at(2).as_object().contains("damage"));
}

TEST_CASE("each wrong member and row is said in the language too", "[api][problem]") {
    const api::Problem problem{422,
                               "bad-rows",
                               "fields-invalid",
                               {{"name", "field-empty"}, {"code", "field-required", 7}}};
    const auto told = written(problem, "en");
    const auto& errors = told.at("errors").as_array();
    CHECK(errors.at(0).at("message") == "is empty");
    CHECK_FALSE(errors.at(0).as_object().contains("line"));
    CHECK(errors.at(1).at("line") == 7);
    CHECK(errors.at(1).at("reason") == "is required");
    CHECK(written(problem, "vi").at("errors").at(0).at("message") == "còn trống");
}
