// What is the same to a person is the same to the program, at every door where text comes in: the
// same variants are tried at all of them.

#include "core/net/escaping.hpp"
#include "tests/support/served_ward.hpp"

#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>

#include <functional>
#include <string>
#include <vector>

using Catch::Matchers::Contains;
namespace json = boost::json;

namespace {

const std::vector<std::string> phones = {
    "0912345678",   "+84912345678", "84912345678",    "0912 345 678",          "0912.345.678",
    "0912-345-678", "091234567８",  "(0912) 345 678", "0912\u00A0345\u00A0678"};

const std::vector<std::string> numbers = {"019190004321", "019 190 004 321", "019.190.004.321",
                                          "CCCD 019190004321", "０１９１９０００４３２１"};

json::object intake_of(const std::string& id_number, const std::string& phone) {
    json::object asked = intake("Đỗ Thị Mẫu");
    asked["applicant"] = {{"name", "Đỗ Thị Mẫu"}, {"id_number", id_number}, {"phone", phone}};
    return asked;
}

/// A code as it is typed or pasted.
std::vector<std::string> spellings(const std::string& code) {
    std::string lower = code;
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    std::string dashed = code;
    for (std::size_t at = dashed.find('-'); at != std::string::npos; at = dashed.find('-', at + 3))
        dashed.replace(at, 1, "–");
    std::string underlined = code;
    for (char& c : underlined) c = c == '-' ? '_' : c;
    std::string blanked = code;
    for (char& c : blanked) c = c == '-' ? ' ' : c;
    return {code,       lower,   code + " ", "\u200B" + code,   dashed,
            underlined, blanked, code + ".", "\"" + code + "\""};
}

bool finds(const ApiReply& reply, const std::string& code) {
    REQUIRE(reply.status == 200);
    for (const auto& item : reply["items"].as_array()) {
        if (item.at("code").as_string() == json::string_view(code)) return true;
    }
    return false;
}

bool is_similar(Api& officer, const char* member, const std::string& value) {
    const auto reply = officer.post("/api/v1/dossiers/similar", {{"applicant", {{member, value}}}});
    REQUIRE(reply.status == 200);
    return !reply["items"].as_array().empty();
}

} // namespace

TEST_CASE("a person's numbers are the same in any spelling, at every door", "[system][doors]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const auto received =
        officer.post("/api/v1/dossiers", intake_of("019 190 004 321", "+84 912 345 678"));
    REQUIRE(received.status == 201);
    const std::string code = received.text("code");
    CHECK(officer.get("/api/v1/dossiers/" + code)["applicant"].at("phone") == "0912345678");
    const auto search = [&](const std::string& words) {
        return officer.post("/api/v1/dossiers/search", {{"q", words}});
    };
    for (const std::string& phone : phones) {
        INFO(phone);
        CHECK(finds(search(phone), code));
        CHECK(finds(search("Mẫu " + phone), code));
        CHECK(is_similar(officer, "phone", phone));
    }
    for (const std::string& number : numbers) {
        INFO(number);
        CHECK(finds(search(number), code));
        CHECK(is_similar(officer, "id_number", number));
    }
    (void)ward.server().stop();
    for (const auto* variants : {&phones, &numbers}) {
        for (const std::string& each : *variants) {
            INFO(each);
            CHECK_THAT(ward.ward().done({"find", "dossiers", each}), Contains(code));
        }
    }
}

TEST_CASE("a name is found in every spelling of it, at every door", "[system][doors]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::vector<std::pair<std::string, std::vector<std::string>>> names = {
        {"Hoàng Mỹ K\u02BClong", {"hoàng mĩ", "my k'long", "klong", "K’long"}},
        {"O'Brien Lí", {"obrien", "o’brien ly", "O'Brien"}},
        {"Ƀuôn Søren", {"buon", "soren", "ƀuôn"}}};
    std::vector<std::pair<std::string, std::string>> asked;
    for (const auto& [name, spelled] : names) {
        const auto received = officer.post("/api/v1/dossiers", intake(name));
        REQUIRE(received.status == 201);
        for (const std::string& each : spelled) asked.emplace_back(each, received.text("code"));
    }
    for (const auto& [words, code] : asked) {
        INFO(words);
        CHECK(finds(officer.post("/api/v1/dossiers/search", {{"q", words}}), code));
    }
    (void)ward.server().stop();
    for (const auto& [words, code] : asked) {
        INFO(words);
        CHECK_THAT(ward.ward().done({"find", "dossiers", words}), Contains(code));
    }
    CHECK(ward.ward().is_sound());
}

