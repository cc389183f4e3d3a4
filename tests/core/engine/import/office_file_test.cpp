#include "core/engine/import/office_file.hpp"
#include "core/engine/journal/codec/office_payload.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace std::chrono_literals;
using core::Office;
using core::WorkingSession;

namespace {

const std::string office_table = R"([office]
name = "UBND phường Ba Hàng"
agency_code = "000.00.18.H55"
)";

const std::string hours_table = R"([hours]
mon = ["07:30-11:30", "13:30-17:00"]
sat = []
)";

const std::string services = R"(
[[service]]
letter = "A"
name = "Hộ tịch"
fields = ["Hộ tịch", "Nuôi con nuôi"]
[[service]]
letter = "R"
name = "Trả kết quả"
returns = true
daily_limit = 40
hours.sat = ["08:00-10:00"]
)";

const std::string counters = R"(
[[counter]]
number = 2
name = "Hộ tịch"
services = ["R", "A"]
)";

Office read(const std::string& text) {
    auto office = core::parse_office(text, "office.toml");
    if (!office) FAIL(samples::in_english(office.error().message));
    return std::move(office).value();
}

std::string refusal(const std::string& text) {
    const auto office = core::parse_office(text, "office.toml");
    return office ? "accepted" : samples::in_english(office.error().message);
}

std::string refusal_of_hours(const std::string& line) {
    return refusal(office_table + "[hours]\n" + line);
}

} // namespace

TEST_CASE("an office file is read whole", "[core][office]") {
    const Office office =
        read(office_table + "desk = \" Một cửa \"\nparent = \"UBND Phô\u0309 Yên\"\n" +
             hours_table + "[reception]\nsat = [\"08:00-11:00\"]\n" + services + counters);
    CHECK(office.name == "UBND phường Ba Hàng");
    CHECK(office.desk == "Một cửa");
    CHECK(office.parent == "UBND Phổ Yên");
    CHECK(office.agency_code == "000.00.18.H55");
    CHECK(office.timezone == "Asia/Ho_Chi_Minh");
    CHECK(office.hours[0] ==
          std::vector<WorkingSession>{{7h + 30min, 11h + 30min}, {13h + 30min, 17h}});
    CHECK(office.hours[5].empty());
    REQUIRE(office.reception);
    CHECK(office.reception->at(5) == std::vector<WorkingSession>{{8h, 11h}});

    REQUIRE(office.services.size() == 2);
    CHECK(office.services[0] ==
          core::ServiceConfig{'A', "Hộ tịch", {"Hộ tịch", "Nuôi con nuôi"}, false, {}, {}});
    CHECK(office.services[1].returns);
    CHECK(office.services[1].daily_limit == 40);
    REQUIRE(office.services[1].hours);
    CHECK(office.services[1].hours->at(5) == std::vector<WorkingSession>{{8h, 10h}});
    REQUIRE(office.counters.size() == 1);
    CHECK(office.counters[0] == core::CounterConfig{2, "Hộ tịch", {"R", "A"}});
}

TEST_CASE("a small office file is enough", "[core][office]") {
    const Office office = read(office_table + "motto = 1\n" + hours_table + "[other]\nkey = 2\n");
    CHECK(office.desk.empty());
    CHECK_FALSE(office.reception);
    CHECK(office.counters.empty());
    CHECK(read(office_table + hours_table + "[[counter]]\nnumber = 3\n").counters[0].name.empty());
}

TEST_CASE("a mistake in the office table is told by line and key", "[core][office]") {
    CHECK(refusal("[office]\nname = Ba Hàng\n").starts_with("office.toml:2: "));
    CHECK(refusal("name = \"\xFF\"").starts_with("office.toml:1: "));
    CHECK(refusal(hours_table) == "office.toml: office: the table [office] is missing");
    CHECK(refusal("office = 1") == "office.toml:1: office: must be a table");
    CHECK(refusal("[office]\nagency_code = \"H55\"\n" + hours_table) ==
          "office.toml:1: office.name: is missing or empty");
    CHECK(refusal("[office]\nname = \" \"\nagency_code = \"H55\"\n" + hours_table) ==
          "office.toml:2: office.name: is missing or empty");
    CHECK(refusal("[office]\nname = 7\n") ==
          "office.toml:2: office.name: must be a text in quotes");
    CHECK(refusal("[office]\nname = \"a\\nb\"\n") ==
          "office.toml:2: office.name: has a character that cannot be used, at place 2: "
          "U+000A, a control character. Delete it");
    CHECK(refusal("[office]\nname = \"a\"\n" + hours_table) ==
          "office.toml:1: office.agency_code: is missing or empty");
    for (const std::string code : {"H 55", "H/55", "Hà", "123456789012345678901234567890123"}) {
        CHECK(
            refusal("[office]\nname = \"a\"\nagency_code = \"" + code + "\"\n") ==
            "office.toml:3: office.agency_code: must be 1 to 32 letters, digits, dots or hyphens");
    }
    CHECK(refusal(office_table + "timezone = \"Asia/Bangkok\"\n" + hours_table) ==
          "office.toml:4: office.timezone: must be Asia/Ho_Chi_Minh");
}

