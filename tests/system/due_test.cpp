#include "tests/system/ward.hpp"

#include <boost/json/object.hpp>
#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
using ward::Arguments;
namespace json = boost::json;

namespace {

std::filesystem::path write_catalogue(const TemporaryDirectory& folder) {
    auto file = folder / "procedures.csv";
    ward::write_file(
        file, "code,name,field,duration,unit,cutoff,fee_vnd,online_level,sector,linked_agencies,"
              "documents,decision,effective_from,effective_to\n"
              "THREE,Ba ngày,Hộ tịch,3,working_day,,0,full,ward,,,,2023-01-01,\n"
              "SEVEN,Bảy ngày,Hộ tịch,7,working_day,,0,full,ward,,,,2023-01-01,\n"
              "FIFTEEN,Mười lăm ngày thường,Hộ tịch,15,calendar_day,,0,full,ward,,,,2023-01-01,\n"
              "SAMEDAY,Trong ngày,Chứng thực,0,working_day,15:00,0,full,ward,,,,2023-01-01,\n"
              "HALF,Hai ngày rưỡi,Hộ tịch,2.5,working_day,,0,full,ward,,,,2023-01-01,\n"
              "HOURS,Tám giờ,Hộ tịch,8,working_hour,,0,full,ward,,,,2023-01-01,\n"
              "NONE,Không quy định,Hộ tịch,,none,,0,full,ward,,,,2023-01-01,\n"
              "OLD,Bản cũ,Hộ tịch,3,working_day,,0,full,ward,,,,2023-01-01,2024-12-31\n"
              "OLD,Bản mới,Hộ tịch,1,working_day,,0,full,ward,,,,2025-01-01,2025-06-30\n");
    return file;
}

/// The reference office with one procedure for each kind of limit.
class Office {
public:
    Arguments command(const Arguments& arguments) const {
        Arguments all = {"due"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        return all;
    }

    json::value answer(const Arguments& arguments) const {
        return ward_.done_json(command(arguments));
    }

    std::string text(const Arguments& arguments) const { return ward_.done(command(arguments)); }

    std::string refused(const Arguments& arguments) const {
        return ward_.refused(command(arguments));
    }

    std::string misused(const Arguments& arguments) const {
        return ward_.misused(command(arguments));
    }

    /// The due instant in the short form, office time; `null` when there is none.
    std::string due(const std::string& procedure,
                    const std::string& received,
                    const Arguments& more = {}) const {
        Arguments arguments = {"--procedure", procedure, "--received", received};
        arguments.insert(arguments.end(), more.begin(), more.end());
        const auto due_at = answer(arguments).at("due_at");
        return due_at.is_null() ? "null" : due_at.as_string().c_str();
    }

private:
    TemporaryDirectory folder_;
    ward::Ward ward_{ward::demo_file("office.toml"), write_catalogue(folder_)};
};

} // namespace

TEST_CASE("due answers every checked example of the rules", "[system][due]") {
    struct Example {
        const char* procedure;
        const char* received;
        const char* due_at;
        const char* shown;
    };

    const Office office;
    for (const auto& [procedure, received, due_at, shown] :
         {Example{"THREE", "2024-04-26T09:00", "2024-05-04T17:00:00+07:00", "17:00 04/05/2024"},
          Example{"SEVEN", "2026-11-20T09:00", "2026-12-02T17:00:00+07:00", "17:00 02/12/2026"},
          Example{"FIFTEEN", "2026-08-17T09:00", "2026-09-03T17:00:00+07:00", "17:00 03/09/2026"},
          Example{"SAMEDAY", "2026-02-13T15:30", "2026-02-23T17:00:00+07:00", "17:00 23/02/2026"},
          Example{"SAMEDAY", "2026-02-13T15:00:00", "2026-02-13T17:00:00+07:00",
                  "17:00 13/02/2026"},
          Example{"SAMEDAY", "2026-02-13T15:00:01", "2026-02-23T17:00:00+07:00",
                  "17:00 23/02/2026"}}) {
        INFO(procedure << " received " << received);
        const Arguments arguments = {"--procedure", procedure, "--received", received};
        CHECK(office.answer(arguments).at("due_at") == due_at);
        CHECK_THAT(office.text(arguments), Contains("Due: " + std::string(shown)));
    }
}

TEST_CASE("due counts halves, hours and the way from outside the working hours", "[system][due]") {
    const Office office;
    CHECK(office.due("HALF", "2024-03-04T09:00") == "2024-03-07T11:30:00+07:00");
    CHECK(office.due("HOURS", "2024-03-08T15:00") == "2024-03-11T15:30:00+07:00");
    CHECK(office.due("NONE", "2024-03-08T15:00") == "null");

    const auto friday_night =
        office.answer({"--procedure", "THREE", "--received", "2024-03-08T22:00:00+07:00"});
    CHECK(friday_night.at("effective_from") == "2024-03-11T07:30:00+07:00");
    CHECK(friday_night.at("due_at") == "2024-03-14T17:00:00+07:00");
    CHECK(office.due("THREE", "2024-03-08T15:00:00Z") == "2024-03-14T17:00:00+07:00");
}

TEST_CASE("due moves on by pauses, and has no instant while one is open", "[system][due]") {
    const Office office;
    const std::string monday = "2024-03-04T08:00";
    CHECK(office.due("THREE", monday) == "2024-03-07T17:00:00+07:00");
    CHECK(office.due("THREE", monday, {"--pause", "2024-03-04T09:00/2024-03-06T09:00"}) ==
          "2024-03-11T17:00:00+07:00");
    CHECK(office.due("THREE", monday,
                     {"--pause", "2024-03-04T09:00/2024-03-05T09:00", "--pause",
                      "2024-03-06T09:00/2024-03-07T09:00"}) == "2024-03-11T17:00:00+07:00");
    CHECK(office.due("HOURS", monday, {"--pause", "2024-03-04T09:00/2024-03-04T10:30"}) ==
          "2024-03-05T10:00:00+07:00");

    const Arguments open = {"--procedure", "THREE",   "--received",
                            monday,        "--pause", "2024-03-04T09:00/"};
    CHECK(office.answer(open).at("due_at").is_null());
    CHECK_THAT(office.text(open), Contains("Due: suspended"));
}

TEST_CASE("due tells the outcome only of what was resolved", "[system][due]") {
    const Office office;
    const auto outcome = [&](const char* procedure, const char* resolved) {
        return std::string(office
                               .answer({"--procedure", procedure, "--received", "2024-03-04T08:00",
                                        "--resolved", resolved})
                               .at("outcome")
                               .as_string());
    };
    CHECK(outcome("THREE", "2024-03-06T23:59:59") == "early");
    CHECK(outcome("THREE", "2024-03-07T00:00") == "on_time");
    CHECK(outcome("THREE", "2024-03-07T23:00") == "on_time");
    CHECK(outcome("THREE", "2024-03-08T00:00") == "late");
    CHECK(outcome("HOURS", "2024-03-05T07:30") == "early"); // one whole hour is left
    CHECK(outcome("HOURS", "2024-03-05T07:30:01") == "on_time");
    CHECK(outcome("HOURS", "2024-03-05T08:30") == "on_time");
    CHECK(outcome("HOURS", "2024-03-05T08:30:01") == "late");
    CHECK(outcome("NONE", "2025-03-07T09:00") == "on_time");

    const Arguments open = {"--procedure", "THREE", "--received", "2024-03-04T08:00"};
    CHECK_FALSE(office.answer(open).as_object().contains("outcome"));
    CHECK_THAT(office.text({"--procedure", "THREE", "--received", "2024-03-04T08:00", "--resolved",
                            "2024-03-05T08:00"}),
               Contains("Outcome: Early"));
}

TEST_CASE("the explanation of a due date ends with it", "[system][due]") {
    const Office office;
    for (const char* procedure : {"THREE", "SEVEN", "FIFTEEN", "SAMEDAY", "HALF", "HOURS"}) {
        INFO(procedure);
        const auto answer =
            office.answer({"--procedure", procedure, "--received", "2024-04-26T16:00", "--pause",
                           "2024-04-26T16:30/2024-05-02T09:00", "--explain"});
        const auto& steps = answer.at("steps").as_array();
        CHECK(steps.front().at("step") == "received");
        CHECK(steps.front().at("at") == "2024-04-26T16:00:00+07:00");
        CHECK(steps.back().at("step") == "due");
        CHECK(steps.back().at("at") == answer.at("due_at"));
    }
    const auto text =
        office.text({"--procedure", "THREE", "--received", "2024-04-26T09:00", "--explain"});
    CHECK_THAT(text, Contains("Left out 29/04/2024") && Contains("Left out 30/04/2024") &&
                         Contains("04/05/2024"));
    CHECK_FALSE(office.answer({"--procedure", "THREE", "--received", "2024-04-26T09:00"})
                    .as_object()
                    .contains("steps"));
}

TEST_CASE("due takes the version in force on the day of receipt", "[system][due]") {
    const Office office;
    CHECK(office.due("OLD", "2024-12-31T09:00") == "2025-01-06T17:00:00+07:00");
    CHECK(office.due("OLD", "2025-01-02T09:00") == "2025-01-03T17:00:00+07:00");
    CHECK_THAT(office.refused({"--procedure", "OLD", "--received", "2025-07-01T09:00"}),
               Contains("Procedure OLD is not in force on 01/07/2025"));
    CHECK_THAT(office.refused({"--procedure", "NEW", "--received", "2025-07-01T09:00"}),
               Contains("\"NEW\" is not in the catalogue"));
}

TEST_CASE("due refuses instants that are none or contradict each other", "[system][due]") {
    const Office office;
    const auto refused = [&](const Arguments& more) {
        Arguments arguments = {"--procedure", "THREE"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return office.refused(arguments);
    };
    const std::string monday = "2024-03-04T08:00";
    CHECK_THAT(office.misused({"--procedure", "THREE", "--received", "2024-02-30T08:00"}),
               Contains("--received: "));
    CHECK_THAT(refused({"--received", monday, "--resolved", "2024-03-03T08:00"}),
               Contains("--resolved: is before"));
    CHECK_THAT(
        office.misused({"--procedure", "THREE", "--received", monday, "--pause", "2024-03-05"}),
        Contains("--pause: "));
    CHECK_THAT(refused({"--received", monday, "--pause", "2024-03-03T08:00/"}),
               Contains("begins before the receipt"));
    CHECK_THAT(refused({"--received", monday, "--pause", "2024-03-05T08:00/", "--resolved",
                        "2024-03-06T08:00"}),
               Contains("--resolved: ") && Contains("resume it first"));
}