TEST_CASE("a person has one live ticket, however his number is written", "[system][doors]") {
    ServedWard ward;
    auto kiosk = ward.as("kiosk");
    const auto take = [&](const char* member, const std::string& value) {
        return kiosk.post("/api/v1/tickets", {{"service", "A"}, {member, value}}).status;
    };
    CHECK(take("phone", "0912345678") == 201);
    for (const std::string& phone : phones) {
        INFO(phone);
        CHECK(take("phone", phone) == 409);
    }
    CHECK(take("id_number", "019190004321") == 201);
    for (const std::string& number : numbers) {
        INFO(number);
        CHECK(take("id_number", number) == 409);
    }
    CHECK(take("id_number", "19190004321") == 409); // its zero was lost
}

TEST_CASE("a code is found in any spelling, and by its end", "[system][doors]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    auto nobody = ward.as("nobody");
    const std::string code = receive(officer);
    const std::string day_and_number = code.substr(code.find('-') + 1);
    const std::string number = day_and_number.substr(day_and_number.find('-') + 1);
    for (const std::string& spelling : spellings(code)) {
        INFO(spelling);
        const std::string escaped = net::escape_component(spelling);
        CHECK(nobody.get("/api/v1/track/" + escaped).status == 200);
        CHECK(officer.get("/api/v1/dossiers/" + escaped).text("code") == code);
        CHECK(officer.get("/api/v1/dossiers/" + escaped + "/history").text("code") == code);
        CHECK(finds(officer.post("/api/v1/dossiers/search", {{"q", spelling}}), code));
    }
    const std::string day = day_and_number.substr(0, day_and_number.find('-'));
    const std::string from_group = code.substr(code.substr(0, code.find('-')).rfind('.') + 1);
    for (const std::string& tail :
         {day_and_number, number, day + " " + number, day + number, "-" + day_and_number,
          from_group, "\"" + day_and_number + "\"", "Mã hồ sơ: " + number}) {
        INFO(tail);
        const std::string escaped = net::escape_component(tail);
        CHECK(officer.get("/api/v1/dossiers/" + escaped).text("code") == code);
        CHECK(finds(officer.post("/api/v1/dossiers/search", {{"q", tail}}), code));
        CHECK(nobody.get("/api/v1/track/" + escaped).status == 404); // it takes the whole code
    }
    for (const std::string& named : {"\"" + code + "\"", "Mã hồ sơ: " + code}) {
        INFO(named);
        CHECK(nobody.get("/api/v1/track/" + net::escape_component(named)).status == 200);
    }
    const auto resolved =
        officer.post("/api/v1/dossiers/" + net::escape_component(spellings(code)[1]) + "/resolve",
                     {{"version", 1}});
    CHECK(resolved.status == 200);
    CHECK(resolved.text("code") == code);
    (void)ward.server().stop();
    for (const std::string& spelling : spellings(code)) {
        INFO(spelling);
        CHECK_THAT(ward.ward().done({"find", "dossiers", spelling}), Contains(code));
        CHECK_THAT(ward.ward().done({"history", spelling}), Contains("resolve"));
    }
    for (const std::string& tail :
         {day_and_number, number, day + " " + number, day + number, from_group})
        CHECK_THAT(ward.ward().done({"find", "dossiers", tail}), Contains(code));
    CHECK(ward.ward().is_sound());
}

