// Every figure of a report opens the dossiers that it counts.

#include "core/net/http_message.hpp"
#include "tests/support/served_ward.hpp"

#include <catch2/catch.hpp>

namespace json = boost::json;

namespace {

const std::string period = "from=2023-01-01&to=2023-07-31";

/// `resolved.early` and its number, of every figure that is a count.
std::map<std::string, std::int64_t> counts_in(const json::object& figures,
                                              const std::string& prefix = {}) {
    std::map<std::string, std::int64_t> counts;
    for (const auto& [name, value] : figures) {
        const std::string path = prefix + std::string(name);
        if (value.is_object()) counts.merge(counts_in(value.as_object(), path + "."));
        if (value.is_int64()) counts[path] = value.as_int64();
    }
    return counts;
}

/// The demonstration ward with its register.
class CountedWard {
public:
    CountedWard() {
        ward_.import_register(ward::demo_file("register.csv"));
        chairman_ = std::make_unique<Api>(ward_.as("chairman"));
    }

    json::value report(const std::string& by) {
        const auto reply = chairman_->get("/api/v1/reports/period?" + period + "&by=" + by);
        REQUIRE(reply.status == 200);
        return reply.json;
    }

    /// Every figure of the group lists as many dossiers as it says.
    void check(const json::object& figures, const std::string& group) {
        for (const auto& [name, number] : counts_in(figures)) {
            const auto listed = chairman_->get("/api/v1/reports/dossiers?limit=1&" + period +
                                               "&figure=" + name + group);
            INFO(name << group << ": " << listed.http.body);
            REQUIRE(listed.status == 200);
            CHECK(listed.number("total") == number);
        }
    }

    /// The same for every group of a grouping. Returns how many there are.
    std::size_t check_groups(const std::string& by) {
        const json::value made = report(by);
        const json::array& groups = made.at("groups").as_array();
        for (const json::value& group : groups) {
            const std::string key(group.at("key").as_string());
            check(with_something(group.as_object()),
                  "&by=" + by + "&key=" + net::escape_component(key));
        }
        return groups.size();
    }

private:
    /// Without the zeros, which would take most of the time: they are looked at in the total.
    static json::object with_something(const json::object& figures) {
        json::object some;
        for (const auto& [name, value] : figures) {
            if (value.is_object()) some[name] = with_something(value.as_object());
            if (value.is_int64() && value.as_int64() != 0) some[name] = value;
        }
        return some;
    }

    ServedWard ward_;
    std::unique_ptr<Api> chairman_;
};

} // namespace

TEST_CASE("every figure of the demonstration ward opens the dossiers it counts",
          "[system][counted]") {
    CountedWard ward;
    const json::value report = ward.report("field");
    const auto counts = counts_in(report.at("total").as_object());
    CHECK(counts.size() == 21);
    CHECK(counts.at("received.total") > 3'000);
    ward.check(report.at("total").as_object(), "");
    CHECK(ward.check_groups("field") > 5);
    CHECK(ward.check_groups("channel") > 1);
    CHECK(ward.check_groups("level") > 1);
    CHECK(ward.check_groups("officer") > 0);
    CHECK(ward.check_groups("month") == 7);
}

TEST_CASE("every figure of every procedure of the demonstration ward opens the dossiers it counts",
          "[system][counted]") {
    CountedWard ward;
    CHECK(ward.check_groups("procedure") > 20);
}

TEST_CASE("a group that no report has is refused", "[system][counted]") {
    ServedWard ward;
    auto chairman = ward.as("chairman");
    const auto list = [&](const std::string& group) {
        return chairman.get("/api/v1/reports/dossiers?figure=received&" + period + group).status;
    };
    CHECK(list("&by=month&key=2023-03") == 200);
    CHECK(list("&by=month&key=March") == 422);
    CHECK(list("&by=colour&key=red") == 422);
    CHECK(list("&key=red") == 422);
    CHECK(list("&by=field&key=none") == 200);
}
