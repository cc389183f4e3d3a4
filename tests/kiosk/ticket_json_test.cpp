#include "core/words/words.hpp"
#include "kiosk/ticket_json.hpp"

#include <catch2/catch.hpp>

namespace {

net::HttpReply reply(int status, std::string body = "{}") { return {status, {}, std::move(body)}; }

bool is_touch(const std::string& body) {
    core::Message why_not;
    const bool is = kiosk::read_touch(body, why_not).has_value();
    CHECK(is == why_not.code.empty());
    return is;
}

} // namespace

TEST_CASE("a page's touch is read, or refused with a reason", "[kiosk][json]") {
    CHECK(is_touch(R"({"touch":"0f8fad5b-d9cb-469f-a165-70867728950e","service":"B"})"));
    CHECK(is_touch(R"({"touch":"0f8fad5b-d9cb","service":"B","priority":"pregnant"})"));
    CHECK(is_touch(R"({"touch":"0f8fad5b-d9cb","dossier":"000.00.18.H55-230103-0001"})"));
    for (const char* const broken :
         {"", "[]", "{}", R"({"touch":"0f8fad5b-d9cb"})", R"({"touch":"short","service":"B"})",
          R"({"touch":"0f8fad5b d9cb","service":"B"})",
          R"({"touch":"0f8fad5b-d9cb","service":"b"})",
          R"({"touch":"0f8fad5b-d9cb","service":"B","priority":"king"})"})
        CHECK_FALSE(is_touch(broken));
}

TEST_CASE("what a core says that cannot do it is no refusal", "[kiosk][json]") {
    for (const int status : {400, 404, 409, 422}) {
        const auto said = reply(status);
        CHECK(std::holds_alternative<kiosk::CoreRefusal>(kiosk::read_ticket_answer(&said)));
    }
    for (const int status : {401, 403, 429, 500, 503, 507}) {
        const auto said = reply(status);
        CHECK(std::holds_alternative<kiosk::CoreSilence>(kiosk::read_ticket_answer(&said)));
    }
    CHECK(std::holds_alternative<kiosk::CoreSilence>(kiosk::read_ticket_answer(nullptr)));
}

TEST_CASE("a number of the core is read with what is known of the wait", "[kiosk][json]") {
    const auto said = reply(
        201, R"({"number":"B007","code":"T260105-B007","service":"B","service_name":"Chứng thực",
                 "arrived_at":"2026-01-05T08:00:00+07:00","ahead":3,"expected_wait_s":420,
                 "expected_wait":"5–10 phút"})");
    const auto ticket = std::get<kiosk::GivenTicket>(kiosk::read_ticket_answer(&said));
    CHECK_FALSE(ticket.wait); // a core of before
    CHECK(ticket.ahead == 3);
    CHECK(ticket.expected_wait == "5–10 phút");
    CHECK_FALSE(ticket.is_offline());

    kiosk::Touch touch;
    touch.request = {"t-1", 'B', core::PriorityKind::pregnant, ""};
    touch.ticket = ticket;
    CHECK(kiosk::ticket_answer(touch) ==
          R"({"touch":"t-1","number":"B007","code":"T260105-B007","service":"B",)"
          R"("service_name":"Chứng thực","ahead":3,"expected_wait":"5–10 phút","offline":false,)"
          R"("printed":true,"at":"2026-01-05T08:00:00+07:00"})");
    touch.ticket->wait = kiosk::WaitMinutes{5, 10};
    CHECK_THAT(kiosk::ticket_answer(touch),
               Catch::EndsWith(R"("expected_wait_minutes":{"low":5,"high":10}})"));
    CHECK(kiosk::ticket_request(touch.request) == R"({"service":"B","priority":"pregnant"})");
    touch.state = kiosk::TouchState::failed;
    const auto problem = [&](words::Language language) {
        return kiosk::printer_problem(touch, core::PrinterHealth::paper_out, language).body;
    };
    const std::string vietnamese = problem(words::Language());
    CHECK(vietnamese.find("\"state\":\"failed\"") != std::string::npos);
    CHECK(vietnamese.find("\"code\":\"ticket-not-printed-because\"") != std::string::npos);
    CHECK(vietnamese.find("Máy in hết giấy: hãy lắp cuộn giấy mới, rồi in lại") !=
          std::string::npos);
    CHECK(problem(words::Language::find("en").value()).find("out of paper") != std::string::npos);
}

TEST_CASE("a priority that there is none of is refused with those that there are",
          "[kiosk][json]") {
    core::Message why_not;
    CHECK_FALSE(kiosk::read_touch(R"({"touch":"0f8fad5b-d9cb","service":"B","priority":"tired"})",
                                  why_not));
    const std::string said = words::say({}, why_not);
    for (const std::string_view kind : core::priorities.vocabulary().names)
        CHECK_THAT(said, Catch::Contains(std::string(kind)));
}
