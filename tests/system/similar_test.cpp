// Searches whose words name a person come in a body, never in an address.

#include "tests/support/served_ward.hpp"

#include <catch2/catch.hpp>

namespace json = boost::json;

namespace {

json::object of_person(const char* name, const char* id_number, const char* phone) {
    json::object asked = intake(name);
    asked["applicant"] = {{"name", name}, {"id_number", id_number}, {"phone", phone}};
    return asked;
}

/// The codes found, and why.
std::map<std::string, json::array> found_by(Api& officer, const json::object& applicant) {
    const auto reply = officer.post("/api/v1/dossiers/similar",
                                    {{"procedure", "2.000815"}, {"applicant", applicant}});
    REQUIRE(reply.status == 200);
    std::map<std::string, json::array> found;
    for (const auto& item : reply["items"].as_array())
        found[std::string(item.at("code").as_string())] = item.at("same").as_array();
    return found;
}

} // namespace

TEST_CASE("an officer is told of dossiers of the same person before a second one is received",
          "[system][similar]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const auto receive_of = [&](const char* name, const char* id_number, const char* phone) {
        const auto reply = officer.post("/api/v1/dossiers", of_person(name, id_number, phone));
        REQUIRE(reply.status == 201);
        return reply.text("code");
    };
    const auto an = receive_of("Nguyễn Văn An", "019090000001", "0912345678");
    const auto other_an = receive_of("Nguyễn Văn An", "019090000002", "0912000000");
    const auto nameless = receive_of("Trần Thị Bình", "", "");

    auto found = found_by(officer, {{"id_number", "019090000001"}});
    CHECK(found.size() == 1);
    CHECK(found[an] == json::array{"id_number"});
    found = found_by(officer, {{"id_number", "019090000001"}, {"name", "nguyen van an"}});
    CHECK(found.size() == 1); // the other one's ID number says that it is somebody else
    CHECK(found[an] == json::array{"id_number", "name"});
    found = found_by(officer, {{"phone", "0912 345 678"}});
    CHECK(found.size() == 1);
    CHECK(found[an] == json::array{"phone"});
    found = found_by(officer, {{"name", "NGUYỄN VĂN AN"}});
    CHECK(found.size() == 2);
    CHECK(found.contains(other_an));
    CHECK(found_by(officer, {{"name", "Trần Thị"}}).empty()); // a part of a name is another name
    CHECK(found_by(officer, {{"name", "Trần Thị Bình"}}).contains(nameless));
    CHECK(found_by(officer, json::object()).empty());
    CHECK(officer.post("/api/v1/dossiers/similar", json::object()).status == 422);
}

TEST_CASE("who is the same writes his name with i or y", "[system][similar]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    (void)receive(officer, "Lý Mỹ Vy");
    CHECK(found_by(officer, {{"name", "Lí Mĩ Vi"}}).size() == 1);
}

TEST_CASE("what was received long ago and is closed is no reason to ask", "[system][similar]") {
    ServedWard ward;
    ward::write_file(ward.ward() / "old.csv",
                     ward::register_header + ("\n" + ward::register_row()) + "\n");
    ward.import_register(ward.ward() / "old.csv");
    auto officer = ward.as("officer");
    const auto listed = officer.get("/api/v1/dossiers");
    REQUIRE(listed["items"].as_array().size() == 1);
    const auto& old = listed["items"].as_array()[0];
    REQUIRE_FALSE(old.at("closed_at").is_null());
    CHECK(found_by(officer, {{"name", old.at("applicant_name")}}).empty());
}

TEST_CASE("a search by a body finds what the list with a query does", "[system][similar]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    for (const char* name : {"Nguyễn Văn An", "Trần Thị Bình", "Nguyễn Văn Ân"})
        (void)receive(officer, name);
    const auto search = [&](const json::object& asked) {
        return officer.post("/api/v1/dossiers/search", asked);
    };
    const auto found = search({{"q", "nguyen van"}, {"status", "open"}, {"limit", 1}});
    REQUIRE(found.status == 200);
    CHECK(found["items"].as_array().size() == 1);
    CHECK(found.number("next_skip") == 1);
    const auto listed = officer.get("/api/v1/dossiers?q=nguyen%20van&status=open&limit=1");
    CHECK(found["items"] == listed["items"]);
    const auto taken = officer.post("/api/v1/tickets", {{"service", "A"}});
    json::object visit = intake("Đỗ Thị Mẫu");
    visit["ticket"] = taken.text("code");
    REQUIRE(officer.post("/api/v1/dossiers", visit).status == 201);
    std::string lower = taken.text("code");
    std::ranges::replace(lower, '-', ' ');
    std::ranges::replace(lower, 'T', 't');
    for (const std::string& written : {taken.text("code"), lower, std::string("a1")})
        CHECK(search({{"ticket", written}})["items"].as_array().size() == 1);
    CHECK(search(json::object())["items"].as_array().size() == 4);
    // Letters that cannot be seen are looked for as they are by both.
    for (const std::string unseen : {"\u202E", "\u202Dnguyen\u202C", "\u0007"}) {
        const auto by_body = search({{"q", unseen}});
        REQUIRE(by_body.status == 200);
        CHECK(by_body["items"] ==
              officer.get("/api/v1/dossiers?q=" + net::escape_component(unseen))["items"]);
    }
    CHECK(search({{"q", "\u202E"}})["items"].as_array().empty());
    CHECK(search({{"status", "lost"}}).status == 422);
    CHECK(search({{"due_before", "soon"}}).status == 422);
    CHECK(search({{"limit", "many"}}).status == 422);
}
