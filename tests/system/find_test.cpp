#include "tests/system/ward.hpp"

#include <boost/json/array.hpp>
#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
using ward::Ward;

TEST_CASE("procedures are found however they are typed", "[system][find]") {
    const Ward ward;
    const auto find = [&](const char* query) { return ward.done({"find", "procedures", query}); };
    const std::string births = find("khai sinh");
    CHECK_THAT(births, Contains("1.001193\t") && Contains("Thủ tục đăng ký khai sinh"));
    CHECK_THAT(births, !Contains("1.000656\t"));
    CHECK(find("KHAI SINH") == births);
    CHECK(find("  sinh   khai ") == births);

    const std::string deaths = find("đăng ký khai tử");
    CHECK_THAT(deaths, Contains("1.000656\t"));
    CHECK(find("ĐĂNG KÝ KHAI TỬ") == deaths);
    CHECK(find("dang ky khai tu") == deaths);
    CHECK(find("đa\u0306ng ky\u0301 khai tu\u031b\u0309") == deaths); // decomposed
    CHECK(find("1.000656") != deaths);
    CHECK(ward.done_json({"find", "procedures", "1.000656"}).at(0).at("code") == "1.000656");
    CHECK_THAT(ward.refused({"find", "procedures", "không có thủ tục nào như thế"}),
               Contains("Nothing found"));
    CHECK(ward.done_json({"find", "procedures", "khai", "--limit", "2"}).as_array().size() == 2);
}

TEST_CASE("dossiers are found by the beginnings of a name, by ID number and by phone",
          "[system][find]") {
    const Ward ward;
    ward.import_register(ward::demo_file("register.csv"));
    const std::string wanted = "000.00.18.H55-230103-0001";
    for (const char* query : {"luong bich h", "LƯƠNG BÍCH HOA", "Hoa Lương", "019176335772",
                              "0999000000", "hoa 01917633"}) {
        INFO(query);
        CHECK_THAT(ward.done({"find", "dossiers", query}), Contains(wanted + "\t"));
    }
    const auto found = ward.done_json({"find", "dossiers", "019176335772"});
    REQUIRE(found.as_array().size() == 1);
    CHECK(found.at(0).at("code") == boost::json::string_view(wanted));
    CHECK(found.at(0).at("applicant") == "Lương Bích Hoa");
    CHECK(found.at(0).at("received_at") == "2023-01-03T07:58:00+07:00");
    CHECK_THAT(ward.refused({"find", "dossiers", "luongbich"}), Contains("Nothing found"));
}

TEST_CASE("a query without a word, or that is no text, is refused", "[system][find]") {
    const Ward ward;
    for (const char* kind : {"procedures", "dossiers"}) {
        CHECK_THAT(ward.refused({"find", kind, " - \" * "}), Contains("no letter or digit"));
        CHECK_THAT(ward.refused({"find", kind, "\xff"}), Contains("not UTF-8"));
        CHECK(ward.run({"find", kind, "a", "--limit", "0"}).status == 2);
        CHECK_THAT(ward.refused({"find", kind, "\"khai* OR NEAR(sinh) -- ; DROP"}),
                   Contains("Nothing found"));
    }
}

TEST_CASE("a dossier's history is shown by its code, and an unknown code is refused",
          "[system][find]") {
    const Ward ward;
    ward::write_file(ward / "first.csv", ward::first_rows(10));
    ward.import_register(ward / "first.csv");
    CHECK_THAT(ward.done({"history", "000.00.18.H55-230103-0001"}),
               Contains("register-entry") && Contains("first.csv:2"));
    CHECK_THAT(ward.refused({"history", "000.00.18.H55-230103-9999"}), Contains("no dossier"));
}
