#include "core/domain/overdue.hpp"
#include "core/engine/dossiers/work_lists.hpp"
#include "core/engine/reporting/reporting.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

using core::Act;
using core::DossierQuery;
using samples::at;
using samples::date;
using samples::morning;
using namespace std::chrono_literals;

namespace {

const core::Instant closing = at(date(2024, 5, 6), 17h);

using Codes = std::vector<std::string>;

/// One dossier due today, one in seven days, one without a limit, one suspended, one resolved.
class Lists {
public:
    Lists() {
        today = receive("1.000001");
        week = receive("1.000004");
        endless = receive("1.000006");
        suspended = receive("1.000001");
        resolved = receive("1.000001");
        act(suspended, Act::request_supplement);
        act(resolved, Act::resolve);
    }

    Codes named(std::string_view status, core::Instant now) {
        DossierQuery query;
        REQUIRE(core::narrow(query, status, now));
        return page(query).codes;
    }

    struct Page {
        Codes codes;
        bool more;
    };

    Page page(const DossierQuery& query, const std::optional<std::string>& words = {}) {
        const auto read = core::list_page(*office_.books().read(), query, words);
        Page page{{}, read.more};
        for (const auto& stored : read.dossiers) page.codes.push_back(stored.dossier.code);
        return page;
    }

    std::string today;
    std::string week;
    std::string endless;
    std::string suspended;
    std::string resolved;

private:
    std::string receive(const char* procedure) {
        const auto dossier = office_.books().receive(
            {procedure, {"Lê Thị Hoa", "", "", ""}, core::Channel::in_person, "lan", 0}, morning);
        REQUIRE(dossier);
        return dossier->code;
    }

    void act(const std::string& code, Act act) {
        REQUIRE(office_.books().act(code, samples::complete_request(act, morning + 1min)));
    }

    SqliteOffice office_;
};

} // namespace

TEST_CASE("each list that people work by shows what its name says", "[engine][lists]") {
    Lists lists;
    CHECK(lists.named("open", morning) ==
          Codes{lists.today, lists.week, lists.endless, lists.suspended});
    CHECK(lists.named("to_return", morning) == Codes{lists.resolved});
    CHECK(lists.named("due_today", morning) == Codes{lists.today});
    CHECK(lists.named("due_today", morning + 24h).empty());
    CHECK(lists.named("suspended", morning) == Codes{lists.suspended});
    CHECK(lists.named("in_progress", morning) == Codes{lists.endless, lists.week, lists.today});
}

TEST_CASE("the overdue list shows what is overdue, to the second", "[engine][lists]") {
    Lists lists;
    CHECK(lists.named("overdue", closing - 1s).empty());
    CHECK(lists.named("overdue", closing) == Codes{lists.today});
    CHECK(lists.named("late", closing) == Codes{lists.today});
    CHECK(lists.named("overdue", closing + 24h * 30) == Codes{lists.today, lists.week});
}

TEST_CASE("a word that names no list is refused and changes nothing", "[engine][lists]") {
    for (const char* word : {"", "Open", "lost", "due", "due_today "}) {
        DossierQuery query;
        CHECK_FALSE(core::narrow(query, word, morning));
        CHECK_FALSE(query.is_of_open());
        CHECK_FALSE(query.state);
    }
}

TEST_CASE("a search keeps to the list it is made in", "[engine][lists]") {
    Lists lists;
    DossierQuery open;
    REQUIRE(core::narrow(open, "open", morning));
    CHECK(lists.page(open, "le hoa").codes.size() == 4);
    CHECK(lists.page(open, "le hoa").codes.front() == lists.today); // by due date
    CHECK(lists.page(open, lists.week).codes == Codes{lists.week});
    CHECK(lists.page(open, lists.resolved).codes.empty());
    CHECK(lists.page(DossierQuery{}, "le hoa").codes.front() == lists.resolved); // the latest
    CHECK(lists.page(open, "nobody").codes.empty());
}

