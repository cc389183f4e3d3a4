#include "core/api/dossier_json.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/domain/written_date.hpp"
#include "core/engine/dossiers/work_lists.hpp"
#include "core/server/routes/list_walk.hpp"

#include <boost/json/value.hpp>

#include <map>
#include <memory>

namespace server {

namespace {

using api::JsonFields;
using Need = JsonFields::Need;

constexpr std::size_t most_dossiers = 200;
constexpr std::size_t longest_cursor = 8'000;

/// `status`: a state, or one of the lists people work by.
std::optional<net::HttpResponse> read_status(const Asked& asked,
                                             core::Instant now,
                                             words::Language language,
                                             core::DossierQuery& query) {
    const auto status = asked("status");
    if (!status || core::narrow(query, *status, now)) return std::nullopt;
    const std::string known =
        core::work_list_names() + ", " + core::list_of(core::dossier_states.vocabulary());
    return fields_response({{"status", {"field-not-one-of", {{"known", known}}}}}, language);
}

std::optional<net::HttpResponse>
read_due(const Asked& asked, words::Language language, core::DossierQuery& query) {
    for (const char* name : {"due_from", "due_before"}) {
        const auto text = asked(name);
        if (!text) continue;
        const auto day = core::read_written_date(*text);
        const auto instant = core::read_written_instant(*text);
        if (!day && !instant) {
            return fields_response({{name, "field-no-date-or-instant"}}, language);
        }
        const core::Instant bound = instant ? *instant : core::to_instant(core::LocalTime{*day});
        (std::string_view(name) == "due_from" ? query.due_from : query.due_before) = bound;
    }
    return std::nullopt;
}

net::HttpResponse
list(const Call& call, core::BooksView& books, const Asked& asked, WalkMemory& walks) {
    core::DossierQuery query;
    if (auto refusal = read_status(asked, call.now, call.language, query)) return *refusal;
    if (auto refusal = read_due(asked, call.language, query)) return *refusal;
    query.assignee = asked("assignee").value_or("");
    query.officer = asked("officer").value_or("");
    query.person = asked("person").value_or("");
    if (const auto code = asked("procedure")) {
        if (call.rules->catalogue.find_damage(*code))
            return fields_response({{"procedure", call.rules->catalogue.why_unknown(*code)}},
                                   call.language);
        query.procedure_code = call.rules->catalogue.spelling_of(*code);
    }
    query.ticket = asked("ticket").value_or("");
    api::FieldErrors errors;
    query.order = read_sort(asked, errors);
    const auto words = asked("q");
    const ListWalk walk({"dossiers", &walks}, to_text(core::order_of(query, words.has_value())),
                        {"status", "due_from", "due_before", "q", "assignee", "officer", "person",
                         "procedure", "ticket"},
                        asked, most_dossiers, errors);
    if (!errors.empty() || walk.is_outdated(books, errors))
        return fields_response(errors, call.language);
    core::name_people(books, query);
    core::name_ticket(books, query, core::local_date(call.now));
    query.limit = walk.window().limit;
    query.skip = walk.window().skip;
    query.after = walk.after();
    const core::DossierPage page = core::list_page(books, query, words, walk.walked());
    boost::json::array items;
    for (const core::StoredDossier& stored : page.dossiers) {
        items.emplace_back(api::summary_json(stored.dossier, rules_of(*call.rules, stored.dossier),
                                             call.now, call.language));
    }
    boost::json::object answer{{"now", core::format_instant(call.now)},
                               {"items", std::move(items)},
                               {"sort", to_text(page.order)}};
    walk.add_next(answer, page.next, page.walked);
    add_count(answer, page.count);
    return json_response(answer);
}

net::HttpResponse list_dossiers(const Call& call, core::BooksView& books, WalkMemory& walks) {
    return list(
        call, books, [&](const char* name) { return call.query(name); }, walks);
}

/// The same with what was asked in the body: names and ID numbers stay out of addresses, which
/// browsers and proxies keep.
net::HttpResponse search_dossiers(const Call& call, core::BooksView& books, WalkMemory& walks) {
    Body body(call);
    if (body.unreadable()) return *body.unreadable();
    JsonFields fields = body.fields();
    std::map<std::string_view, std::string> members;
    for (const char* name : {"status", "due_from", "due_before", "q", "assignee", "officer",
                             "person", "procedure", "ticket", "sort"})
        members[name] = fields.as_it_came(name, Need::optional);
    members["cursor"] = fields.line("cursor", Need::optional, longest_cursor);
    for (const char* name : {"limit", "skip"}) {
        if (const auto number = fields.integer(name, Need::optional, 0, INT32_MAX))
            members[name] = std::to_string(*number);
    }
    if (!body.errors.empty()) return fields_response(body.errors, call.language);
    const Asked asked = [&](const char* name) -> std::optional<std::string> {
        const auto found = members.find(name);
        if (found == members.end() || found->second.empty()) return std::nullopt;
        return found->second;
    };
    return list(call, books, asked, walks);
}

} // namespace

void add_dossier_lists(Router& router) {
    static const std::string statuses = core::work_list_names() + ", or a state";
    static const std::string limit = "at most so many, up to " + std::to_string(most_dossiers);
    constexpr CallerSet readers = callers::staff | callers::chairman;
    const auto walks =
        std::make_shared<WalkMemory>(); // of both: a walk begun by one goes on by the other
    const auto by_walks = [&](auto read) {
        return LongRead{[walks, read](const Call& call, core::BooksView& books) {
            return read(call, books, *walks);
        }};
    };
    router.add({"GET",
                "/api/v1/dossiers",
                readers,
                by_walks(list_dossiers),
                {"listDossiers",
                 "Dossiers: the work list by due date, what is due today, late, by words, …",
                 "",
                 "Dossiers",
                 200,
                 {{"status", statuses},
                  {"due_from", "date or instant"},
                  {"due_before", "date or instant"},
                  {"q", "code, or words of name, ID number or phone"},
                  {"assignee", "login"},
                  {"officer", "login"},
                  {"person", "login: who received it or works on it"},
                  {"procedure", "code"},
                  {"ticket", "code"},
                  {"sort", sort_description()},
                  {"cursor", cursor_description},
                  {"limit", limit, "integer"},
                  {"skip", "after so many", "integer"}}}});
    router.add({"POST",
                "/api/v1/dossiers/search",
                readers,
                by_walks(search_dossiers),
                {"searchDossiers",
                 "The same lists with what is asked in the body: for names and ID numbers",
                 "DossierSearch", "Dossiers"},
                json_body_limit});
}

} // namespace server
