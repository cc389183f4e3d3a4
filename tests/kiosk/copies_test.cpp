// What the kiosk keeps of the core's, and for it.

#include "kiosk/feedback_outbox.hpp"
#include "kiosk/procedure_copy.hpp"
#include "kiosk/room.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

namespace json = boost::json;

namespace {

kiosk::ProcedureCopy copy() {
    kiosk::ProcedureCopy copy;
    copy.take(R"({"total":3,"items":[
        {"code":"1.001193","name":"Thủ tục đăng ký khai sinh","field":"Hộ tịch"},
        {"code":"1.000656","name":"Thủ tục đăng ký khai tử","field":"Hộ tịch"},
        {"code":"2.000815","name":"Chứng thực bản sao từ bản chính","field":"Chứng thực"}]})",
              "2026-01-05");
    return copy;
}

std::size_t found(const std::string& words, const std::string& field = "") {
    return copy().find({words, field}, true).at("items").as_array().size();
}

} // namespace

TEST_CASE("procedures are found with and without marks, each word from its beginning",
          "[kiosk][procedures]") {
    CHECK(found("") == 3);
    CHECK(found("khai sinh") == 1);
    CHECK(found("KHAI SINH") == 1);
    CHECK(found("khái sính") == 1);
    CHECK(found("kh") == 2);
    CHECK(found("inh") == 0);
    CHECK(found("chung thuc ban") == 1);
    CHECK(found("2.000815") == 1);
    CHECK(found("dang", "Hộ tịch") == 2);
    CHECK(found("dang", "Chứng thực") == 0);
}

TEST_CASE("a copy of procedures says how old it is and goes through a file",
          "[kiosk][procedures]") {
    kiosk::ProcedureCopy again;
    again.take(copy().kept(), "2027-01-01");
    const json::object page = again.find({"", "", 1, 1}, true);
    CHECK(page.at("total") == 3);
    CHECK(page.at("items").as_array().size() == 1);
    CHECK(page.at("as_of") == "2026-01-05");
    CHECK(page.at("from_copy") == true);
    CHECK(again.find_code("1.000656", false)->at("from_copy") == false);
    CHECK_FALSE(again.find_code("1.00", false));
    CHECK_THROWS(again.take("no list", ""));
    CHECK_FALSE(again.is_empty());
}

TEST_CASE("a copy says how long a procedure takes in the language of the page",
          "[kiosk][procedures]") {
    kiosk::ProcedureCopy copy;
    copy.take(R"({"items":[{"code":"1","name":"A","unit":"working_day","duration":"2.5",
                            "duration_text":"2,5 ngày làm việc","online_level":"full",
                            "online_level_text":"Toàn trình"},
                           {"code":"2","name":"B","unit":"fortnight","duration":"1",
                            "duration_text":"nửa tháng"}]})",
              "2026-01-05");
    const auto english = words::Language::find("en").value();
    CHECK(copy.find_code("1", true)->at("duration_text") == "2,5 ngày làm việc");
    CHECK(copy.find_code("1", true, english)->at("duration_text") == "2,5 working days");
    CHECK(copy.find_code("1", true, english)->at("versions").at(0).at("duration_text") ==
          "2,5 working days");
    const json::object list = copy.find({}, true, english);
    CHECK(list.at("items").at(0).at("duration_text") == "2,5 working days");
    CHECK(list.at("items").at(0).at("online_level_text") ==
          json::value(words::word(english, "level", "full")));
    CHECK(list.at("items").at(1).at("duration_text") == "nửa tháng");
}

TEST_CASE("feedback stays until the core has it, under the same key", "[kiosk][feedback]") {
    const TemporaryDirectory folder;
    std::string second;
    {
        kiosk::FeedbackOutbox box(folder / "feedback.log");
        const std::string first = box.keep(R"({"rating":5})");
        second = box.keep(R"({"kind":"suggestion","text":"thêm ghế"})");
        box.drop(first);
        box.drop(first);
    }
    {
        kiosk::FeedbackOutbox box(folder / "feedback.log");
        REQUIRE(box.waiting().size() == 1);
        CHECK(box.waiting().at(second) == R"({"kind":"suggestion","text":"thêm ghế"})");
        box.drop(second);
    }
    kiosk::FeedbackOutbox box(folder / "feedback.log");
    CHECK(box.waiting().empty());
    CHECK(box.keep("{}") != second); // a key stands for one text
}

TEST_CASE("why a service is closed and how long one waits are read as they are structured",
          "[kiosk][room]") {
    const kiosk::Room room = kiosk::read_room(
        R"({"office":"UBND phường Ba Hàng","counters":[],"services":[
            {"letter":"A","open":false,"closed_text":"…","closed":{"code":"service-closed-now",
             "hours":[{"from":"07:30","to":"10:30"},{"from":"13:30","to":"16:00"}]}},
            {"letter":"B","expected_wait_s":420,"expected_wait":"5–10 phút",
             "expected_wait_minutes":{"low":5,"high":10}},
            {"letter":"C","open":false,"closed_text":"…","expected_wait_s":420}]})");
    REQUIRE(room.services.at(0).closed);
    CHECK(room.services.at(0).closed->code == "service-closed-now");
    REQUIRE(room.services.at(0).closed->hours.size() == 2);
    CHECK(room.services.at(0).closed->hours.at(1).from == "13:30");
    CHECK(room.services.at(1).wait == kiosk::WaitMinutes{5, 10});
    CHECK_FALSE(room.services.at(1).closed);
    // A core of before has neither.
    CHECK_FALSE(room.services.at(2).closed);
    CHECK_FALSE(room.services.at(2).wait);
}

TEST_CASE("the room that is kept is without figures of the queue", "[kiosk][room]") {
    const kiosk::Room room = kiosk::read_room(
        R"({"seq":7,"now":"2026-01-05T08:00:00+07:00","office":"UBND phường Ba Hàng",
            "services":[{"letter":"B","name":"Chứng thực","returns":false,"waiting":4}],
            "counters":[{"number":2,"services":"BA"},{"number":4,"services":"B"}],"tickets":[]})");
    CHECK(room.services.front().waiting == 4);
    CHECK(room.counters_of('B') == "2, 4");
    CHECK(room.counters_of('C').empty());
    const kiosk::Room again = kiosk::read_room(kiosk::kept_room(room));
    CHECK(again.office == room.office);
    CHECK(again.services.front().name == "Chứng thực");
    CHECK_FALSE(again.services.front().waiting);
    CHECK(again.counters_of('B') == "2, 4");
    CHECK_THROWS(kiosk::read_room("{}"));
}