TEST_CASE("a ticket is known in any spelling of its number and code", "[system][doors]") {
    ServedWard ward;
    auto kiosk = ward.as("kiosk");
    const auto taken = kiosk.post("/api/v1/tickets", {{"service", "A"}});
    REQUIRE(taken.status == 201);
    for (const std::string& text : {taken.text("code"), taken.text("number")}) {
        for (const std::string& spelling : spellings(text)) {
            INFO(spelling);
            CHECK(kiosk.get("/api/v1/tickets/" + net::escape_component(spelling)).text("code") ==
                  taken.text("code"));
        }
    }
    std::string short_number = taken.text("number");
    while (short_number.find('0') == 1) short_number.erase(1, 1); // A1
    const std::string parted = taken.text("number").substr(0, 1) + "-" + short_number.substr(1);
    for (const std::string& spelling : {short_number, parted})
        CHECK(kiosk.get("/api/v1/tickets/" + spelling).text("code") == taken.text("code"));
    auto officer = ward.as("officer");
    json::object asked = intake();
    asked["ticket"] = spellings(taken.text("code"))[1];
    const auto received = officer.post("/api/v1/dossiers", asked);
    REQUIRE(received.status == 201);
    CHECK(received.text("ticket") == taken.text("code"));
}

TEST_CASE("text that cannot be a person's is refused by field, naming the letter",
          "[system][doors]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::vector<std::pair<std::string, std::string>> letters = {
        {"\uFFFF", "U+FFFF"}, {"\uFFFE", "U+FFFE"}, {"\u202E", "U+202E"}, {"\u2028", "U+2028"},
        {"\uFFFD", ""},       {"\u0001", "U+0001"}, {"\u2029", "U+2029"}, {"\uFDD0", "U+FDD0"}};
    for (const auto& [letter, name] : letters) {
        INFO(name);
        json::object asked = intake("Đỗ" + letter + " Mẫu");
        auto reply = officer.post("/api/v1/dossiers", asked);
        REQUIRE(reply.status == 422);
        CHECK(reply["errors"].at(0).at("field") == "applicant.name");
        CHECK_THAT(json::serialize(reply["errors"]), Contains(name));
        asked = intake();
        asked["documents"] = json::array{"Bản" + letter + "chính"};
        reply = officer.post("/api/v1/dossiers", asked);
        CHECK(reply.status == 422);
        CHECK(reply["errors"].at(0).at("field") == "documents[0]");
        const auto put = officer.request(
            "PUT", "/api/v1/dossiers/x/attachments/" + net::escape_component("a" + letter + ".pdf"),
            "%PDF-1.4", {{"Content-Type", "application/pdf"}});
        CHECK((put.status == 422 || put.status == 400)); // a control character is in no address
    }
    const std::string code = receive(officer);
    const auto asked = officer.post("/api/v1/dossiers/" + code + "/request-supplement",
                                    {{"version", 1}, {"reason", "thiếu\u000Bgiấy"}});
    REQUIRE(asked.status == 200);
    CHECK(officer.get("/api/v1/dossiers/" + code + "/papers/supplement-request.pdf").status == 200);
    // As a word processor's clipboard has it.
    const auto items =
        officer.post("/api/v1/dossiers/" + receive(officer) + "/request-supplement",
                     {{"version", 1}, {"items", {"Bản\u000Bsao"}}, {"reason", "thiếu"}});
    CHECK(items.status == 200);
    CHECK_THAT(json::serialize(items.json), Contains("Bản sao"));
    const auto damaged =
        officer.post("/api/v1/dossiers/" + receive(officer) + "/request-supplement",
                     {{"version", 1}, {"reason", "ThiÕu giÊy tê"}});
    CHECK(damaged.status == 422);
    CHECK(damaged["errors"].at(0).at("field") == "reason");
    CHECK(damaged["errors"].at(0).at("reading") == "Thiếu giấy tờ");
}

TEST_CASE("a line end within one line is a blank, and a damaged name is told, as in files",
          "[system][doors]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    json::object asked = intake("Đỗ Thị\r\nMẫu");
    asked["applicant"].as_object()["address"] = "Tổ 9\nphường Thử";
    const auto received = officer.post("/api/v1/dossiers", asked);
    REQUIRE(received.status == 201);
    const auto stored = officer.get("/api/v1/dossiers/" + received.text("code"));
    CHECK(stored["applicant"].at("name") == "Đỗ Thị Mẫu");
    CHECK(stored["applicant"].at("address") == "Tổ 9 phường Thử");
    const std::vector<std::pair<const char*, const char*>> damaged = {
        {"Y Ngoâng Nieâ", "Y Ngông Niê"}, {"Haø Ñöùc Mloâ", "Hà Đức Mlô"}, {"V? ?", ""}};
    for (const auto& [name, reading] : damaged) {
        INFO(name);
        const auto refused = officer.post("/api/v1/dossiers", intake(name));
        REQUIRE(refused.status == 422);
        CHECK_THAT(json::serialize(refused["errors"]), Contains(reading));
    }
    for (const char* name : {"Y Ngông Niê", "Hà Đức Mlô", "Rơ Châm H’Yéo", "Kbuôr", "Noâ"}) {
        INFO(name);
        CHECK(officer.post("/api/v1/dossiers", intake(name)).status == 201);
    }
    CHECK(officer.post("/api/v1/dossiers", intake("P<VNMNGUYEN<<VAN<AN")).status == 422);
}

