// One of several that implement import.hpp: the register of a year.
//
// Reading, judging and preparing rows is most of the work and needs no books: one thread does it
// and hands the rows over a bounded queue, while this one writes. Every row is read, so that one
// pass names all that is wrong; if anything is, the command is refused at the end and undone as a
// whole.

#include "core/domain/code_damage.hpp"
#include "core/domain/names.hpp"
#include "core/domain/person_number.hpp"
#include "core/domain/phone_number.hpp"
#include "core/domain/text.hpp"
#include "core/domain/written_date.hpp"
#include "core/engine/bounded_queue.hpp"
#include "core/engine/import/import.hpp"
#include "core/engine/import/register_books.hpp"
#include "core/engine/import/row_reader.hpp"

#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <functional>
#include <utility>

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

std::optional<Pause> read_pause(RowReader& row, std::string_view text) {
    const std::size_t slash = slash_between(text);
    if (slash == std::string_view::npos) {
        row.problem(pauses, {"not-a-pause", {{"text", RowReader::shortened(text)}}});
        return std::nullopt;
    }
    const auto from = read_written_instant(text.substr(0, slash));
    const std::string to_text = trim(text.substr(slash + 1));
    if (!from) row.problem(pauses, from.error().message);
    if (to_text.empty()) return from ? std::optional(Pause{*from, std::nullopt}) : std::nullopt;
    const auto to = read_written_instant(to_text);
    if (!to) row.problem(pauses, to.error().message);
    if (!from || !to) return std::nullopt;
    return Pause{*from, *to};
}

void read_pauses(RowReader& row, RegisterEntry& entry) {
    const auto written = row.list(pauses);
    if (written.size() > most_pauses) {
        row.problem(pauses,
                    {"too-many-pauses", {{"most", static_cast<std::int64_t>(most_pauses)}}});
        return;
    }
    for (const std::string& text : written) {
        if (const auto pause = read_pause(row, text)) entry.pauses.push_back(*pause);
    }
}

std::string read_dossier_code(RowReader& row) {
    std::string written = row.required_text(code);
    auto damage = row.find_made(code);
    if (!damage && is_no_code(written)) {
        row.problem(code, "code-without-letters");
        return written;
    }
    if (!damage) damage = find_code_damage(written);
    return damage ? row.mended(code, *damage) : written;
}

std::string read_procedure_code(RowReader& row, const Catalogue& catalogue) {
    const std::string written = row.required_text(procedure_code);
    auto damage = row.find_made(procedure_code);
    if (damage && !catalogue.knows(damage->reading)) damage->reading.clear();
    if (!damage) damage = catalogue.find_damage(written);
    return damage ? row.mended(procedure_code, *damage) : written;
}

/// The entry of the current row; what cannot be read is named and left empty.
RegisterEntry read_entry(RowReader& row, const Catalogue& catalogue) {
    RegisterEntry entry;
    entry.code = read_dossier_code(row);
    if (entry.code.size() > longest_code_bytes)
        row.problem(code,
                    {"code-too-long", {{"bytes", static_cast<std::int64_t>(longest_code_bytes)}}});
    entry.procedure_code = read_procedure_code(row, catalogue);
    entry.applicant = {row.required_value<ApplicantName>(applicant_name),
                       row.value<PersonNumber>(applicant_id), row.value<PhoneNumber>(phone),
                       row.value<TextLine>(address)};
    if (const auto known = row.word(channel, parse_channel, channels.vocabulary()))
        entry.channel = *known;
    if (const auto received = row.instant(received_at)) {
        entry.received_at = *received;
    } else if (row.text(received_at).empty()) {
        row.problem(received_at, "field-empty");
    }
    read_pauses(row, entry);
    entry.resolved_at = row.instant(resolved_at);
    if (const auto ending = row.word(result, parse_ending, endings.vocabulary()))
        entry.ending = *ending;
    entry.returned_at = row.instant(returned_at);
    if (!row.text(return_channel).empty())
        entry.return_channel = row.word(return_channel, parse_channel, channels.vocabulary());
    entry.linked_agencies = split_list(row.value<OrganisationName>(linked_agencies), ';');
    entry.digitised = row.flag(digitised);
    entry.fee_vnd = row.money(fee_vnd);
    entry.officer = row.value<TextLine>(officer);
    return entry;
}

/// A row on its way from the thread that reads to the one that writes.
struct ReadRow {
    std::int64_t line = 0;
    std::int64_t position = 0;
    std::vector<RowProblem> unreadable; // not empty: the rest is not made
    PreparedEntry prepared;
    std::vector<std::string> fields; // as written; only where somebody hears of refused rows
};

/// Reads, judges and prepares the rows, one after another.
void read_rows(ImportTable& table,
               const ImportSource& source,
               const Catalogue& catalogue,
               const WorkingCalendar& calendar,
               bool with_fields,
               const BoundedQueue<ReadRow>::Put& put) {
    std::vector<RowProblem> unreadable;
    ProblemList problems([&](const RowProblem& problem) { unreadable.push_back(problem); },
                         ProblemList::no_limit);
    RowReader row(table, columns, problems, source.repair);
    std::int64_t rows = 0;
    std::int64_t at = 0;
    while (row.next_of_any_shape()) {
        if (++rows % register_progress_rows == 0) at = table.position();
        ReadRow read;
        RegisterEntry entry;
        if (row.sound()) entry = read_entry(row, catalogue);
        read.line = row.line();
        read.position = at;
        read.unreadable = std::exchange(unreadable, {});
        if (row.sound()) read.prepared = prepare_entry(std::move(entry), catalogue, calendar);
        if (with_fields) read.fields = table.fields_as_written();
        if (!put(std::move(read))) return;
    }
}

