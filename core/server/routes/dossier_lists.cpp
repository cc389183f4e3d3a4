#include "core/api/dossier_json.hpp"
#include "core/domain/text.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

#include <algorithm>
#include <map>

namespace server {

namespace {

using api::JsonFields;
using Need = JsonFields::Need;

constexpr std::size_t most_listed = 200;

/// `status`: a state, or one of the lists people work by.
std::optional<net::HttpResponse>
read_status(const Asked& asked, core::Instant now, core::DossierQuery& query) {
    using Standing = core::DossierQuery::Standing;
    const auto status = asked("status");
    if (!status) return std::nullopt;
    const core::Instant today{core::to_instant(core::LocalTime{core::local_date(now)})};
    if (*status == "open") {
        query.standing = Standing::open;
    } else if (*status == "overdue" || *status == "late") {
        query.standing = Standing::open;
        query.due_before = now + std::chrono::seconds{1}; // due now is overdue
    } else if (*status == "due_today") {
        query.standing = Standing::open;
        query.due_from = today;
        query.due_before = today + std::chrono::days{1};
    } else if (*status == "to_return") {
        query.standing = Standing::to_return;
    } else if (const auto state = core::parse_dossier_state(*status)) {
        query.state = state;
    } else {
        return fields_response(
            {{"status", "phải là một trong (must be one of): open, overdue, due_today, to_return, "
                        "submitted, in_progress, suspended, resolved, returned, refused, "
                        "withdrawn, stopped"}});
    }
    return std::nullopt;
}

std::optional<net::HttpResponse> read_due(const Asked& asked, core::DossierQuery& query) {
    for (const char* name : {"due_from", "due_before"}) {
        const auto text = asked(name);
        if (!text) continue;
        const auto day = core::parse_date(*text);
        const auto instant = core::parse_instant(*text);
        if (!day && !instant) {
            return fields_response(
                {{name, "phải là ngày hoặc thời điểm (must be a date or an instant)"}});
        }
        const core::Instant bound = instant ? *instant : core::to_instant(core::LocalTime{*day});
        (std::string_view(name) == "due_from" ? query.due_from : query.due_before) = bound;
        query.standing = core::DossierQuery::Standing::open;
    }
    return std::nullopt;
}

bool fits(const core::Dossier& dossier, const core::DossierQuery& query) {
    using Standing = core::DossierQuery::Standing;
    const auto due = dossier.due_at();
    if (query.state && dossier.state != *query.state) return false;
    if (query.standing == Standing::open && !dossier.is_open()) return false;
    if (query.standing == Standing::to_return && dossier.state != core::DossierState::resolved)
        return false;
    if (query.due_from && (!due || *due < *query.due_from)) return false;
    if (query.due_before && (!due || *due >= *query.due_before)) return false;
    if (!query.assignee.empty() && dossier.assignee != query.assignee) return false;
    if (!query.officer.empty() && dossier.officer != query.officer) return false;
    if (!query.procedure_code.empty() && dossier.procedure_code != query.procedure_code)
        return false;
    return query.ticket.empty() || dossier.ticket == query.ticket;
}

/// By code, or by words of name, ID number or phone; then what else was asked for.
std::vector<core::StoredDossier>
search(core::BooksView& books, const std::string& q, const core::DossierQuery& query) {
    constexpr std::size_t most_looked_at = 2'000;
    std::vector<core::StoredDossier> found;
    if (auto stored = books.find_dossier(q)) {
        found.push_back(std::move(*stored));
    } else {
        found = books.search_dossiers(core::search_words(q), most_looked_at);
    }
    std::erase_if(found, [&](const auto& each) { return !fits(each.dossier, query); });
    if (query.standing == core::DossierQuery::Standing::open) {
        std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
            const auto due_a = a.dossier.due_at();
            const auto due_b = b.dossier.due_at();
            if (!due_a || !due_b) return due_a.has_value() && !due_b.has_value();
            return *due_a < *due_b;
        });
    }
    found.erase(found.begin(),
                found.begin() + static_cast<std::ptrdiff_t>(std::min(query.skip, found.size())));
    if (found.size() > query.limit) found.resize(query.limit);
    return found;
}

