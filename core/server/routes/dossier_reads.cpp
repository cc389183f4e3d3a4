#include "core/api/dossier_json.hpp"
#include "core/api/due.hpp"
#include "core/api/json_text.hpp"
#include "core/domain/dossier_papers.hpp"
#include "core/domain/overdue.hpp"
#include "core/server/routes/routes.hpp"
#include "core/words/words.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

namespace server {

namespace {

constexpr std::size_t most_acts_shown = 10'000;

LastingAnswer show_dossier(const Call& call, core::BooksView& books) {
    const auto stored = find_dossier(books, call.path.front());
    if (!stored) return {problem_response(problem_of(stored.error()), call.language), std::nullopt};
    const core::Dossier& dossier = stored->dossier;
    auto response = json_response(
        dossier_json(books, stored->id, dossier, *call.rules, call.now, call.language));
    response.headers.emplace_back("ETag", "\"" + std::to_string(dossier.version) + "\"");
    return {std::move(response), core::next_overdue_change(dossier, call.now)};
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
    if (!stored) return problem_response(problem_of(stored.error()), call.language);
    std::vector<boost::json::object> events;
    std::vector<core::Act> acts;
    for (std::int64_t seq = stored->last_event; seq != 0 && events.size() < most_acts_shown;) {
        const auto event = books.event(seq);
        if (!event || event->previous_seq >= seq) break;
        events.push_back(event_json(*event));
        if (const auto act = core::parse_act(event->act)) acts.push_back(*act);
        seq = event->previous_seq;
    }
    boost::json::array items(std::make_move_iterator(events.rbegin()),
                             std::make_move_iterator(events.rend()));
    boost::json::array papers;
    for (const core::PaperKind kind : core::papers_of(stored->dossier, acts))
        papers.emplace_back(to_text(kind));
    return json_response({{"code", stored->dossier.code},
                          {"items", std::move(items)},
                          {"papers", std::move(papers)}});
}

/// The due date explains itself, step by step.
net::HttpResponse explain_deadline(const Call& call, core::BooksView& books) {
    const auto stored = find_dossier(books, call.path.front());
    if (!stored) return problem_response(problem_of(stored.error()), call.language);
    const core::Dossier& dossier = stored->dossier;
    if (!dossier.received_at) {
        return problem_response(
            problem_of({core::ErrorKind::not_allowed,
                        {"dossier-not-received-no-due", {{"code", dossier.code}}}}),
            call.language);
    }
    const core::ProcedureVersion& version = version_of(*call.rules, dossier);
    const auto pauses = dossier.pauses();
    api::DueAnswer answer{
        version,
        core::compute_deadline(call.rules->calendar, version.limit, *dossier.received_at, pauses),
        dossier.outcome,
        core::explain_deadline(call.rules->calendar, version.limit, *dossier.received_at, pauses)};
    return json_response(api::to_json(answer, call.language));
}

} // namespace

void add_dossier_reads(Router& router) {
    constexpr CallerSet readers = callers::staff | callers::chairman;
    router.add({"GET",
                "/api/v1/dossiers/{code}",
                readers,
                LastingRead{show_dossier},
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
