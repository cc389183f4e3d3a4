// One of several that implement dossier_payload.hpp: how a dossier begins, and its papers in a row.
//
// beginning := { code, procedure_code, applicant: applicant, channel, officer, at, fee_vnd,
//                papers: components, ticket, decisions }
//
// `at` is when it came in. Parts (applicant, components, decisions): dossier_parts.cpp.

#include "core/engine/journal/codec/dossier_payload.hpp"

#include "core/engine/journal/codec/dossier_parts.hpp"
#include "core/engine/journal/codec/scratch.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <optional>

namespace core::payload {

std::string write(const NewDossier& intake, const ProcedureVersion& version, const Dossier& made) {
    Scratch scratch;
    json::object object(&scratch.memory);
    object.reserve(12);
    put(object, "code", intake.code);
    put(object, "procedure_code", version.code);
    object.emplace("applicant", applicant_json(intake.applicant, &scratch.memory));
    put(object, "channel", to_text(intake.channel));
    put(object, "officer", intake.officer);
    put(object, "at", std::optional(intake.act_at));
    put(object, "fee_vnd", intake.fee_vnd);
    put(object, "papers", intake.components);
    put(object, "ticket", intake.ticket);
    put_decisions(object, version, made);
    return json::serialize(object);
}

Beginning read_beginning(std::string_view payload) {
    const json::value value = parsed(payload);
    const Reader in(value.get_object());
    Beginning beginning;
    beginning.procedure_code = in.text("procedure_code");
    beginning.in_force_from = in.day("in_force_from");
    beginning.intake.code = in.text("code");
    beginning.intake.applicant = read_applicant(in.object("applicant"));
    beginning.intake.channel = in.word("channel", parse_channel);
    beginning.intake.officer = in.text("officer");
    beginning.intake.act_at = in.instant("at").value_or(Instant{});
    beginning.intake.fee_vnd = in.number("fee_vnd");
    beginning.intake.components = components_of(value.get_object().if_contains("papers"));
    beginning.intake.ticket = in.text("ticket");
    return beginning;
}

std::pair<std::string, Day> read_version_key(std::string_view payload) {
    const json::value value = parsed(payload);
    const Reader in(value.get_object());
    // A register's row keeps its facts apart, the version it was judged by beside them.
    const Reader facts(in.has("row") ? in.object("row") : value.get_object());
    return {facts.text("procedure_code"), in.day("in_force_from")};
}

std::string write(const std::vector<DossierComponent>& components) {
    return components.empty() ? std::string() : json::serialize(components_json(components));
}

std::vector<DossierComponent> read_components(std::string_view text) {
    if (text.empty()) return {};
    json::error_code error;
    const json::value value = json::parse(text, error);
    if (error) damaged(text.substr(0, 60));
    return components_of(&value);
}

} // namespace core::payload
