#include "core/domain/dossier_code.hpp"
#include "core/domain/text.hpp"
#include "core/engine/import.hpp"
#include "core/engine/payload.hpp"
#include "core/engine/row_reader.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <istream>

namespace core {

namespace {

enum Column : std::size_t {
    code,
    procedure_code,
    applicant_name,
    applicant_id,
    phone,
    address,
    channel,
    received_at,
    pauses,
    resolved_at,
    result,
    returned_at,
    return_channel,
    linked_agencies,
    digitised,
    fee_vnd,
    officer
};

const std::vector<std::string> columns = {
    "code",           "procedure_code",  "applicant_name", "applicant_id", "phone",  "address",
    "channel",        "received_at",     "pauses",         "resolved_at",  "result", "returned_at",
    "return_channel", "linked_agencies", "digitised",      "fee_vnd",      "officer"};

constexpr std::size_t longest_code_bytes = 64;
constexpr std::size_t most_pauses = 200;
constexpr std::int64_t rows_between_progress = 2'000;

std::optional<Pause> read_pause(RowReader& row, std::string_view text) {
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) {
        row.problem(pauses, RowReader::quoted(text) + " is not a pause FROM/TO");
        return std::nullopt;
    }
    const auto from = parse_instant(text.substr(0, slash));
    const auto to_text = text.substr(slash + 1);
    if (!from) row.problem(pauses, from.error().message);
    if (to_text.empty()) return from ? std::optional(Pause{*from, std::nullopt}) : std::nullopt;
    const auto to = parse_instant(to_text);
    if (!to) row.problem(pauses, to.error().message);
    if (!from || !to) return std::nullopt;
    return Pause{*from, *to};
}

void read_pauses(RowReader& row, RegisterEntry& entry) {
    const auto written = row.list(pauses);
    if (written.size() > most_pauses) {
        row.problem(pauses, "has more than " + std::to_string(most_pauses) + " pauses");
        return;
    }
    for (const std::string& text : written) {
        if (const auto pause = read_pause(row, text)) entry.pauses.push_back(*pause);
    }
}

/// The entry of the current row; what cannot be read is named and left empty.
RegisterEntry read_entry(RowReader& row) {
    RegisterEntry entry;
    entry.code = row.required_text(code);
    if (entry.code.size() > longest_code_bytes) row.problem(code, "is longer than 64 bytes");
    entry.procedure_code = row.required_text(procedure_code);
    entry.applicant = {row.text(applicant_name), row.text(applicant_id), row.text(phone),
                       row.text(address)};
    constexpr const char* channels = "online, in_person, postal";
    if (const auto known = row.word(channel, parse_channel, channels)) entry.channel = *known;
    if (const auto received = row.instant(received_at)) {
        entry.received_at = *received;
    } else if (row.text(received_at).empty()) {
        row.problem(received_at, "is empty");
    }
    read_pauses(row, entry);
    entry.resolved_at = row.instant(resolved_at);
    if (const auto ending = row.word(result, parse_ending, "approved, rejected, withdrawn"))
        entry.ending = *ending;
    entry.returned_at = row.instant(returned_at);
    if (!row.text(return_channel).empty())
        entry.return_channel = row.word(return_channel, parse_channel, channels);
    entry.linked_agencies = row.list(linked_agencies);
    entry.digitised = row.flag(digitised);
    entry.fee_vnd = row.money(fee_vnd);
    entry.officer = row.text(officer);
    return entry;
}

std::int64_t position(const ImportSource& source) {
    const auto at = source.input.tellg();
    return at < 0 ? source.size_bytes : static_cast<std::int64_t>(at);
}

std::string summary_payload(const ImportSource& source, const ImportSummary& summary) {
    return boost::json::serialize(boost::json::value{{"file", source.file_name},
                                                     {"rows", summary.rows},
                                                     {"added", summary.added},
                                                     {"already_stored", summary.already_stored}});
}

} // namespace