TEST_CASE("a partner is the same in any spelling, and who else is awaited is told",
          "[system][doors]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    const std::string path = "/api/v1/dossiers/" + receive(officer);
    const auto act = [&](const char* name, int version, const std::string& agency) {
        return officer.post(path + "/" + name, {{"version", version}, {"agency", agency}});
    };
    REQUIRE(act("hand-over", 1, "Phòng Tư pháp").status == 200);
    const auto wrong = act("answer", 2, "Phòng Y tế");
    CHECK(wrong.status == 409);
    CHECK_THAT(wrong.text("detail"), Contains("Phòng Tư pháp"));
    const auto heard = act("acknowledge", 2, "PHÒNG  TƯ PHÁP\u200B");
    REQUIRE(heard.status == 200);
    const auto answered = act("answer", 3, "phòng tư pháp");
    REQUIRE(answered.status == 200);
    CHECK_FALSE(answered["hand_overs"].at(0).at("answered_at").is_null());
    const auto again = act("hand-over", 4, "phòng tư pháp");
    REQUIRE(again.status == 200);
    CHECK(again["hand_overs"].at(1).at("agency") == "Phòng Tư pháp");
}

TEST_CASE("whoever has looked at a name may insist on its letters, at intake and in a correction",
          "[system][doors]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    json::object asked = intake("Chau Keát");
    asked["applicant"].as_object()["address"] = "sóc Phaép";
    const auto refused = officer.post("/api/v1/dossiers", asked);
    REQUIRE(refused.status == 422);
    CHECK(refused["errors"].at(0).at("may_be_meant") == true);
    asked["applicant"].as_object()["as_written"] = true;
    const auto received = officer.post("/api/v1/dossiers", asked);
    REQUIRE(received.status == 201);
    CHECK_FALSE(received.json.as_object().contains("ignored"));
    const std::string path = "/api/v1/dossiers/" + received.text("code");
    CHECK(officer.get(path)["applicant"].at("name") == "Chau Keát");
    json::object person{{"name", "Y Ñôn"}};
    json::object correction{{"version", 1}, {"reason", "gõ nhầm"}};
    correction["correction"] = {{"applicant", person}};
    CHECK(officer.post(path + "/correct", correction).status == 422);
    person["as_written"] = true;
    correction["correction"] = {{"applicant", person}};
    CHECK(officer.post(path + "/correct", correction).status == 200);
    CHECK(officer.get(path)["applicant"].at("name") == "Y Ñôn");
    asked["applicant"].as_object()["name"] = "Nguy?n V?n A";
    const auto lost = officer.post("/api/v1/dossiers", asked);
    CHECK(lost.status == 422);
    CHECK_FALSE(lost["errors"].at(0).as_object().contains("may_be_meant"));
}

TEST_CASE("members that nobody reads are named", "[system][doors]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    json::object asked = intake();
    asked["note"] = "gấp";
    asked["applicant"].as_object()["nickname"] = "Ba";
    asked["documents"] = json::array{json::object{{"name", "Bản chính"}, {"sets", 2}}};
    const auto received = officer.post("/api/v1/dossiers", asked);
    REQUIRE(received.status == 201);
    CHECK(received["ignored"] == json::array{"applicant.nickname", "documents[0].sets", "note"});
    CHECK_FALSE(officer.post("/api/v1/dossiers", intake()).json.as_object().contains("ignored"));
    const auto similar =
        officer.post("/api/v1/dossiers/similar", {{"applicant", {{"name", "An"}}}, {"limit", 5}});
    CHECK(similar["ignored"] == json::array{"limit"});
}
