#include "core/reports/form_cchc.hpp"
#include "tests/support/report_samples.hpp"

#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
namespace json = boost::json;

namespace {

json::value row(const json::value& form, int number) {
    for (const json::value& row : form.at("rows").as_array()) {
        if (row.at("number") == number) return row;
    }
    FAIL("no row " << number);
    return nullptr;
}

} // namespace

TEST_CASE("form cchc as JSON: what is not known is null, what is none is 0", "[api][form]") {
    const json::value form = reports::to_json(samples::signed_form_cchc(), {});
    CHECK(form.at("form") == "cchc");
    CHECK(form.at("office") == "UBND phường Ba Hàng");
    CHECK(form.at("from") == "2023-01-01");
    CHECK(form.at("to") == "2023-07-31");
    CHECK(form.at("rows").as_array().size() == 11);
    CHECK(row(form, 31).at("value") == 3776);
    CHECK(row(form, 36).at("value") == 0);
    CHECK(row(form, 14).at("value").is_null());
    CHECK(row(form, 15).at("value").is_null());
    CHECK_FALSE(row(form, 31).at("source").as_string().empty());
    CHECK_FALSE(row(form, 31).at("name_en").as_string().empty());
}

TEST_CASE("form cchc as JSON: a percentage has its base", "[api][form]") {
    const json::value form = reports::to_json(samples::signed_form_cchc(), {});
    const auto& figures = form.at("figures").as_array();
    const auto early = std::find_if(figures.begin(), figures.end(), [](const json::value& figure) {
        return figure.at("name_en") == "Resolved early";
    });
    REQUIRE(early != figures.end());
    CHECK(early->at("section") == "II.2");
    CHECK(early->at("value") == 3312);
    CHECK(early->at("base") == 3935);
    CHECK(early->at("pct") == 84.17);
    CHECK_THAT(form.at("sentence").as_string().c_str(),
               Contains("Tổng số hồ sơ tiếp nhận: 3.936 hồ sơ"));
}

TEST_CASE("form cchc as CSV leaves what is not known empty", "[api][form]") {
    const std::string text = reports::to_csv(samples::signed_form_cchc(), {});
    CHECK_THAT(text,
               Catch::StartsWith("number,section,name,name_en,value,base,source,source_en\n"));
    CHECK_THAT(text, Contains("\n14,,\"Tổng số phản ánh, kiến nghị đã tiếp nhận\",\"Feedback "
                              "received (complaints, proposals)\",,,"));
    CHECK_THAT(text, Contains("\n35,,Số hồ sơ được xử lý trực tuyến toàn trình,Dossiers of them "
                              "handled online (fully),151,,"));
    CHECK_THAT(text, Contains("\n,II.2,Giải quyết trước hạn,Resolved early,3312,3935,"));
}

TEST_CASE("form cchc as text is for reading", "[api][form]") {
    const std::string text = reports::to_plain_text(samples::signed_form_cchc());
    CHECK_THAT(text, Contains("từ 01/01/2023 đến 31/07/2023") && Contains("3.776\n") &&
                         Contains("chưa có số liệu") && Contains("84,17% (3.312/3.935)"));
}

TEST_CASE("form cchc names its rows in the language that is asked for, English always beside it",
          "[api][form]") {
    const words::Language english = words::Language::find("en").value();
    const json::value form = reports::to_json(samples::signed_form_cchc(), english);
    const json::value published = row(form, 8);
    CHECK(published.at("name") == "Procedures published at the desk (and on the website)");
    CHECK(published.at("name") == published.at("name_en"));
    CHECK(published.at("source") == published.at("source_en"));
    CHECK_THAT(form.at("sentence").as_string().c_str(), Contains("Tổng số hồ sơ tiếp nhận"));
    CHECK_THAT(reports::to_csv(samples::signed_form_cchc(), english),
               Contains("\n,II.2,Resolved early,Resolved early,3312,3935,books,books\n"));
}
