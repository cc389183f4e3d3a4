#include "core/api/dossier_json.hpp"
#include "core/api/due.hpp"
#include "core/api/json_text.hpp"
#include "core/domain/dossier_papers.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/overdue.hpp"
#include "core/engine/dossiers/dossier_lookup.hpp"
#include "core/engine/dossiers/due_explanation.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

namespace server {

namespace {

LastingAnswer show_dossier(const Call& call, core::BooksView& books) {
    const auto stored = core::reach_dossier(books, call.path.front());
    if (!stored) return {problem_response(problem_of(stored.error()), call.language), std::nullopt};
    const core::Dossier& dossier = stored->dossier;
    auto response = json_response(
        dossier_json(books, stored->id, dossier, *call.rules, call.now, call.language));
    response.headers.emplace_back("ETag", "\"" + std::to_string(dossier.version) + "\"");
    // By the end of its code it may be another one's soon: such an answer is not kept.
    const bool by_tail = core::code_key(dossier.code) != core::code_key(call.path.front());
    return {std::move(response), by_tail ? call.now : core::next_overdue_change(dossier, call.now)};
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
    const auto stored = core::reach_dossier(books, call.path.front());
    if (!stored) return problem_response(problem_of(stored.error()), call.language);
    boost::json::array items;
    std::vector<core::Act> acts;
    for (const core::Event& event : core::history_of(books, *stored).events) {
        items.emplace_back(event_json(event));
        if (const auto act = core::parse_act(event.act)) acts.push_back(*act);
    }
    boost::json::array papers;
    for (const core::PaperKind kind : core::papers_of(stored->dossier, acts))
        papers.emplace_back(to_text(kind));
    return json_response({{"code", stored->dossier.code},
                          {"items", std::move(items)},
                          {"papers", std::move(papers)}});
}

/// The due date explains itself, step by step.
net::HttpResponse explain_deadline(const Call& call, core::BooksView& books) {
    const auto stored = core::reach_dossier(books, call.path.front());
    if (!stored) return problem_response(problem_of(stored.error()), call.language);
    const core::Dossier& dossier = stored->dossier;
    const auto due = core::explain_due(call.rules->catalogue, call.rules->calendar, dossier);
    if (!due) return problem_response(problem_of(due.error()), call.language);
    return json_response(api::to_json(api::DueAnswer{due->procedure, due->deadline, dossier.outcome,
                                                     due->steps, due->unsure_years},
                                      call.language));
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
