// Long lists over HTTP: pages that go on from each other, while others work on what is in them.

#include "core/domain/vietnamese_order.hpp"
#include "core/net/http_message.hpp"
#include "tests/support/served_ward.hpp"

#include <boost/json/serialize.hpp>
#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace json = boost::json;

namespace {

using Codes = std::vector<std::string>;

std::string text(const json::value& value) { return std::string(value.as_string()); }

Codes codes_of(const ApiReply& page) {
    Codes codes;
    for (const json::value& item : page["items"].as_array()) codes.push_back(text(item.at("code")));
    return codes;
}

/// A ward with sixty dossiers of one morning.
class SixtyDossiers {
public:
    SixtyDossiers() {
        for (int i = 0; i < 60; ++i)
            codes_.push_back(receive(officer_, i % 2 == 0 ? "Đỗ Thị Ân" : "Bùi Văn Do"));
    }

    Api& officer() { return officer_; }

    ServedWard& ward() { return ward_; }

    const Codes& codes() const { return codes_; }

    void act(const std::string& code, const std::string& name, json::object facts = {}) {
        facts["version"] = 1;
        const auto reply = officer_.post("/api/v1/dossiers/" + code + "/" + name, facts);
        INFO(reply.http.body);
        REQUIRE(reply.status == 200);
    }

    void come_in() { late_comers_.push_back(receive(officer_)); }

    /// All pages of twenty; `meanwhile` runs once, behind the first.
    Codes walk(const std::string& query, const std::function<void(const Codes&)>& meanwhile) {
        Codes shown;
        std::string cursor;
        for (;;) {
            const auto page = officer_.get("/api/v1/dossiers?limit=20&" + query +
                                           (cursor.empty() ? "" : "&cursor=" + cursor));
            INFO(page.http.body);
            REQUIRE(page.status == 200);
            const Codes here = codes_of(page);
            shown.insert(shown.end(), here.begin(), here.end());
            counts.push_back(page.number("count"));
            if (page["next_cursor"].is_null()) return shown;
            CHECK(here.size() == 20);
            if (cursor.empty() && meanwhile) meanwhile(here);
            cursor = page.text("next_cursor");
        }
    }

    void check_each_once(const Codes& shown, const std::set<std::string>& gone) {
        for (const std::string& code : codes_) {
            const auto times = std::count(shown.begin(), shown.end(), code);
            INFO(code);
            if (!gone.contains(code)) CHECK(times == 1);
            CHECK(times <= 1);
        }
    }

    std::vector<std::int64_t> counts; ///< that the pages told

private:
    ServedWard ward_;
    Api officer_ = ward_.as("officer");
    Codes codes_;
    Codes late_comers_;
};

std::set<std::string> first_three(const Codes& codes) { return {codes[0], codes[1], codes[2]}; }

std::vector<std::string> bad_members(const ApiReply& reply) {
    std::vector<std::string> members;
    for (const json::value& error : reply["errors"].as_array())
        members.push_back(text(error.at("field")) + ": " + text(error.at("message")));
    return members;
}

} // namespace

TEST_CASE("each that was there is shown once while others are resolved", "[system][paging]") {
    SixtyDossiers list;
    std::set<std::string> gone;
    const Codes shown = list.walk("status=open", [&](const Codes& first) {
        gone = first_three(first);
        for (const std::string& code : gone) list.act(code, "resolve");
    });
    list.check_each_once(shown, gone);
    CHECK(list.counts == std::vector<std::int64_t>{60, 57, 57});
}

TEST_CASE("each that was there is shown once while others are received", "[system][paging]") {
    SixtyDossiers list;
    const Codes shown = list.walk("status=in_progress", [&](const Codes&) {
        for (int i = 0; i < 3; ++i) list.come_in();
    });
    list.check_each_once(shown, {});
    CHECK(list.counts == std::vector<std::int64_t>{60, 63, 63});
}

TEST_CASE("each that was there is shown once while others are suspended", "[system][paging]") {
    for (const char* query : {"status=open", "status=in_progress", "status=open&sort=-due",
                              "sort=-status", "q=do&sort=due"}) {
        SixtyDossiers list;
        std::set<std::string> suspended;
        const Codes shown = list.walk(query, [&](const Codes& first) {
            suspended = first_three(first);
            suspended.insert(list.codes().begin() + 40, list.codes().begin() + 43);
            for (const std::string& code : suspended)
                list.act(code, "request-supplement", {{"reason", "thiếu bản chính"}});
        });
        INFO(query);
        const bool leave = std::string(query) == "status=in_progress";
        list.check_each_once(shown, leave ? suspended : std::set<std::string>());
    }
}

TEST_CASE("who is put ahead of the page that is read comes first on the next", "[system][paging]") {
    SixtyDossiers list;
    std::string moved;
    const Codes shown = list.walk("sort=applicant", [&](const Codes&) {
        moved = list.codes().at(58); // of the last page
        list.act(moved, "correct", {{"reason", "ghi nhầm tên"}, {"applicant", {{"name", "An A"}}}});
    });
    list.check_each_once(shown, {});
    CHECK(shown.at(20) == moved);
}