net::HttpResponse list(const Call& call, core::BooksView& books, const Asked& asked) {
    core::DossierQuery query;
    if (auto refusal = read_status(asked, call.now, query)) return *refusal;
    if (auto refusal = read_due(asked, query)) return *refusal;
    query.assignee = asked("assignee").value_or("");
    query.officer = asked("officer").value_or("");
    query.procedure_code = asked("procedure").value_or("");
    query.ticket = asked("ticket").value_or("");
    api::FieldErrors errors;
    const Window window = window_of(asked, most_listed, errors);
    if (!errors.empty()) return fields_response(errors);
    query.limit = window.limit + 1; // one more tells whether there are more
    query.skip = window.skip;
    const auto q = asked("q");
    auto found = q ? search(books, *q, query) : books.list_dossiers(query);
    const bool more = found.size() > window.limit;
    if (more) found.pop_back();
    boost::json::array items;
    for (const core::StoredDossier& stored : found) {
        items.emplace_back(
            api::summary_json(stored.dossier, version_of(*call.rules, stored.dossier), call.now));
    }
    boost::json::object answer{{"now", core::format_instant(call.now)},
                               {"items", std::move(items)},
                               {"next_skip", nullptr}};
    if (more) answer["next_skip"] = window.skip + window.limit;
    return json_response(answer);
}

net::HttpResponse list_dossiers(const Call& call, core::BooksView& books) {
    return list(call, books, [&](const char* name) { return call.query(name); });
}

/// The same with what was asked in the body: names and ID numbers stay out of addresses, which
/// browsers and proxies keep.
net::HttpResponse search_dossiers(const Call& call, core::BooksView& books) {
    Body body(call);
    if (body.unreadable()) return *body.unreadable();
    JsonFields fields = body.fields();
    std::map<std::string_view, std::string> members;
    for (const char* name :
         {"status", "due_from", "due_before", "q", "assignee", "officer", "procedure", "ticket"})
        members[name] = fields.line(name, Need::optional);
    for (const char* name : {"limit", "skip"}) {
        if (const auto number = fields.integer(name, Need::optional, 0, INT32_MAX))
            members[name] = std::to_string(*number);
    }
    if (!body.errors.empty()) return fields_response(body.errors);
    return list(call, books, [&](const char* name) -> std::optional<std::string> {
        const auto found = members.find(name);
        if (found == members.end() || found->second.empty()) return std::nullopt;
        return found->second;
    });
}

} // namespace

void add_dossier_lists(Router& router) {
    constexpr CallerSet readers = callers::staff | callers::chairman;
    router.add({"GET",
                "/api/v1/dossiers",
                readers,
                LongRead{list_dossiers},
                {"listDossiers",
                 "Dossiers: the work list by due date, what is due today, late, by words, …",
                 "",
                 "Dossiers",
                 200,
                 {{"status", "open, overdue, due_today, to_return, or a state"},
                  {"due_from", "date or instant"},
                  {"due_before", "date or instant"},
                  {"q", "code, or words of name, ID number or phone"},
                  {"assignee", "login"},
                  {"officer", "login"},
                  {"procedure", "code"},
                  {"ticket", "code"},
                  {"limit", "at most so many, up to 200", "integer"},
                  {"skip", "after so many", "integer"}}}});
    router.add({"POST",
                "/api/v1/dossiers/search",
                readers,
                LongRead{search_dossiers},
                {"searchDossiers",
                 "The same lists with what is asked in the body: for names and ID numbers",
                 "DossierSearch", "Dossiers"},
                json_body_limit});
}

} // namespace server
