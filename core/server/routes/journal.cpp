// Who did what: the journal of the office, the latest first.

#include "core/engine/journal/journal_search.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

namespace server {

namespace json = boost::json;

namespace {

constexpr std::size_t most_events = 500;

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

net::HttpResponse list_journal(const Call& call, core::BooksView& books) {
    api::FieldErrors errors;
    const auto count = [&](const char* name) -> std::optional<std::int64_t> {
        const auto text = call.query(name);
        if (!text) return std::nullopt;
        const auto read = parse_count(*text);
        if (!read) errors.push_back({name, "field-no-seq"});
        return read;
    };
    core::JournalQuery query;
    query.who = call.query("who").value_or("");
    query.act = call.query("act").value_or("");
    query.since = count("since").value_or(0);
    query.before = count("before");
    query.limit = window_of(call, most_events, errors).limit;
    if (!errors.empty()) return fields_response(errors, call.language);
    const core::JournalPage page = core::search_journal(books, query);
    json::array items;
    for (const core::Event& event : page.events) items.emplace_back(act_json(event));
    json::object answer{{"seq", page.seq}, {"items", std::move(items)}, {"next_before", nullptr}};
    if (page.next_before) answer["next_before"] = *page.next_before;
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
