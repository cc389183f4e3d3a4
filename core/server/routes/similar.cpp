#include "core/api/dossier_json.hpp"
#include "core/engine/dossiers/similar_dossiers.hpp"
#include "core/server/routes/routes.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>

namespace server {

namespace {

using api::JsonFields;
using Need = JsonFields::Need;

boost::json::object
item_of(const core::SimilarDossier& similar, const OfficeRules& rules, words::Language language) {
    const core::Dossier& dossier = similar.stored.dossier;
    const core::ProcedureVersion& version = version_of(rules, dossier);
    boost::json::array names;
    for (const core::SameFact each : similar.same) names.emplace_back(std::string(to_text(each)));
    return {
        {"code", dossier.code},
        {"state_text", std::string(words::word(language, "dossier_state", to_text(dossier.state)))},
        {"procedure", {{"code", version.code}, {"name", version.name}}},
        {"received_at", api::to_json(dossier.received_at)},
        {"same", std::move(names)}};
}

/// A read, though its question comes in a body: a person's numbers belong into no address.
net::HttpResponse show_similar(const Call& call, core::BooksView& books) {
    Body body(call);
    if (body.unreadable()) return *body.unreadable();
    JsonFields fields = body.fields();
    const std::string procedure =
        call.rules->catalogue.spelling_of(fields.line("procedure", Need::optional, 64));
    core::Applicant applicant;
    if (auto inner = fields.object("applicant", Need::required)) {
        applicant.id_number = inner->as_it_came("id_number", Need::optional);
        applicant.name = inner->as_it_came("name", Need::optional);
        applicant.phone = inner->as_it_came("phone", Need::optional);
    }
    if (!body.errors.empty()) return fields_response(body.errors, call.language);
    boost::json::array items;
    for (const auto& each : core::similar_dossiers(books, applicant, procedure, call.now))
        items.emplace_back(item_of(each, *call.rules, call.language));
    return json_response({{"items", std::move(items)}});
}

} // namespace

void add_similar(Router& router) {
    router.add({"POST",
                "/api/v1/dossiers/similar",
                callers::staff,
                LongRead{show_similar},
                {"similarDossiers",
                 "Open or recent dossiers of the same person, those of the procedure first: asked "
                 "before a dossier is received twice",
                 "SimilarQuery", "SimilarDossiers"},
                json_body_limit});
}

} // namespace server
