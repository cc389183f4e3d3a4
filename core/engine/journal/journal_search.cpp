// The journal is read forwards only, so a search backwards goes page by page and turns each around.

#include "core/engine/journal/journal_search.hpp"

#include <algorithm>

namespace core {

namespace {

// Rows that are looked at for one answer.
constexpr std::int64_t most_searched = 50'000;
constexpr std::int64_t page_rows = 512;

bool fits(const Event& event, const JournalQuery& query) {
    return (query.who.empty() || event.actor.who == query.who) &&
           (query.act.empty() || event.act == query.act);
}

/// The rows of the journal from `first` up to `last`, both inclusive.
std::vector<Event> rows_between(BooksView& books, std::int64_t first, std::int64_t last) {
    std::vector<Event> events;
    books.each_event(first, [&](const Event& event) {
        if (event.seq <= last) events.push_back(event);
        return event.seq < last;
    });
    return events;
}

/// Adds what fits of the rows between `since` and `before`, backwards from the end; returns the
/// last row that was looked at.
std::int64_t search_back(BooksView& books,
                         const JournalQuery& query,
                         std::int64_t before,
                         std::vector<Event>& found) {
    const std::int64_t lowest = std::max(query.since + 1, before - most_searched);
    std::int64_t next = before - 1;
    while (next >= lowest && found.size() < query.limit) {
        const std::int64_t first = std::max(lowest, next - page_rows + 1);
        const auto events = rows_between(books, first, next);
        for (auto event = events.rbegin(); event != events.rend(); ++event) {
            next = event->seq - 1;
            if (!fits(*event, query)) continue;
            found.push_back(*event);
            if (found.size() == query.limit) return event->seq;
        }
        if (events.empty()) break;
    }
    return next + 1;
}

/// The same forwards.
std::int64_t search_on(BooksView& books,
                       const JournalQuery& query,
                       std::int64_t since,
                       std::int64_t before,
                       std::vector<Event>& found) {
    const std::int64_t end = std::min(before, since + 1 + most_searched);
    std::int64_t reached = since;
    if (since + 1 >= end) return reached;
    books.each_event(since + 1, [&](const Event& event) {
        if (event.seq >= end) return false;
        reached = event.seq;
        if (fits(event, query)) found.push_back(event);
        return found.size() < query.limit;
    });
    return reached;
}

} // namespace

JournalPage search_journal(BooksView& books, const JournalQuery& query) {
    JournalPage page;
    page.seq = books.journal_head().seq;
    const std::int64_t end = page.seq + 1;
    const std::int64_t before = std::min(query.before.value_or(end), end);
    if (query.who.empty() && query.act.empty())
        page.count = std::max<std::int64_t>(0, before - query.since - 1);
    if (query.eldest_first) {
        const std::int64_t since = std::max(query.since, query.after.value_or(query.since));
        const std::int64_t reached = search_on(books, query, since, before, page.events);
        if (reached + 1 < before) page.next = reached;
    } else {
        const std::int64_t from = std::min(before, query.after.value_or(before));
        const std::int64_t reached = search_back(books, query, from, page.events);
        if (reached > query.since + 1) page.next = reached;
    }
    return page;
}

} // namespace core
