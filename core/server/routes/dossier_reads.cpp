#include "core/api/dossier_json.hpp"
#include "core/api/due.hpp"
#include "core/api/json_text.hpp"
#include "core/domain/text.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <algorithm>

namespace server {

namespace {

constexpr std::size_t most_listed = 200;
constexpr std::size_t most_acts_shown = 10'000;

net::HttpResponse show_dossier(const Call& call, core::BooksView& books) {
    const auto stored = find_dossier(books, call.path.front());
    if (!stored) return problem_response(problem_of(stored.error()));
    auto response = json_response(dossier_json(books, stored->id, stored->dossier, *call.rules));
    response.headers.emplace_back("ETag", "\"" + std::to_string(stored->dossier.version) + "\"");
    return response;
}

boost::json::object event_json(const core::Event& event) {
    boost::json::object object{{"seq", event.seq},
                               {"at", core::format_instant(event.act_at)},
                               {"recorded_at", core::format_instant(event.recorded_at)},
                               {"act", event.act},
                               {"who", event.actor.who},
                               {"place", event.actor.place},
                               {"reason", event.reason}};
    boost::json::error_code error;
    auto facts = boost::json::parse({event.payload.data(), event.payload.size()}, error);
    object["data"] = error ? boost::json::value(nullptr) : std::move(facts);
    return object;
}

net::HttpResponse show_history(const Call& call, core::BooksView& books) {
    const auto stored = find_dossier(books, call.path.front());
    if (!stored) return problem_response(problem_of(stored.error()));
    std::vector<boost::json::object> events;
    for (std::int64_t seq = stored->last_event; seq != 0 && events.size() < most_acts_shown;) {
        const auto event = books.event(seq);
        if (!event || event->previous_seq >= seq) break;
        events.push_back(event_json(*event));
        seq = event->previous_seq;
    }
    boost::json::array items(std::make_move_iterator(events.rbegin()),
                             std::make_move_iterator(events.rend()));
    return json_response({{"code", stored->dossier.code}, {"items", std::move(items)}});
}

/// The due date explains itself, step by step.
net::HttpResponse explain_deadline(const Call& call, core::BooksView& books) {
    const auto stored = find_dossier(books, call.path.front());
    if (!stored) return problem_response(problem_of(stored.error()));
    const core::Dossier& dossier = stored->dossier;
    if (!dossier.received_at) {
        return problem_response(
            problem_of({core::ErrorCode::not_allowed,
                        "Hồ sơ " + dossier.code + " chưa được tiếp nhận nên chưa có hạn trả"}));
    }
    const core::ProcedureVersion& version = version_of(*call.rules, dossier);
    const auto pauses = dossier.pauses();
    api::DueAnswer answer{
        version,
        core::compute_deadline(call.rules->calendar, version.limit, *dossier.received_at, pauses),
        dossier.outcome,
        core::explain_deadline(call.rules->calendar, version.limit, *dossier.received_at, pauses)};
    return json_response(api::to_json(answer));
}

/// `status`: a state, or one of the lists people work by.
std::optional<net::HttpResponse> read_status(const Call& call, core::DossierQuery& query) {
    using Standing = core::DossierQuery::Standing;
    const auto status = call.query("status");
    if (!status) return std::nullopt;
    const core::Instant today{core::to_instant(core::LocalTime{core::local_date(call.now)})};
    if (*status == "open") {
        query.standing = Standing::open;
    } else if (*status == "overdue" || *status == "late") {
        query.standing = Standing::open;
        query.due_before = call.now + std::chrono::seconds{1}; // due now is overdue
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

std::optional<net::HttpResponse> read_due(const Call& call, core::DossierQuery& query) {
    for (const char* name : {"due_from", "due_before"}) {
        const auto text = call.query(name);
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

net::HttpResponse list_dossiers(const Call& call, core::BooksView& books) {
    core::DossierQuery query;
    if (auto refusal = read_status(call, query)) return *refusal;
    if (auto refusal = read_due(call, query)) return *refusal;
    query.assignee = call.query("assignee").value_or("");
    query.officer = call.query("officer").value_or("");
    query.procedure_code = call.query("procedure").value_or("");
    query.ticket = call.query("ticket").value_or("");
    api::FieldErrors errors;
    const Window window = window_of(call, most_listed, errors);
    if (!errors.empty()) return fields_response(errors);
    query.limit = window.limit + 1; // one more tells whether there are more
    query.skip = window.skip;
    const auto q = call.query("q");
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

} // namespace

void add_dossier_reads(Router& router) {
    constexpr Who readers = who::desk | who::chairman;
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
    router.add({"GET",
                "/api/v1/dossiers/{code}",
                readers,
                QuickRead{show_dossier, true},
                {"getDossier", "A dossier with all that is known of it", "", "Dossier"}});
    router.add({"GET",
                "/api/v1/dossiers/{code}/history",
                readers,
                QuickRead{show_history},
                {"getHistory", "Every act on it: who, when, where, why, what", "", "History"}});
    router.add({"GET",
                "/api/v1/dossiers/{code}/deadline",
                readers,
                QuickRead{explain_deadline},
                {"explainDeadline", "How its due date comes about, step by step", "", "Deadline"}});
}

} // namespace server
