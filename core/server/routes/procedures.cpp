#include "core/api/dossier_json.hpp"
#include "core/api/due.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/domain/written_date.hpp"
#include "core/engine/dossiers/dossier_lookup.hpp"
#include "core/engine/dossiers/due_explanation.hpp"
#include "core/engine/office/procedure_lists.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

namespace server {

namespace {

constexpr std::size_t most_procedures = 1'000;

std::string known_levels() { return core::list_of(core::online_levels.vocabulary()); }

net::HttpResponse list_procedures(const Call& call, core::BooksView& books) {
    core::ProcedureQuery query;
    query.words = call.query("q");
    query.field = call.query("field");
    if (const auto level = call.query("level")) {
        query.level = core::parse_online_level(*level);
        if (!query.level) {
            return fields_response({{"level", {"field-not-one-of", {{"known", known_levels()}}}}},
                                   call.language);
        }
    }
    api::FieldErrors errors;
    const Window window = window_of(call, most_procedures, errors);
    if (!errors.empty()) return fields_response(errors, call.language);
    query.limit = call.query("limit") ? window.limit : most_procedures;
    query.skip = window.skip;
    const auto page =
        core::posting_board(books, call.rules->catalogue, query, core::local_date(call.now));
    boost::json::array items;
    for (const core::ProcedureVersion& version : page.versions)
        items.emplace_back(api::to_json(version, call.language));
    return json_response({{"total", page.total}, {"items", std::move(items)}});
}

net::HttpResponse show_procedure(const Call& call, core::BooksView&) {
    const auto history = core::procedure_history(call.rules->catalogue, call.path.front(),
                                                 core::local_date(call.now));
    if (!history) return problem_response(problem_of(history.error()), call.language);
    boost::json::object answer = api::to_json(history->shown, call.language);
    answer["in_force"] = history->in_force;
    boost::json::array versions;
    for (const core::ProcedureVersion& version : history->versions)
        versions.emplace_back(api::to_json(version, call.language));
    answer["versions"] = std::move(versions);
    return json_response(answer);
}

/// When a dossier received at that moment, now without one, would be due: told before it is
/// received.
net::HttpResponse show_due(const Call& call, core::BooksView&) {
    core::Instant received = call.now;
    if (const auto text = call.query("received")) {
        const auto instant = core::read_written_instant(*text);
        if (!instant) {
            return fields_response({{"received", api::why_no_instant(instant.error())}},
                                   call.language);
        }
        received = *instant;
    }
    const auto due = core::explain_receipt(call.rules->catalogue, call.rules->calendar,
                                           call.path.front(), received, {});
    if (due) {
        return json_response(
            api::to_json(api::DueAnswer{due->procedure, due->deadline, std::nullopt, due->steps,
                                        due->unsure_years},
                         call.language));
    }
    const core::Error& error = due.error();
    if (!error.field.empty()) return fields_response({{error.field, error.message}}, call.language);
    return problem_response(problem_of(error), call.language);
}

net::HttpResponse track(const Call& call, core::BooksView& books) {
    const auto stored = core::find_dossier(books, call.path.front());
    if (!stored) return problem_response(problem_of(stored.error()), call.language);
    return json_response(api::public_json(stored->dossier, rules_of(*call.rules, stored->dossier),
                                          call.now, call.language));
}

} // namespace

void add_procedures(Router& router) {
    static const std::string levels = known_levels();
    router.add({"GET",
                "/api/v1/procedures",
                callers::all,
                LongRead{list_procedures},
                {"listProcedures",
                 "The posting board: procedures in force today",
                 "",
                 "Procedures",
                 200,
                 {{"q", "words of code or name, with or without marks, each from its beginning"},
                  {"field", "name of the field"},
                  {"level", levels},
                  {"limit", "at most so many", "integer"},
                  {"skip", "after so many", "integer"}}}});
    router.add({"GET",
                "/api/v1/procedures/{code}",
                callers::all,
                QuickRead{show_procedure},
                {"getProcedure", "A procedure and its versions", "", "Procedure"}});
    router.add({"GET",
                "/api/v1/procedures/{code}/due",
                callers::all,
                QuickRead{show_due},
                {"procedureDue",
                 "When a dossier received at a moment would be due, step by step",
                 "",
                 "Deadline",
                 200,
                 {{"received", "now without one", "string", false, "date-time"}}}});
    router.add({"GET",
                "/api/v1/track/{code}",
                callers::all,
                QuickRead{track},
                {"trackDossier", "A dossier's public progress; nothing of a person", "",
                 "PublicDossier"}});
}

} // namespace server
