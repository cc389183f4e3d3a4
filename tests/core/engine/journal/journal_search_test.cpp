#include "core/engine/journal/bookkeeping.hpp"
#include "core/engine/journal/journal_search.hpp"
#include "tests/support/sqlite_office.hpp"

#include <catch2/catch.hpp>

using core::JournalQuery;
using samples::at;
using samples::date;
using namespace std::chrono_literals;

namespace {

/// A journal with rows of `lan` and of `minh` in turn, behind those of the founding.
class Journal {
public:
    explicit Journal(int rows) {
        founded = office_.books().read()->journal_head().seq;
        REQUIRE(office_.books().write([&](core::Books& books) -> core::Result<void> {
            for (int i = 0; i < rows; ++i) {
                const core::ActContext by{{i % 2 == 0 ? "lan" : "minh", "counter 1"},
                                          at(date(2024, 5, 6), 9h)};
                books.append(
                    core::office_event("note-" + std::to_string(i % 3), "x", by, "", "{}"));
            }
            return {};
        }));
    }

    core::JournalPage search(const JournalQuery& query) {
        return core::search_journal(*office_.books().read(), query);
    }

    std::int64_t founded = 0;

private:
    SqliteOffice office_;
};

std::vector<std::int64_t> seqs(const core::JournalPage& page) {
    std::vector<std::int64_t> found;
    for (const core::Event& event : page.events) found.push_back(event.seq);
    return found;
}

} // namespace

TEST_CASE("the journal is searched from its end, by who and by what", "[engine][journal_search]") {
    Journal journal(6);
    const std::int64_t first = journal.founded + 1;
    JournalQuery query;
    query.who = "minh";
    query.since = journal.founded;
    CHECK(seqs(journal.search(query)) ==
          std::vector<std::int64_t>{first + 5, first + 3, first + 1});
    query.act = "note-0";
    CHECK(seqs(journal.search(query)) == std::vector<std::int64_t>{first + 3});
    CHECK(journal.search(query).seq == first + 5);
    CHECK_FALSE(journal.search(query).next);
}

TEST_CASE("pages of the journal join without gap or overlap", "[engine][journal_search]") {
    Journal journal(1'300); // more than it reads at a time
    JournalQuery query;
    query.limit = 70;
    query.who = "lan";
    query.since = journal.founded;
    std::vector<std::int64_t> all;
    for (bool more = true; more;) {
        const auto page = journal.search(query);
        const auto found = seqs(page);
        all.insert(all.end(), found.begin(), found.end());
        query.before = page.next;
        more = page.next.has_value();
    }
    REQUIRE(all.size() == 650);
    for (std::size_t i = 1; i < all.size(); ++i) REQUIRE(all[i] == all[i - 1] - 2);
}

TEST_CASE("a search beyond the journal's end begins at its end", "[engine][journal_search]") {
    Journal journal(3);
    JournalQuery query;
    query.before = 1'000'000;
    query.limit = 1;
    CHECK(seqs(journal.search(query)) == std::vector<std::int64_t>{journal.founded + 3});
    query.before = 1;
    CHECK(journal.search(query).events.empty());
}
