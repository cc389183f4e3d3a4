// Who did what: the journal of the office, the latest first.

#include "core/engine/journal/journal_search.hpp"
#include "core/engine/office/administration.hpp"
#include "core/server/routes/list_walk.hpp"

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

constexpr const char* eldest_first = "seq";
constexpr const char* latest_first = "-seq";

bool read_direction(const Asked& asked, api::FieldErrors& errors) {
    const std::string sort = asked("sort").value_or(latest_first);
    if (sort != eldest_first && sort != latest_first)
        errors.push_back({"sort", {"field-no-sort", {{"known", eldest_first}}}});
    return sort == eldest_first;
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
    query.who = core::login_as_stored(books, call.query("who").value_or(""));
    query.act = call.query("act").value_or("");
    query.since = count("since").value_or(0);
    query.before = count("before");
    const Asked asked = [&](const char* name) { return call.query(name); };
    query.eldest_first = read_direction(asked, errors);
    const ListWalk walk({"journal"}, query.eldest_first ? eldest_first : latest_first,
                        {"since", "before", "who", "act"}, asked, most_events, errors);
    if (!errors.empty()) return fields_response(errors, call.language);
    query.limit = walk.window().limit;
    if (walk.after()) query.after = walk.after()->id;
    const core::JournalPage page = core::search_journal(books, query);
    json::array items;
    for (const core::Event& event : page.events) items.emplace_back(act_json(event));
    json::object answer{{"seq", page.seq},
                        {"items", std::move(items)},
                        {"sort", query.eldest_first ? eldest_first : latest_first},
                        {"count", nullptr},
                        {"next_before", nullptr}};
    if (page.count) answer["count"] = *page.count;
    if (page.next && !query.eldest_first) answer["next_before"] = *page.next;
    walk.add_next(answer, page.next ? std::optional(place_of_row(*page.next)) : std::nullopt);
    answer.erase("next_skip"); // rows of a journal are known by their numbers
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
           {"sort", "seq; with - ahead, as without a sort, the latest first"},
           {"cursor", cursor_description},
           {"limit", "at most so many; 50 without one", "integer"},
           {"who", "login, or the program's own part"},
           {"act", "user-set, catalogue-changed, receive, …"}}}});
}

} // namespace server
