// The administrator's catalogue: all versions, and a new file of them seen before it is taken.

#include "core/api/dossier_json.hpp"
#include "core/api/json_text.hpp"
#include "core/engine/office/procedure_lists.hpp"
#include "core/server/http/server.hpp"
#include "core/server/routes/routes.hpp"
#include "core/server/routes/table_import.hpp"

#include <boost/json/value.hpp>

namespace server {

namespace json = boost::json;

namespace {

constexpr const char* catalogue_file = "procedures.csv";
constexpr std::size_t most_versions = 1'000;

using core::ProcedureVersion;

net::HttpResponse list_catalogue(const Call& call, core::BooksView& books) {
    api::FieldErrors errors;
    const Window window = window_of(call, most_versions, errors);
    if (!errors.empty()) return fields_response(errors, call.language);
    const core::Catalogue& catalogue = call.rules->catalogue;
    core::ProcedureQuery query;
    query.words = call.query("q");
    query.limit = window.limit;
    query.skip = window.skip;
    const core::ProcedurePage page = core::all_versions(books, catalogue, query);
    const core::Day today = core::local_date(call.now);
    json::array items;
    for (const ProcedureVersion& version : page.versions) {
        json::object item = api::to_json(version, call.language);
        item["in_force"] = core::is_in_force(catalogue, version, today);
        items.emplace_back(std::move(item));
    }
    return json_response({{"total", page.total}, {"items", std::move(items)}});
}

json::object brief(const ProcedureVersion& version) {
    json::object object{{"code", version.code},
                        {"name", version.name},
                        {"effective_from", core::format_date(version.effective_from)},
                        {"effective_to", nullptr}};
    if (version.effective_to) object["effective_to"] = core::format_date(*version.effective_to);
    return object;
}

void add_changed(json::array& rows, const ProcedureVersion& before, const ProcedureVersion& after) {
    for (const core::ChangedColumn& column : core::changed_columns(before, after)) {
        rows.push_back({{"code", after.code},
                        {"effective_from", core::format_date(after.effective_from)},
                        {"member", column.name},
                        {"before", column.before},
                        {"after", column.after}});
    }
}

json::object catalogue_change_json(const TableImportResult& outcome, words::Language language) {
    json::array added;
    json::array closed;
    json::array changed;
    if (outcome.summary) {
        for (const auto& [before, after] : outcome.summary->versions) {
            if (!before) {
                added.emplace_back(brief(after));
                continue;
            }
            if (core::is_closed(*before, after)) closed.emplace_back(brief(after));
            add_changed(changed, *before, after);
        }
    }
    json::object answer = outcome_json(outcome, language);
    answer["added"] = std::move(added);
    answer["closed"] = std::move(closed);
    answer["changed"] = std::move(changed);
    return answer;
}

net::HttpResponse preview_catalogue_file(const Call& call, core::BooksView& books) {
    if (auto refusal = refuse_table(call)) return std::move(*refusal);
    const auto outcome = read_table(call, catalogue_file, call.act_context(),
                                    [&](const auto& source, auto& problems) {
                                        return core::preview_catalogue(books, source, problems);
                                    });
    return json_response(catalogue_change_json(outcome, call.language));
}

void import_catalogue_file(Server& server, const CallPtr& call, const net::Responder& respond) {
    if (auto refusal = refuse_table(*call)) return respond(std::move(*refusal));
    server.write(
        call,
        [call](core::Books& books, const core::ActContext& by) -> core::Result<Answer> {
            const auto outcome =
                read_table(*call, catalogue_file, by, [&](const auto& source, auto& problems) {
                    return core::import_catalogue(books, source, problems);
                });
            if (!outcome.summary) return refused_table(outcome, call->language);
            return Answer{200, api::to_text(catalogue_change_json(outcome, call->language))};
        },
        respond, [&server] { server.reload_rules(); });
}

} // namespace

void add_catalogue(Router& router) {
    router.add({"GET",
                "/api/v1/catalogue",
                callers::admin | callers::chairman,
                QuickRead{list_catalogue},
                {"listCatalogue",
                 "All versions of all procedures, by code and date",
                 "",
                 "Catalogue",
                 200,
                 {{"q", "words of code or name, with or without marks, each from its beginning"},
                  {"limit", "at most so many; 50 without one", "integer"},
                  {"skip", "after so many", "integer"}}}});
    RouteDoc previewed{"previewCatalogue",
                       "What the import of procedures.csv would do; changes nothing",
                       "Table",
                       "CatalogueChange",
                       200,
                       table_parameters()};
    previewed.request_type = "text/csv";
    RouteDoc imported = previewed;
    imported.operation = "importCatalogue";
    imported.summary = "Takes in procedures.csv, all of it or nothing: one act of the journal";
    router.add({"POST", "/api/v1/catalogue/preview", callers::admin,
                LongRead{preview_catalogue_file}, previewed, table_body_limit});
    router.add({"POST", "/api/v1/catalogue/import", callers::admin, Own{import_catalogue_file},
                imported, table_body_limit});
}

} // namespace server