TEST_CASE("a page says whether others are behind it", "[engine][lists]") {
    Lists lists;
    DossierQuery query;
    REQUIRE(core::narrow(query, "open", morning));
    for (const auto& words : {std::optional<std::string>(), std::optional<std::string>("hoa")}) {
        query.limit = 3;
        query.skip = 0;
        CHECK(lists.page(query, words).codes.size() == 3);
        CHECK(lists.page(query, words).more);
        query.skip = 1;
        CHECK(lists.page(query, words).codes.size() == 3);
        CHECK_FALSE(lists.page(query, words).more);
        query.skip = 9;
        CHECK(lists.page(query, words).codes.empty());
        CHECK_FALSE(lists.page(query, words).more);
    }
}

TEST_CASE("the lists that the description names are those that can be asked for",
          "[engine][lists]") {
    CHECK(core::work_list_names() == "open, overdue, due_today, to_return");
    std::string rest = core::work_list_names() + ", ";
    while (!rest.empty()) {
        DossierQuery query;
        const std::size_t end = rest.find(", ");
        CHECK(core::narrow(query, rest.substr(0, end), morning));
        rest.erase(0, end + 2);
    }
    std::ifstream file(std::string(SOURCE_ROOT) + "/core/api/schemas.json");
    std::stringstream schemas;
    schemas << file.rdbuf();
    CHECK_THAT(schemas.str(), Catch::Contains(core::work_list_names() + ", or a state"));
}

TEST_CASE("a list by an officer has him in whatever spelling a register wrote him",
          "[engine][lists]") {
    SqliteOffice office;
    const auto with_officer = [](const char* code, const char* officer) {
        return std::string(code) + ",1.000006,Lê Thị Hoa,,,,online,2023-05-06T09:00,,,,,,,,," +
               officer + "\n";
    };
    REQUIRE(office.books()
                .import_register(samples::register_header + with_officer("X-1", "cc07") +
                                 with_officer("X-2", "CC07") +
                                 with_officer("X-3", "\uFF23\uFF23\uFF10\uFF17") +
                                 with_officer("X-4", "cc08") + with_officer("X-5", ""))
                .summary);
    for (const char* name : {"cc07", "CC07"}) {
        INFO(name);
        for (const auto& words :
             {std::optional<std::string>(), std::optional<std::string>("hoa")}) {
            DossierQuery by_officer;
            by_officer.officer = name;
            DossierQuery by_person;
            by_person.person = name;
            for (const DossierQuery& query : {by_officer, by_person}) {
                const auto page = core::list_page(*office.books().read(), query, words);
                CHECK(page.dossiers.size() == 3);
                CHECK(page.count.number == 3);
            }
        }
    }
}

TEST_CASE("officers stand in the Vietnamese order, in lists and in reports", "[engine][lists]") {
    SqliteOffice office;
    const std::vector<std::string> in_order = {"an",  "Ánh", "Ân", "Dũng",
                                               "Đức", "Em",  "Êm", "Zung"};
    std::string rows = samples::register_header;
    for (std::size_t i = in_order.size(); i > 0; --i)
        rows += "X-" + std::to_string(i) +
                ",1.000006,Lê Thị Hoa,,,,online,2023-05-06T09:00,,,,,,,,," + in_order[i - 1] + "\n";
    REQUIRE(office.books().import_register(rows).summary);
    for (const bool descending : {false, true}) {
        DossierQuery query;
        query.order = core::DossierOrder{core::DossierSort::officer, descending};
        query.limit = 3;
        std::vector<std::string> listed;
        core::WalkedPages walked;
        for (std::size_t pages = 0; pages < in_order.size(); ++pages) {
            const auto page = core::list_page(*office.books().read(), query, std::nullopt, walked);
            for (const auto& stored : page.dossiers) listed.push_back(stored.dossier.officer);
            if (!page.more) break;
            query.after = page.next;
            walked = page.walked;
        }
        if (descending) std::ranges::reverse(listed);
        CHECK(listed == in_order);
    }
    const auto report =
        core::make_period_report(*office.books().read(), samples::date(2023, 5, 1),
                                 samples::date(2023, 5, 31), core::GroupBy::officer);
    REQUIRE(report);
    std::vector<std::string> groups;
    for (const auto& group : report->groups) groups.push_back(group.key);
    CHECK(groups == in_order);
}
