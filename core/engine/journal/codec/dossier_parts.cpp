// applicant  := { name, id_number, phone, address, email, birth_date: date / year, sex }
// components := [ { name, originals, certified, copies } ]
// correction := { applicant: applicant, channel, fee_vnd, papers: components }
// attachment := { name, type, bytes, sha256 }
// decisions  := in_force_from, due_at, outcome      (members of the payload itself)
//
// The papers of a dossier are called `papers` in the journal and in the row, as they were when the
// first journal was written; the code calls them components.

#include "core/engine/journal/codec/dossier_parts.hpp"

#include <boost/json/array.hpp>

#include <cstdint>
#include <utility>

namespace core::payload {

json::object applicant_json(const Applicant& applicant, const json::storage_ptr& storage) {
    json::object object(storage);
    put(object, "name", applicant.name);
    put(object, "id_number", applicant.id_number);
    put(object, "phone", applicant.phone);
    put(object, "address", applicant.address);
    put(object, "email", applicant.email);
    if (applicant.birth) put(object, "birth_date", to_text(*applicant.birth));
    if (applicant.sex) put(object, "sex", to_text(*applicant.sex));
    return object;
}

Applicant read_applicant(const json::object& object) {
    const Reader in(object);
    Applicant applicant{in.text("name"), in.text("id_number"), in.text("phone"), in.text("address"),
                        in.text("email")};
    if (in.has("birth_date")) applicant.birth = in.word("birth_date", parse_birth_date);
    if (in.has("sex")) applicant.sex = in.word("sex", parse_sex);
    return applicant;
}

json::array components_json(const std::vector<DossierComponent>& components,
                            const json::storage_ptr& storage) {
    json::array array(storage);
    for (const DossierComponent& component : components) {
        json::object item(storage);
        put(item, "name", component.name);
        put(item, "originals", std::int64_t{component.originals});
        put(item, "certified", std::int64_t{component.certified});
        put(item, "copies", std::int64_t{component.copies});
        array.emplace_back(std::move(item));
    }
    return array;
}

void put(json::object& object,
         json::string_view key,
         const std::vector<DossierComponent>& components) {
    if (!components.empty()) object.emplace(key, components_json(components, object.storage()));
}

std::vector<DossierComponent> components_of(const json::value* value) {
    std::vector<DossierComponent> components;
    if (!value) return components;
    if (!value->is_array()) damaged("papers");
    for (const json::value& item : value->get_array()) {
        if (!item.is_object()) damaged("papers");
        const Reader in(item.get_object());
        components.push_back({in.text("name"), static_cast<int>(in.number("originals")),
                              static_cast<int>(in.number("certified")),
                              static_cast<int>(in.number("copies"))});
    }
    return components;
}

json::object correction_json(const Correction& correction) {
    // A corrected fee of 0 and an emptied list are corrections: they are written, unlike elsewhere.
    json::object object;
    if (correction.applicant) object.emplace("applicant", applicant_json(*correction.applicant));
    if (correction.channel) put(object, "channel", to_text(*correction.channel));
    if (correction.fee_vnd) object.emplace("fee_vnd", *correction.fee_vnd);
    if (correction.components) object.emplace("papers", components_json(*correction.components));
    return object;
}

Correction read_correction(const json::object& object) {
    const Reader in(object);
    Correction correction;
    if (in.has("applicant")) correction.applicant = read_applicant(in.object("applicant"));
    if (in.has("channel")) correction.channel = in.word("channel", parse_channel);
    if (in.has("fee_vnd")) correction.fee_vnd = in.number("fee_vnd");
    if (in.has("papers")) correction.components = components_of(object.if_contains("papers"));
    return correction;
}

json::object attachment_json(const Attachment& attachment) {
    json::object object;
    put(object, "name", attachment.name);
    put(object, "type", attachment.type);
    put(object, "bytes", attachment.bytes);
    put(object, "sha256", attachment.sha256);
    return object;
}

Attachment read_attachment(const json::object& object) {
    const Reader in(object);
    return {in.text("name"), in.text("type"), in.number("bytes"), in.text("sha256")};
}

void put_decisions(json::object& object, const ProcedureVersion& version, const Dossier& made) {
    object.emplace("in_force_from", format_date(version.effective_from));
    put(object, "due_at", made.due_at());
    if (made.outcome) put(object, "outcome", to_text(*made.outcome));
}

} // namespace core::payload