TEST_CASE("a page can be asked for again, and the walk goes on from there", "[system][paging]") {
    SixtyDossiers list;
    const auto page = [&](const std::string& cursor) {
        return list.officer().get("/api/v1/dossiers?status=open&limit=20" +
                                  (cursor.empty() ? "" : "&cursor=" + cursor));
    };
    const auto first = page("");
    const auto second = page(first.text("next_cursor"));
    const Codes of_second = codes_of(second);
    list.act(of_second.front(), "request-supplement", {{"reason", "thiếu bản chính"}});
    Codes shown = codes_of(first);
    std::string cursor = first.text("next_cursor");
    for (;;) {
        const auto next = page(cursor);
        const Codes here = codes_of(next);
        shown.insert(shown.end(), here.begin(), here.end());
        if (next["next_cursor"].is_null()) break;
        cursor = next.text("next_cursor");
    }
    list.check_each_once(shown, {});
}

TEST_CASE("a sort sorts the whole list, whichever page is looked at", "[system][paging]") {
    SixtyDossiers list;
    const Codes by_name = list.walk("sort=applicant", {});
    REQUIRE(by_name.size() == 60);
    for (std::size_t i = 0; i < 30; ++i) CHECK(by_name[i] == list.codes()[i * 2 + 1]);  // B
    for (std::size_t i = 0; i < 30; ++i) CHECK(by_name[i + 30] == list.codes()[i * 2]); // Đ
    Codes back = list.walk("sort=-applicant", {});
    std::reverse(back.begin(), back.end());
    CHECK(back == by_name);
    CHECK(list.walk("sort=code", {}) == list.codes());
    CHECK(list.officer().get("/api/v1/dossiers?status=open").text("sort") == "due");
    CHECK(list.officer().get("/api/v1/dossiers?sort=-field").text("sort") == "-field");
    CHECK(bad_members(list.officer().get("/api/v1/dossiers?sort=colour")).size() == 1);
}

TEST_CASE("a cursor goes on with its own list only", "[system][paging]") {
    SixtyDossiers list;
    auto& officer = list.officer();
    const std::string path = "/api/v1/dossiers?status=open&limit=20&sort=applicant";
    const std::string cursor = officer.get(path).text("next_cursor");
    const auto refused = [&](const std::string& address, const std::string& cause) {
        const auto reply = officer.request("GET", address, "", {{"Accept-Language", "en"}});
        INFO(reply.http.body);
        CHECK(reply.status == 422);
        CHECK_THAT(bad_members(reply).at(0), Catch::Contains(cause));
    };
    CHECK(officer.get(path + "&cursor=" + cursor).status == 200);
    CHECK(officer.get("/api/v1/dossiers?sort=applicant&limit=7&status=open&cursor=" + cursor)
              .status == 200);
    // A list has its own order, whether that is asked for or not.
    const std::string own = officer.get("/api/v1/dossiers?limit=20").text("next_cursor");
    CHECK(officer.get("/api/v1/dossiers?sort=-stored&cursor=" + own).status == 200);
    refused("/api/v1/dossiers?status=open&sort=-applicant&cursor=" + cursor, "otherwise: sort");
    refused("/api/v1/dossiers?status=overdue&sort=applicant&cursor=" + cursor, "otherwise: status");
    refused(path + "&officer=officer&cursor=" + cursor, "otherwise: officer");
    refused("/api/v1/dossiers?cursor=" + cursor, "otherwise: sort, status");
    refused(path + "&skip=20&cursor=" + cursor, "cursor");
    std::string changed = cursor;
    changed[cursor.size() / 2] = changed[cursor.size() / 2] == 'A' ? 'B' : 'A';
    for (const std::string& foreign : {changed, cursor.substr(1), std::string("next"),
                                       std::string("eyJpZCI6MX0"), cursor + cursor})
        refused(path + "&cursor=" + foreign, "no cursor of this server");
    // Nothing of a person stands in it, nor anything that an address would have to escape.
    CHECK(net::escape_component(cursor) == cursor);
    auto chairman = list.ward().as("chairman");
    const auto counted = chairman.get("/api/v1/reports/dossiers?figure=received.total&from=2020-01-"
                                      "01&to=2099-12-31&limit=5&cursor=" +
                                      cursor);
    CHECK(counted.status == 422);
    list.ward().restart();
    auto again = list.ward().as("officer");
    CHECK(again.get(path + "&cursor=" + cursor).status == 422);
}

TEST_CASE("old clients pass over a number of rows as before", "[system][paging]") {
    SixtyDossiers list;
    auto& officer = list.officer();
    Codes shown;
    for (std::int64_t skip = 0;;) {
        const auto page =
            officer.get("/api/v1/dossiers?status=open&limit=25&skip=" + std::to_string(skip));
        const Codes here = codes_of(page);
        shown.insert(shown.end(), here.begin(), here.end());
        if (page["next_skip"].is_null()) break;
        CHECK(page.number("next_skip") == skip + 25);
        skip = page.number("next_skip");
    }
    CHECK(shown == list.codes());
}