TEST_CASE("a mistake in the hours is told by line and day", "[core][office]") {
    const std::string form =
        "a session is written HH:MM-HH:MM, from 00:00 to 23:59, such as 07:30-11:30";
    for (const std::string session : {"7:30-11:30", "07:30", "07:30-24:00", "07:30-11:60", "", "-",
                                      "07:30-11:30-12:00", "07:30–11:30"}) {
        CHECK(refusal_of_hours("tue = [\"" + session + "\"]") ==
              "office.toml:5: hours.tue: " + form);
    }
    CHECK(refusal_of_hours("tue = [\"11:30-07:30\"]") ==
          "office.toml:5: hours.tue: a session must end after it starts");
    CHECK(refusal_of_hours("tue = [\"07:30-07:30\"]") ==
          "office.toml:5: hours.tue: a session must end after it starts");
    const std::string order = "hours.tue: sessions must be in order and must not overlap";
    CHECK(refusal_of_hours("tue = [\"07:30-11:30\",\n\"11:29-17:00\"]") ==
          "office.toml:6: " + order);
    CHECK(refusal_of_hours("tue = [\"13:30-17:00\", \"07:30-11:30\"]") ==
          "office.toml:5: " + order);
    CHECK(refusal_of_hours("tue = [\"07:30-11:30\", \"11:30-17:00\"]") == "accepted");
    CHECK(refusal_of_hours("tue = 7").ends_with(
        "hours.tue: must be a list of sessions, such as [\"07:30-11:30\"]"));
    CHECK(refusal_of_hours("tue = [7]") == "office.toml:5: hours.tue: must be a text in quotes");
    CHECK(refusal_of_hours("thứ = []").starts_with("office.toml:5: "));
    CHECK(refusal_of_hours("tues = []") ==
          "office.toml:5: hours.tues: is no day; the days are mon, tue, wed, thu, fri, sat, sun");
    CHECK(refusal_of_hours("tue = []") == "office.toml:4: hours: no session in the whole week");
    CHECK(refusal(office_table) == "office.toml: hours: the table [hours] is missing");
    CHECK(refusal(office_table + hours_table + "[reception]\n") ==
          "office.toml:7: reception: no session in the whole week");
}

TEST_CASE("a mistake in services and counters is told by line and key", "[core][office]") {
    const std::string start = office_table + hours_table; // six lines
    CHECK(refusal(start + "[[service]]\nletter = \"a\"\nname = \"x\"\n") ==
          "office.toml:8: service 1.letter: must be one letter from A to Z");
    CHECK(refusal(start + "[[service]]\nletter = \"Đ\"\nname = \"x\"\n") ==
          "office.toml:8: service 1.letter: must be one letter from A to Z");
    CHECK(refusal(start + "[[service]]\nname = \"x\"\n") ==
          "office.toml:7: service 1.letter: is missing or empty");
    CHECK(refusal(start + services + "[[service]]\nletter = \"A\"\nname = \"x\"\n")
              .ends_with("service 3.letter: A is another service's already"));
    CHECK(refusal(start + "[service]\nletter = \"A\"\n") ==
          "office.toml:7: service: must be written [[service]]");
    CHECK(refusal(start + "[[service]]\nletter = \"A\"\nname = \"x\"\ndaily_limit = 0\n") ==
          "office.toml:10: service 1.daily_limit: must be a whole number from 1 to 9999");
    CHECK(refusal(start + "[[service]]\nletter = \"A\"\nname = \"x\"\nreturns = 1\n") ==
          "office.toml:10: service 1.returns: must be true or false");
    CHECK(refusal(start + "[[counter]]\nnumber = 1\nservices = [\"B\"]\n") ==
          "office.toml:9: counter 1.services: there is no service B");
    CHECK(refusal(start + "[[counter]]\nname = \"x\"\n") ==
          "office.toml:7: counter 1.number: is missing or empty");
    CHECK(refusal(start + "[[counter]]\nnumber = 1\n[[counter]]\nnumber = 1\n") ==
          "office.toml:10: counter 2.number: is another counter's already");
}

TEST_CASE("counters may come before the services they name", "[core][office]") {
    CHECK(read(office_table + hours_table + counters + services).counters.size() == 1);
}

TEST_CASE("an office comes back from JSON as it was", "[core][office]") {
    const std::string small = office_table + hours_table;
    const std::string large =
        small + services + counters + "[reception]\nsun = [\"08:00-11:00\"]\n";
    for (const std::string& text : {small, large}) {
        const Office office = read(text);
        const std::string stored = core::office_to_json(office);
        const auto again = core::office_from_json(stored);
        REQUIRE(again);
        CHECK(*again == office);
        CHECK(core::office_to_json(*again) == stored);
    }
}

TEST_CASE("what is no stored office is refused", "[core][office]") {
    const std::string stored = core::office_to_json(read(office_table + hours_table + services));
    for (std::size_t size = 0; size < stored.size(); ++size) {
        CHECK_FALSE(core::office_from_json(std::string_view(stored).substr(0, size)));
    }
    for (const char* text : {"[]", "{}", "7", R"({"name":1})"})
        CHECK_FALSE(core::office_from_json(text));
}
