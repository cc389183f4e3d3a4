// One of two that share import_register.cpp's work: what becomes of a row once it could be read.
//
// A row is judged by itself first, by the rules; then against the books, where its code may be
// taken: by a row of the same content, which is passed over, by another one, or by one of the same
// file. The writer learns that from the books as it writes. The judge, which writes nothing, looks
// there for what was stored before, and remembers what the file itself would have added.

#include "core/engine/import/register_books.hpp"

#include "core/domain/dossier_code.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/person_number.hpp"
#include "core/domain/phone_number.hpp"
#include "core/engine/journal/codec/register_payload.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace core {

namespace {

using Written = RegisterBooks::Written;

/// The entry with keys for its texts: what is the same to a person is the same there.
RegisterEntry with_keys(RegisterEntry entry) {
    entry.code = dossier_code_key(entry.code);
    entry.procedure_code = code_key(entry.procedure_code);
    entry.applicant.name = name_key(entry.applicant.name);
    entry.applicant.id_number = person_key(entry.applicant.id_number);
    entry.applicant.phone = phone_key(entry.applicant.phone);
    entry.applicant.address = name_key(entry.applicant.address);
    for (std::string& agency : entry.linked_agencies) agency = name_key(agency);
    entry.officer = name_key(entry.officer);
    return entry;
}

/// Nearly every row that comes again is the same text; only of another one keys are worked out.
bool is_same_content(const std::string& payload, const RegisterEntry& entry) {
    return payload::row_part(payload) == payload::write_row(entry) ||
           with_keys(payload::read_register_entry(payload)) == with_keys(entry);
}

/// A row whose code is taken by a dossier that was stored before the file.
Written
compare_with_stored(BooksView& books, const StoredDossier& stored, PreparedEntry& prepared) {
    const auto first = books.event(stored.first_event);
    // Another spelling of the code is the same code, and the stored one stays.
    RegisterEntry entry = prepared.entry;
    entry.code = stored.dossier.code;
    const bool same = first && first->act == to_text(OfficeEvent::register_entry) &&
                      is_same_content(first->payload, entry);
    if (same) return Written::already_stored;
    prepared.problems.push_back(
        {"code", {"dossier-stored-otherwise", {{"code", prepared.entry.code}}}});
    return Written::refused;
}

/// By its own series where it is of that; nearly every code is its own key.
std::string key_of_row(const std::string& agency_code, const std::string& code) {
    std::string key = dossier_code_key(code);
    if (key == code) return key;
    return own_dossier_code(agency_code, code).value_or(key);
}

Written refuse_second(PreparedEntry& prepared, const std::string& place) {
    prepared.problems.push_back(
        {"code", {"row-stands-twice", {{"code", prepared.entry.code}, {"place", place}}}});
    return Written::refused;
}

} // namespace

PreparedEntry
prepare_entry(RegisterEntry entry, const Catalogue& catalogue, const WorkingCalendar& calendar) {
    PreparedEntry prepared;
    prepared.entry = std::move(entry);
    const Day received = local_date(prepared.entry.received_at);
    const std::string& code = prepared.entry.procedure_code;
    prepared.version = catalogue.in_force(code, received);
    prepared.problems = contradictions(prepared.entry);
    if (!prepared.version) {
        prepared.problems.insert(prepared.problems.begin(),
                                 {"procedure_code", catalogue.why_not_in_force(code, received)});
    } else {
        prepared.entry.procedure_code = prepared.version->code; // another spelling is the same
    }
    if (!prepared.problems.empty()) return prepared;
    try {
        prepared.dossier = dossier_of(prepared.entry, *prepared.version, calendar);
    } catch (const BeyondCalendar& beyond) {
        prepared.problems.push_back({"received_at", beyond.message()});
        return prepared;
    }
    prepared.changes = figure_changes(prepared.dossier);
    prepared.payload = payload::write(prepared.entry, *prepared.version, prepared.dossier);
    return prepared;
}

RegisterBooks::Written RegisterBooks::meet(const StoredDossier& stored, PreparedEntry& prepared) {
    const auto first = books_.event(stored.first_event);
    if (first && first->seq >= first_own_seq_) return refuse_second(prepared, first->actor.place);
    return compare_with_stored(books_, stored, prepared);
}

RegisterBooks::Written RegisterBooks::write(PreparedEntry& prepared, const ActContext& by) {
    if (!prepared.problems.empty()) return Written::refused;
    const std::string key = key_of_row(agency_code_, prepared.entry.code);
    if (key != prepared.entry.code) {
        if (const auto stored = books_.find_dossier(key)) return meet(*stored, prepared);
    }
    NewEvent event = office_event(OfficeEvent::register_entry, prepared.entry.code, by, "",
                                  std::move(prepared.payload));
    event.act_at = prepared.entry.received_at;
    if (!begin_dossier(books_, prepared.dossier, *prepared.version, prepared.changes, event)) {
        const auto stored = books_.find_dossier(prepared.entry.code);
        assert(stored && "a code is taken by a dossier");
        return meet(*stored, prepared);
    }
    // By its key: our own next code must not be this one in another spelling.
    if (const auto parts = parse_dossier_code(agency_code_, key)) {
        int& last = code_numbers_[parts->received];
        last = std::max(last, parts->number);
    }
    return Written::added;
}

RegisterBooks::Written RegisterJudge::judge(PreparedEntry& prepared, std::string place) {
    if (!prepared.problems.empty()) return Written::refused;
    std::string key = key_of_row(agency_code_, prepared.entry.code);
    const auto before = added_.find(key);
    if (before != added_.end()) return refuse_second(prepared, before->second);
    if (const auto stored = books_.find_dossier(key))
        return compare_with_stored(books_, *stored, prepared);
    added_.emplace(std::move(key), std::move(place));
    return Written::added;
}

void RegisterBooks::finish() {
    for (const auto& [day, number] : code_numbers_) {
        if (books_.code_number(day) < number) books_.set_code_number(day, number);
    }
    code_numbers_.clear();
}

} // namespace core