TEST_CASE("a search is walked by cursors too, with what is asked in the body", "[system][paging]") {
    SixtyDossiers list;
    json::object asked{{"q", "bui van do"}, {"limit", 12}, {"sort", "-code"}};
    Codes shown;
    for (;;) {
        const auto page = list.officer().post("/api/v1/dossiers/search", asked);
        INFO(page.http.body);
        REQUIRE(page.status == 200);
        CHECK(page.number("count") == 30);
        const Codes here = codes_of(page);
        shown.insert(shown.end(), here.begin(), here.end());
        if (page["next_cursor"].is_null()) break;
        asked["cursor"] = page.text("next_cursor");
        if (shown.size() == 12) list.act(shown.front(), "resolve");
    }
    REQUIRE(shown.size() == 30);
    CHECK(std::is_sorted(shown.rbegin(), shown.rend()));
}

TEST_CASE("the dossiers of a figure are walked in any order", "[system][paging][counted]") {
    SixtyDossiers list;
    auto chairman = list.ward().as("chairman");
    for (const std::string sort : {"", "stored", "-code", "applicant", "-procedure", "due"}) {
        std::string cursor;
        Codes shown;
        std::vector<std::string> names;
        for (;;) {
            const auto page = chairman.get(
                "/api/v1/reports/dossiers?figure=received.total&from=2020-01-01&to=2099-12-31&"
                "limit=17" +
                (sort.empty() ? "" : "&sort=" + sort) +
                (cursor.empty() ? "" : "&cursor=" + cursor));
            INFO(page.http.body);
            REQUIRE(page.status == 200);
            CHECK(page.number("total") == 60);
            CHECK(page.number("count") == 60);
            const Codes here = codes_of(page);
            shown.insert(shown.end(), here.begin(), here.end());
            for (const json::value& item : page["items"].as_array())
                names.push_back(text(item.at("applicant_name")));
            if (page["next_cursor"].is_null()) break;
            cursor = page.text("next_cursor");
        }
        INFO(sort);
        CHECK(std::set<std::string>(shown.begin(), shown.end()).size() == 60);
        CHECK(shown.size() == 60);
        if (sort == "applicant")
            CHECK(std::is_sorted(names.begin(), names.end(), core::NameOrder()));
        if (sort == "-code") CHECK(std::is_sorted(shown.rbegin(), shown.rend()));
    }
}

TEST_CASE("the journal is walked from either end", "[system][paging]") {
    SixtyDossiers list;
    auto admin = list.ward().as("admin");
    for (const std::string query :
         {"sort=seq", "sort=-seq", "sort=seq&act=receive", "act=receive"}) {
        const std::int64_t last = admin.get("/api/v1/journal?limit=1").number("seq");
        std::vector<std::int64_t> shown;
        std::string cursor;
        for (;;) {
            const auto page =
                admin.get("/api/v1/journal?limit=9&before=" + std::to_string(last + 1) + "&" +
                          query + (cursor.empty() ? "" : "&cursor=" + cursor));
            INFO(page.http.body);
            REQUIRE(page.status == 200);
            if (query.find("act=") == std::string::npos)
                CHECK(page.number("count") == last);
            else
                CHECK(page["count"].is_null());
            for (const json::value& item : page["items"].as_array())
                shown.push_back(item.at("seq").as_int64());
            if (page["next_cursor"].is_null()) break;
            cursor = page.text("next_cursor");
            list.come_in();
        }
        INFO(query);
        if (query.starts_with("sort=seq")) std::reverse(shown.begin(), shown.end());
        CHECK(std::adjacent_find(shown.begin(), shown.end(), std::less_equal<>()) == shown.end());
        if (query.find("act=") == std::string::npos)
            CHECK(std::ssize(shown) == last);
        else
            CHECK(shown.size() >= 60);
    }
}

TEST_CASE("feedback is walked to its end, each once", "[system][paging]") {
    ServedWard ward;
    auto officer = ward.as("officer");
    auto chairman = ward.as("chairman");
    const auto say = [&](int number) {
        REQUIRE(officer
                    .post("/api/v1/feedback",
                          {{"kind", "suggestion"}, {"text", "góp ý " + std::to_string(number)}})
                    .status == 201);
    };
    for (int i = 0; i < 25; ++i) say(i);
    std::vector<std::int64_t> ids;
    std::string cursor;
    for (;;) {
        const auto page =
            chairman.get("/api/v1/feedback?limit=10" + (cursor.empty() ? "" : "&cursor=" + cursor));
        REQUIRE(page.status == 200);
        CHECK(page.number("count") >= 25);
        for (const json::value& item : page["items"].as_array())
            ids.push_back(item.at("id").as_int64());
        if (page["next_cursor"].is_null()) break;
        cursor = page.text("next_cursor");
        say(99);
    }
    CHECK(ids.size() == 25);
    CHECK(std::is_sorted(ids.rbegin(), ids.rend()));
}
