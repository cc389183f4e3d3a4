// What a refusal of text says to whoever sent it: the damage and how the text reads, each mistake
// once, and every text that nobody can see by its field.

#include "tests/support/served_ward.hpp"

#include <boost/json/value.hpp>
#include <catch2/catch.hpp>

#include <string>
#include <vector>

using Catch::Matchers::Contains;
namespace json = boost::json;

namespace {

json::object named(const std::string& name) { return intake(name); }

/// The fields that a refusal names, each as often as it does.
std::vector<std::string> fields_of(const ApiReply& reply) {
    CHECK(reply.status == 422);
    std::vector<std::string> fields;
    for (const json::value& error : reply["errors"].as_array())
        fields.emplace_back(error.at("field").as_string());
    return fields;
}

using Fields = std::vector<std::string>;

} // namespace

TEST_CASE("a refusal of damaged text tells the damage and how the text reads", "[system][damage]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::vector<std::vector<std::string>> names = {
        {"TrÇn V¨n Thö", "tcvn3", "Trần Văn Thử"},
        {"Tráº\u00A7n TÃº", "utf8_twice", "Trần Tú"},
        {"Ph&#7841;m H&#249;ng", "html", "Phạm Hùng"},
        {"Tr\u00E1\u00BA\u00A7n D\u00C5\u00A9ng", "utf8_twice", "Trần Dũng"},
        {"\u00C4\u0090\u00C3\u00A0o Hoa", "utf8_twice", "Đào Hoa"}}; // with a control character
    for (const auto& each : names) {
        INFO(each[0]);
        const auto reply = officer.post("/api/v1/dossiers", named(each[0]));
        REQUIRE(fields_of(reply) == Fields{"applicant.name"});
        const json::value& error = reply["errors"].at(0);
        CHECK(error.at("damage") == json::value(each[1]));
        CHECK(error.at("reading") == json::value(each[2]));
        CHECK_THAT(std::string(error.at("message").as_string()), Contains(each[2]));
    }
    const auto lost = officer.post("/api/v1/dossiers", named("Tr?n V_n Th?"));
    REQUIRE(fields_of(lost) == Fields{"applicant.name"});
    CHECK(lost["errors"].at(0).at("damage") == "letters_lost");
    CHECK_FALSE(lost["errors"].at(0).as_object().contains("reading"));
    CHECK(officer.post("/api/v1/dossiers", named("Công ty TNHH What's Next?")).status == 201);
}

TEST_CASE("a correction that cannot be read is complained of once", "[system][damage]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string path = "/api/v1/dossiers/" + receive(officer) + "/correct";
    const auto corrected = [&](const json::value& correction) {
        return officer.post(path,
                            {{"version", 1}, {"reason", "gõ nhầm"}, {"correction", correction}});
    };
    const std::string control = "Hoa\u0007";
    CHECK(fields_of(corrected({{"applicant", {{"name", control}}}})) ==
          Fields{"correction.applicant.name"});
    CHECK(fields_of(corrected({{"applicant", {{"address", control}}}})) ==
          Fields{"correction.applicant.address"});
    CHECK(fields_of(corrected({{"channel", control}})) == Fields{"correction.channel"});
    CHECK(fields_of(corrected({{"applicant", {{"name", "\u200B"}}}})) ==
          Fields{"correction.applicant.name"});
    CHECK(fields_of(corrected({{"applicant", {{"name", "\u0007"}}}})) ==
          Fields{"correction.applicant.name"});
    CHECK(fields_of(corrected(json::object())) == Fields{"correction"});
    CHECK(corrected({{"applicant", {{"name", "Lê Thị Hoa"}}}}).status == 200);
}

TEST_CASE("texts in which nobody sees anything are refused by their fields", "[system][damage]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string path = "/api/v1/dossiers/" + receive(officer);
    for (const std::string unseen : {"", " ", "\u200B", "\u3164\u00A0"}) {
        INFO(unseen.size());
        const auto asked =
            officer.post(path + "/request-supplement",
                         {{"version", 1}, {"items", {unseen, "Tờ khai"}}, {"reason", "thiếu"}});
        CHECK(fields_of(asked) == Fields{"items[0]"});
        const auto handed = officer.post(path + "/hand-over", {{"version", 1}, {"agency", unseen}});
        CHECK(fields_of(handed) == Fields{"agency"});
        json::object papers = intake("Lê Thị Hoa");
        papers["documents"] = {unseen, {{"name", unseen}, {"originals", 1}}};
        CHECK(fields_of(officer.post("/api/v1/dossiers", papers)) ==
              Fields{"documents[0]", "documents[1].name"});
    }
    const auto no_agency = officer.post(path + "/hand-over", {{"version", 1}, {"agency", "NULL"}});
    CHECK(fields_of(no_agency) == Fields{"agency"});
    CHECK(officer.get(path).number("version") == 1);
}
