// register-entry := { row: row, in_force_from, due_at, outcome }
// row            := { code, procedure_code, applicant_name, applicant_id, phone, address, channel,
//                     received_at, pauses, resolved_at, result, returned_at, return_channel,
//                     linked_agencies, digitised, fee_vnd, officer }
// pauses         := from "/" to? *( ";" from "/" to? )      (the last one may still be open)
//
// The row is apart from what was decided of it: a row that comes a second time is the same when its
// part is the same text, whatever the catalogue says by then.

#include "core/engine/journal/codec/register_payload.hpp"

#include "core/engine/journal/codec/dossier_parts.hpp"
#include "core/engine/journal/codec/json_members.hpp"
#include "core/engine/journal/codec/scratch.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace core::payload {

namespace {

std::string pauses_text(const std::vector<Pause>& pauses) {
    std::string text;
    for (const Pause& pause : pauses) {
        if (!text.empty()) text += ';';
        text += format_instant(pause.from) + "/";
        if (pause.to) text += format_instant(*pause.to);
    }
    return text;
}

std::vector<Pause> read_pauses(const std::string& text) {
    std::vector<Pause> pauses;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t slash = text.find('/', at);
        const std::size_t end = std::min(text.find(';', at), text.size());
        if (slash == std::string::npos || slash > end) damaged(text);
        const auto from = parse_instant(std::string_view(text).substr(at, slash - at));
        const auto to = parse_instant(std::string_view(text).substr(slash + 1, end - slash - 1));
        if (!from || (!to && slash + 1 != end)) damaged(text);
        pauses.push_back({*from, to ? std::optional(*to) : std::nullopt});
        at = end + 1;
    }
    return pauses;
}

json::object row_json(const RegisterEntry& entry, const json::storage_ptr& storage) {
    json::object row(storage);
    row.reserve(17);
    put(row, "code", entry.code);
    put(row, "procedure_code", entry.procedure_code);
    put(row, "applicant_name", entry.applicant.name);
    put(row, "applicant_id", entry.applicant.id_number);
    put(row, "phone", entry.applicant.phone);
    put(row, "address", entry.applicant.address);
    put(row, "channel", to_text(entry.channel));
    put(row, "received_at", std::optional(entry.received_at));
    put(row, "pauses", pauses_text(entry.pauses));
    put(row, "resolved_at", entry.resolved_at);
    put(row, "result", to_text(entry.ending));
    put(row, "returned_at", entry.returned_at);
    if (entry.return_channel) put(row, "return_channel", to_text(*entry.return_channel));
    put(row, "linked_agencies", entry.linked_agencies);
    put(row, "digitised", std::int64_t{entry.digitised});
    put(row, "fee_vnd", entry.fee_vnd);
    put(row, "officer", entry.officer);
    return row;
}

} // namespace

std::string write_row(const RegisterEntry& entry) {
    Scratch scratch;
    return json::serialize(row_json(entry, &scratch.memory));
}

std::string
write(const RegisterEntry& entry, const ProcedureVersion& version, const Dossier& made) {
    Scratch scratch;
    json::object object(&scratch.memory);
    object.reserve(4);
    object.emplace("row", row_json(entry, &scratch.memory));
    put_decisions(object, version, made);
    return json::serialize(object);
}

std::string row_part(std::string_view payload) {
    const json::value value = parsed(payload);
    return json::serialize(Reader(value.get_object()).object("row"));
}

RegisterEntry read_register_entry(std::string_view payload) {
    const json::value value = parsed(payload);
    const Reader row(Reader(value.get_object()).object("row"));
    RegisterEntry entry;
    entry.code = row.text("code");
    entry.procedure_code = row.text("procedure_code");
    entry.applicant = {row.text("applicant_name"), row.text("applicant_id"), row.text("phone"),
                       row.text("address")};
    entry.channel = row.word("channel", parse_channel);
    entry.received_at = row.instant("received_at").value_or(Instant{});
    entry.pauses = read_pauses(row.text("pauses"));
    entry.resolved_at = row.instant("resolved_at");
    entry.ending = row.word("result", parse_ending);
    entry.returned_at = row.instant("returned_at");
    if (row.has("return_channel")) entry.return_channel = row.word("return_channel", parse_channel);
    entry.linked_agencies = row.list("linked_agencies");
    entry.digitised = row.number("digitised") != 0;
    entry.fee_vnd = row.number("fee_vnd");
    entry.officer = row.text("officer");
    return entry;
}

} // namespace core::payload