std::string summary_payload(const ImportSource& source, const ImportSummary& summary) {
    boost::json::object payload{{"file", source.file_name},
                                {"rows", summary.rows},
                                {"added", summary.added},
                                {"already_stored", summary.already_stored}};
    if (source.repair && !source.repair->counts().empty()) {
        boost::json::object repaired;
        for (const FieldRepair::Count& count : source.repair->counts())
            repaired[damage_kinds.text(count.kind)] = count.fields;
        const bool is_kept = source.repair->takes() == FieldRepair::Takes::written;
        payload[is_kept ? "kept" : "repaired"] = std::move(repaired);
    }
    return boost::json::serialize(payload);
}

/// What becomes of a row whose fields could be read; adds to its problems why it is refused.
using TakeEntry = std::function<RegisterBooks::Written(const ReadRow& row, PreparedEntry& entry)>;

RefusedRow refused_row(ReadRow& row) {
    RefusedRow refused{row.line, std::move(row.fields), std::move(row.unreadable)};
    for (ColumnProblem& problem : row.prepared.problems)
        refused.problems.push_back(
            {row.line, std::move(problem.column), std::move(problem.reason)});
    return refused;
}

/// Said of the rows that are taken: a clock may be wrong, or a year; whoever sends them decides.
void note_future(FutureRows& future, const ReadRow& row, Instant now) {
    const auto moment = find_future(row.prepared.entry, now);
    if (!moment) return;
    if (++future.count > 1) return;
    future.line = row.line;
    future.moment = *moment;
}

/// Reads the file row by row and lets `take` have them; the books are read for the rules only.
Result<RegisterPreview> take_rows(BooksView& books,
                                  const ImportSource& source,
                                  ProblemList& problems,
                                  const Progress& progress,
                                  const RefusedRows& refused,
                                  const TakeEntry& take) {
    auto table = ImportTable::open(source.file, columns, source.passed_over);
    if (!table) return table.error();
    ImportTable rows = std::move(table).value();
    if (refused.header) refused.header(rows.header());
    const Catalogue catalogue(books.procedure_versions());
    const WorkingCalendar calendar(books.office().hours, books.calendar_days());
    RegisterPreview result;
    ImportSummary& summary = result.summary;
    BoundedQueue<ReadRow> queue([&](const auto& put) {
        read_rows(rows, source, catalogue, calendar, bool(refused.row), put);
    });
    while (ReadRow* row = queue.take()) {
        ++summary.rows;
        if (progress && summary.rows % register_progress_rows == 0)
            progress(row->position, source.size_bytes);
        if (row->unreadable.empty()) {
            const auto taken = take(*row, row->prepared);
            summary.added += taken == RegisterBooks::Written::added;
            summary.already_stored += taken == RegisterBooks::Written::already_stored;
            if (taken != RegisterBooks::Written::refused) {
                note_future(summary.future, *row, source.by.recorded_at);
                continue;
            }
        }
        ++result.refused_rows;
        RefusedRow bad = refused_row(*row);
        for (const RowProblem& problem : bad.problems)
            problems.add(problem.line, problem.column, problem.reason);
        if (refused.row) refused.row(std::move(bad));
    }
    summary.blank_rows = rows.blank_rows();
    summary.blank_columns = rows.blank_columns();
    summary.passed_columns = rows.passed_over();
    return result;
}

/// Where a row stands, as the journal names it.
std::string place_of(const ImportSource& source, const ReadRow& row) {
    return source.file_name + ":" + std::to_string(row.line);
}

} // namespace

Result<ImportSummary> import_register(Books& books,
                                      const ImportSource& source,
                                      ProblemList& problems,
                                      const Progress& progress) {
    RegisterBooks writer(books);
    ActContext by = source.by;
    auto taken = take_rows(books, source, problems, progress, {},
                           [&](const ReadRow& row, PreparedEntry& entry) {
                               by.actor.place = place_of(source, row);
                               return writer.write(entry, by);
                           });
    if (!taken) return taken.error();
    if (problems.count() > 0) return problems.refusal(source.file_name);
    const ImportSummary& summary = taken->summary;
    writer.finish();
    if (summary.added > 0) {
        books.append(office_event(OfficeEvent::register_imported, "register", source.by,
                                  source.reason, summary_payload(source, summary)));
    }
    return summary;
}

Result<RegisterPreview> preview_register(BooksView& books,
                                         const ImportSource& source,
                                         ProblemList& problems,
                                         const Progress& progress,
                                         const RefusedRows& refused) {
    RegisterJudge judge(books);
    return take_rows(books, source, problems, progress, refused,
                     [&](const ReadRow& row, PreparedEntry& entry) {
                         return judge.judge(entry, place_of(source, row));
                     });
}

} // namespace core
