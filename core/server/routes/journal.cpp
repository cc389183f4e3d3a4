// Who did what: the journal of the office, the latest first.

#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

#include <algorithm>

namespace server {

namespace json = boost::json;

namespace {

constexpr std::size_t most_events = 500;

// Rows that are looked at for one answer: rare acts are searched for in several requests.
constexpr std::int64_t most_searched = 50'000;
constexpr std::int64_t page_rows = 512;

struct Wanted {
    std::string who;
    std::string act;
    std::int64_t since = 0;  // rows after it
    std::int64_t before = 0; // rows before it
    std::size_t limit = 50;

    bool fits(const core::Event& event) const {
        return (who.empty() || event.actor.who == who) && (act.empty() || event.act == act);
    }
};

json::object act_json(const core::Event& event) {
    return {{"seq", event.seq},
            {"at", core::format_instant(event.act_at)},
            {"recorded_at", core::format_instant(event.recorded_at)},
            {"who", event.actor.who},
            {"place", event.actor.place},
            {"act", event.act},
            {"subject", event.subject},
            {"reason", event.reason}};
}

/// The rows of the journal from `first` up to `last`, both inclusive.
std::vector<core::Event> page(core::BooksView& books, std::int64_t first, std::int64_t last) {
    std::vector<core::Event> events;
    books.each_event(first, [&](const core::Event& event) {
        if (event.seq <= last) events.push_back(event);
        return event.seq < last;
    });
    return events;
}

/// Adds what fits, backwards from the end; returns the last row that was looked at.
std::int64_t search(core::BooksView& books, const Wanted& wanted, json::array& items) {
    const std::int64_t lowest = std::max(wanted.since + 1, wanted.before - most_searched);
    std::int64_t next = wanted.before - 1;
    while (next >= lowest && items.size() < wanted.limit) {
        const std::int64_t first = std::max(lowest, next - page_rows + 1);
        const auto events = page(books, first, next);
        for (auto event = events.rbegin(); event != events.rend(); ++event) {
            next = event->seq - 1;
            if (!wanted.fits(*event)) continue;
            items.emplace_back(act_json(*event));
            if (items.size() == wanted.limit) return event->seq;
        }
        if (events.empty()) break;
    }
    return next + 1;
}

net::HttpResponse list_journal(const Call& call, core::BooksView& books) {
    api::FieldErrors errors;
    const auto count = [&](const char* name, std::int64_t usual) {
        const auto text = call.query(name);
        if (!text) return usual;
        const auto read = parse_count(*text);
        if (!read) errors.push_back({name, "field-no-seq"});
        return read.value_or(usual);
    };
    const std::int64_t head = books.journal_head().seq;
    Wanted wanted;
    wanted.who = call.query("who").value_or("");
    wanted.act = call.query("act").value_or("");
    wanted.since = count("since", 0);
    wanted.before = std::min(count("before", head + 1), head + 1);
    wanted.limit = window_of(call, most_events, errors).limit;
    if (!errors.empty()) return fields_response(errors, call.language);
    json::array items;
    const std::int64_t reached = search(books, wanted, items);
    json::object answer{{"seq", head}, {"items", std::move(items)}, {"next_before", nullptr}};
    if (reached > wanted.since + 1) answer["next_before"] = reached;
    return json_response(answer);
}

} // namespace

void add_journal(Router& router) {
    router.add(
        {"GET",
         "/api/v1/journal",
         callers::admin | callers::chairman,
         LongRead{list_journal},
         {"listJournal",
          "Who did what in the office, the latest first",
          "",
          "Journal",
          200,
          {{"since", "only acts after this seq", "integer"},
           {"before", "only acts before this seq: next_before of the last answer", "integer"},
           {"limit", "at most so many; 50 without one", "integer"},
           {"who", "login, or the program's own part"},
           {"act", "user-set, catalogue-changed, receive, …"}}}});
}

} // namespace server
