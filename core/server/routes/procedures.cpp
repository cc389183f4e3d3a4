#include "core/api/dossier_json.hpp"
#include "core/api/due.hpp"
#include "core/domain/text.hpp"
#include "core/server/routes/routes.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>

#include <algorithm>

namespace server {

namespace {

constexpr std::size_t most_procedures = 1'000;
constexpr std::size_t most_found = 2'000; // versions of a search, before those in force are taken

net::HttpResponse list_procedures(const Call& call, core::BooksView& books) {
    const core::Day today = core::local_date(call.now);
    const core::Catalogue& catalogue = call.rules->catalogue;
    std::vector<core::ProcedureVersion> candidates;
    if (const auto q = call.query("q")) {
        candidates = books.search_procedures(core::search_words(*q), most_found);
    } else {
        candidates = catalogue.versions();
    }
    const auto field = call.query("field");
    const auto level = call.query("level");
    if (level && !core::parse_online_level(*level))
        return fields_response(
            {{"level", {"field-not-one-of", {{"known", "none, partial, full"}}}}}, call.language);
    boost::json::array items;
    std::size_t total = 0;
    api::FieldErrors errors;
    const Window window = window_of(call, most_procedures, errors);
    if (!errors.empty()) return fields_response(errors, call.language);
    const std::size_t limit = call.query("limit") ? window.limit : most_procedures;
    for (const core::ProcedureVersion& version : candidates) {
        const auto* in_force = catalogue.in_force(version.code, today);
        if (!in_force || in_force->id != version.id) continue;
        if (field && version.field != *field) continue;
        if (level && to_text(version.online_level) != *level) continue;
        ++total;
        if (total > window.skip && items.size() < limit)
            items.emplace_back(api::to_json(version, call.language));
    }
    return json_response({{"total", total}, {"items", std::move(items)}});
}

net::HttpResponse show_procedure(const Call& call, core::BooksView&) {
    const std::string& code = call.path.front();
    const core::Catalogue& catalogue = call.rules->catalogue;
    if (!catalogue.knows(code)) {
        return problem_response(
            problem_of({core::ErrorKind::not_found, {"procedure-unknown", {{"code", code}}}}),
            call.language);
    }
    const auto* in_force = catalogue.in_force(code, core::local_date(call.now));
    boost::json::object answer =
        api::to_json(in_force ? *in_force : *catalogue.latest(code), call.language);
    answer["in_force"] = in_force != nullptr;
    boost::json::array versions;
    for (const core::ProcedureVersion& version : catalogue.versions()) {
        if (version.code == code) versions.emplace_back(api::to_json(version, call.language));
    }
    answer["versions"] = std::move(versions);
    return json_response(answer);
}

/// When a dossier received at that moment, now without one, would be due: told before it is
/// received.
net::HttpResponse show_due(const Call& call, core::BooksView&) {
    const std::string& code = call.path.front();
    core::Instant received = call.now;
    if (const auto text = call.query("received")) {
        const auto instant = core::parse_instant(*text);
        if (!instant) return fields_response({{"received", "field-no-instant"}}, call.language);
        received = *instant;
    }
    const core::Catalogue& catalogue = call.rules->catalogue;
    const auto* version = catalogue.in_force(code, core::local_date(received));
    if (!version) {
        const bool known = catalogue.knows(code);
        return problem_response(
            problem_of(known ? core::Error{core::ErrorKind::not_allowed,
                                           {"procedure-not-in-force",
                                            {{"code", code}, {"date", core::local_date(received)}}}}
                             : core::Error{core::ErrorKind::not_found,
                                           {"procedure-unknown", {{"code", code}}}}),
            call.language);
    }
    try {
        const core::WorkingCalendar& calendar = call.rules->calendar;
        return json_response(api::to_json(
            api::DueAnswer{*version, core::compute_deadline(calendar, version->limit, received, {}),
                           std::nullopt,
                           core::explain_deadline(calendar, version->limit, received, {})},
            call.language));
    } catch (const core::BeyondCalendar&) {
        return fields_response({{"received", "field-beyond-calendar"}}, call.language);
    }
}

net::HttpResponse track(const Call& call, core::BooksView& books) {
    const auto stored = find_dossier(books, call.path.front());
    if (!stored) return problem_response(problem_of(stored.error()), call.language);
    return json_response(api::public_json(stored->dossier, version_of(*call.rules, stored->dossier),
                                          call.now, call.language));
}

} // namespace

void add_procedures(Router& router) {
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
                  {"level", "none, partial, full"},
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