RegisterBooks::Written RegisterBooks::write(const RegisterEntry& entry,
                                            const Circumstances& circumstances,
                                            std::vector<ColumnProblem>& problems) {
    const Day received = local_date(entry.received_at);
    const ProcedureVersion* version = catalogue_.in_force(entry.procedure_code, received);
    if (!version) {
        problems.push_back({"procedure_code", catalogue_.knows(entry.procedure_code)
                                                  ? "no version of " + entry.procedure_code +
                                                        " is in force on " + format_date(received)
                                                  : RowReader::quoted(entry.procedure_code) +
                                                        " is not in the catalogue"});
    }
    auto contradicting = contradictions(entry);
    problems.insert(problems.end(), contradicting.begin(), contradicting.end());
    if (!problems.empty()) return Written::refused;

    try {
        const Dossier dossier = dossier_of(entry, *version, calendar_);
        NewEvent event = office_event(acts::register_entry, entry.code, circumstances, "",
                                      payload::write(entry, *version, dossier));
        event.act_at = entry.received_at;
        if (!begin_dossier(books_, dossier, *version, event))
            return compare_with_stored(entry, problems);
    } catch (const BeyondCalendar& beyond) {
        problems.push_back({"received_at", beyond.what()});
        return Written::refused;
    }
    if (const auto parts = parse_dossier_code(agency_code_, entry.code)) {
        int& last = code_numbers_[parts->received];
        last = std::max(last, parts->number);
    }
    return Written::added;
}

RegisterBooks::Written RegisterBooks::compare_with_stored(const RegisterEntry& entry,
                                                          std::vector<ColumnProblem>& problems) {
    const auto stored = books_.find_dossier(entry.code);
    const auto first = books_.event(stored->first_event);
    if (first && first->seq >= first_own_seq_) {
        problems.push_back({"code", RowReader::quoted(entry.code) + " stands twice: also at " +
                                        first->actor.place});
        return Written::refused;
    }
    const bool same = first && first->act == acts::register_entry &&
                      payload::row_part(first->payload) == payload::write_row(entry);
    if (same) return Written::already_stored;
    problems.push_back(
        {"code", RowReader::quoted(entry.code) + " is already stored with other content"});
    return Written::refused;
}

void RegisterBooks::finish() {
    for (const auto& [day, number] : code_numbers_) {
        if (books_.code_number(day) < number) books_.set_code_number(day, number);
    }
    code_numbers_.clear();
}

Result<ImportSummary> import_register(Books& books,
                                      const ImportSource& source,
                                      ProblemList& problems,
                                      const Progress& progress) {
    auto table = CsvTable::open(source.input, columns);
    if (!table) return table.error();
    const Catalogue catalogue(books.procedure_versions());
    const WorkingCalendar calendar(books.office().hours, books.calendar_days());
    RegisterBooks writer(books, catalogue, calendar);
    CsvTable rows = std::move(table).value();
    RowReader row(rows, columns, problems);

    ImportSummary summary;
    Circumstances circumstances = source.circumstances;
    std::vector<ColumnProblem> refusals;
    while (row.next()) {
        ++summary.rows;
        if (progress && summary.rows % rows_between_progress == 0)
            progress(position(source), source.size_bytes);
        const RegisterEntry entry = read_entry(row);
        if (!row.sound()) continue;
        circumstances.actor.place = source.file_name + ":" + std::to_string(row.line());
        refusals.clear();
        const auto written = writer.write(entry, circumstances, refusals);
        for (auto& refusal : refusals) row.problem(refusal.column, refusal.reason);
        summary.added += written == RegisterBooks::Written::added;
        summary.already_stored += written == RegisterBooks::Written::already_stored;
    }
    if (problems.count() > 0) {
        return Error{ErrorCode::invalid_input,
                     show_count(problems.count()) + " problems in " + source.file_name +
                         ": nothing was stored; mend them and import the file again"};
    }
    writer.finish();
    if (summary.added > 0) {
        books.append(office_event(acts::register_imported, "register", source.circumstances,
                                  source.reason, summary_payload(source, summary)));
    }
    return summary;
}

} // namespace core
