// catalogue-changed := { versions: [ version ] }
// version           := { code, name, field, unit, half_units, cutoff, fee_vnd, online_level,
//                        sector, linked_agencies, documents, decision, effective_from,
//                        effective_to }
//
// `half_units` counts half days or half hours, so that 2.5 working days are a whole number.

#include "core/engine/journal/codec/catalogue_payload.hpp"

#include "core/engine/journal/codec/json_members.hpp"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <cstdint>
#include <utility>

namespace core::payload {

std::string write(const std::vector<ProcedureVersion>& versions) {
    json::array array;
    for (const ProcedureVersion& version : versions) {
        json::object object;
        put(object, "code", version.code);
        put(object, "name", version.name);
        put(object, "field", version.field);
        put(object, "unit", to_text(version.limit.unit));
        put(object, "half_units", std::int64_t{version.limit.half_units});
        if (version.limit.cutoff) put(object, "cutoff", format_clock(*version.limit.cutoff));
        put(object, "fee_vnd", version.fee_vnd);
        put(object, "online_level", to_text(version.online_level));
        put(object, "sector", to_text(version.sector));
        put(object, "linked_agencies", version.linked_agencies);
        put(object, "documents", version.documents);
        put(object, "decision", version.decision);
        put(object, "effective_from", format_date(version.effective_from));
        if (version.effective_to) put(object, "effective_to", format_date(*version.effective_to));
        array.push_back(std::move(object));
    }
    return json::serialize(json::object{{"versions", std::move(array)}});
}

std::vector<ProcedureVersion> read_versions(std::string_view payload) {
    const json::value value = parsed(payload);
    const json::value* array = value.get_object().if_contains("versions");
    if (!array || !array->is_array()) damaged("versions");
    std::vector<ProcedureVersion> versions;
    for (const json::value& item : array->get_array()) {
        if (!item.is_object()) damaged("versions");
        const Reader in(item.get_object());
        ProcedureVersion version;
        version.code = in.text("code");
        version.name = in.text("name");
        version.field = in.text("field");
        version.limit.unit = in.word("unit", parse_deadline_unit);
        version.limit.half_units = static_cast<int>(in.number("half_units"));
        if (in.has("cutoff")) {
            const auto cutoff = parse_clock(in.text("cutoff"));
            if (!cutoff) damaged(in.text("cutoff"));
            version.limit.cutoff = *cutoff;
        }
        version.fee_vnd = in.number("fee_vnd");
        version.online_level = in.word("online_level", parse_online_level);
        version.sector = in.word("sector", parse_sector);
        version.linked_agencies = in.list("linked_agencies");
        version.documents = in.list("documents");
        version.decision = in.text("decision");
        version.effective_from = in.day("effective_from");
        if (in.has("effective_to")) version.effective_to = in.day("effective_to");
        versions.push_back(std::move(version));
    }
    return versions;
}

} // namespace core::payload
