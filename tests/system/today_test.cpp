// The figures of the day are those of the queue, of the lists and of the reports.

#include "tests/support/served_ward.hpp"

#include <catch2/catch.hpp>

namespace json = boost::json;

TEST_CASE("the day's figures tell of every ticket", "[system][today]") {
    ServedWard ward;
    auto kiosk = ward.as("kiosk");
    auto officer = ward.as("officer");
    auto chairman = ward.as("chairman");
    const auto empty = chairman.get("/api/v1/today");
    REQUIRE(empty.status == 200);
    CHECK(empty["queue"].at("issued") == 0);
    CHECK(empty["queue"].at("wait_median_s").is_null());
    CHECK(empty["queue"].at("by_hour").as_array().empty());

    for (int i = 0; i < 3; ++i)
        REQUIRE(kiosk.post("/api/v1/tickets", {{"service", "B"}}).status == 201);
    for (const char* act : {"call", "start", "finish", "call"})
        REQUIRE(officer.post("/api/v1/counters/2/" + std::string(act)).status == 200);
    const auto today = chairman.get("/api/v1/today");
    const json::value& queue = today["queue"];
    CHECK(queue.at("issued") == 3);
    CHECK(queue.at("waiting") == 1);
    CHECK(queue.at("serving") == 1);
    CHECK(queue.at("served") == 1);
    CHECK(queue.at("wait_median_s").is_int64());
    CHECK(queue.at("service_median_s").is_int64());
    for (const json::value& service : queue.at("by_service").as_array())
        CHECK(service.at("issued") == (service.at("letter") == "B" ? 3 : 0));
    for (const json::value& counter : queue.at("by_counter").as_array()) {
        const bool second = counter.at("number") == 2;
        CHECK(counter.at("open") == second);
        CHECK(counter.at("served") == (second ? 1 : 0));
        CHECK(counter.at("ticket").is_string() == second);
    }
    std::int64_t issued = 0;
    for (const json::value& hour : queue.at("by_hour").as_array())
        issued += hour.at("issued").as_int64();
    CHECK(issued == 3);
    CHECK(today.number("seq") >= empty.number("seq") + 7);
}

TEST_CASE("the day's figures of dossiers are those of reports and lists", "[system][today]") {
    ServedWard ward;
    ward.import_register(ward::demo_file("register.csv"));
    auto officer = ward.as("officer");
    auto chairman = ward.as("chairman");
    for (int i = 0; i < 3; ++i) (void)receive(officer);
    json::object refusal = intake();
    refusal["reason"] = "không thuộc thẩm quyền";
    REQUIRE(officer.post("/api/v1/refusals", refusal).status == 201);
    const std::string code = receive(officer);
    REQUIRE(officer.post("/api/v1/dossiers/" + code + "/resolve", {{"version", 1}}).status == 200);

    const auto today = chairman.get("/api/v1/today");
    const std::string day = today.text("day");
    const auto report =
        chairman.get("/api/v1/reports/period?by=officer&from=" + day + "&to=" + day);
    const json::value& total = report["total"];
    const json::value& dossiers = today["dossiers"];
    CHECK(dossiers.at("received") == total.at("received").at("total"));
    CHECK(dossiers.at("resolved") == total.at("resolved").at("total"));
    CHECK(dossiers.at("returned") == total.at("returned").at("total"));
    CHECK(dossiers.at("withdrawn") == total.at("withdrawn"));
    CHECK(dossiers.at("open") == total.at("in_progress").at("total"));
    CHECK(dossiers.at("suspended") == total.at("in_progress").at("suspended"));
    CHECK(dossiers.at("received") == 4);
    CHECK(dossiers.at("resolved") == 1);
    CHECK(dossiers.at("refused") == 1);

    const auto listed = [&](const std::string& status) {
        return officer.get("/api/v1/dossiers?limit=200&status=" + status)["items"]
            .as_array()
            .size();
    };
    CHECK(dossiers.at("due_today") == listed("due_today"));
    CHECK(dossiers.at("overdue") == listed("overdue"));
    std::int64_t open = 0;
    std::int64_t overdue = 0;
    for (const json::value& each : today["by_officer"].as_array()) {
        open += each.at("open").as_int64();
        overdue += each.at("overdue").as_int64();
        if (each.at("login") == "officer") CHECK(each.at("received") == 4);
    }
    CHECK(dossiers.at("open") == open);
    CHECK(dossiers.at("overdue") == overdue);
}
