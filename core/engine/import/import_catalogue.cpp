// One of several that implement import.hpp: the catalogue of procedures.
//
// A version is known by its code and first day in force. What deadlines and figures depend on may
// not change once a dossier has the version: it would change what was already promised and
// reported. Names, fees and decisions may.

#include "core/domain/code_damage.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/names.hpp"
#include "core/domain/text.hpp"
#include "core/engine/import/import.hpp"
#include "core/engine/import/row_reader.hpp"
#include "core/engine/journal/codec/catalogue_payload.hpp"
#include "core/engine/office/procedure_lists.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace core {

namespace {

enum Column : std::size_t {
    code,
    name,
    field,
    duration,
    unit,
    cutoff,
    fee_vnd,
    online_level,
    sector,
    linked_agencies,
    documents,
    decision,
    effective_from,
    effective_to
};

const std::vector<std::string> columns = {
    "code",      "name",     "field",          "duration",    "unit",
    "cutoff",    "fee_vnd",  "online_level",   "sector",      "linked_agencies",
    "documents", "decision", "effective_from", "effective_to"};

std::string joined(const std::vector<std::string>& list) {
    std::string text;
    for (const std::string& each : list) text += (text.empty() ? "" : "; ") + each;
    return text;
}

/// What the column holds of the version.
std::string written(const ProcedureVersion& version, std::size_t column) {
    const std::optional<std::chrono::minutes>& at = version.limit.cutoff;
    switch (column) {
    case code:
        return version.code;
    case name:
        return version.name;
    case field:
        return version.field;
    case duration:
        return format_half_units(version.limit.half_units);
    case unit:
        return std::string(to_text(version.limit.unit));
    case cutoff:
        return at ? format_clock(*at) : "";
    case fee_vnd:
        return std::to_string(version.fee_vnd);
    case online_level:
        return std::string(to_text(version.online_level));
    case sector:
        return std::string(to_text(version.sector));
    case linked_agencies:
        return joined(version.linked_agencies);
    case documents:
        return joined(version.documents);
    case decision:
        return version.decision;
    case effective_from:
        return format_date(version.effective_from);
    case effective_to:
        return version.effective_to ? format_date(*version.effective_to) : "";
    default:
        return {};
    }
}

/// As it was typed, `2.5`, where a spreadsheet made the second of May of it.
std::optional<FieldDamage> find_made_duration(const RowReader& row, DeadlineUnit unit) {
    auto damage = row.find_made(duration);
    if (!damage) return std::nullopt;
    std::ranges::replace(damage->reading, '/', '.');
    if (!parse_half_units(damage->reading, unit)) damage->reading.clear();
    return damage;
}

int read_duration(RowReader& row, DeadlineUnit unit) {
    std::string written = row.text(duration);
    if (const auto damage = find_made_duration(row, unit)) {
        written = row.mended(duration, *damage);
        if (written.empty()) return 0;
    }
    if (const auto half_units = parse_half_units(written, unit)) return *half_units;
    row.problem(duration, {"not-a-duration",
                           {{"text", RowReader::shortened(written)},
                            {"unit", Term{"unit", std::string(to_text(unit))}}}});
    return 0;
}

TimeLimit read_limit(RowReader& row) {
    TimeLimit limit;
    const auto known = row.word(unit, parse_deadline_unit, deadline_units.vocabulary());
    if (!known) return limit;
    limit.unit = *known;
    limit.half_units = read_duration(row, limit.unit);
    limit.cutoff = row.clock(cutoff);
    return limit;
}

/// A code that the office has already is its own, whatever it looks like.
std::string read_code(RowReader& row, const Catalogue& stored) {
    std::string written = row.required_text(code);
    auto damage = row.find_made(code);
    if (damage && !stored.knows(damage->reading)) damage->reading.clear();
    if (!damage && (written.empty() || stored.knows(written))) return written;
    if (!damage && is_no_code(written)) {
        row.problem(code, "code-without-letters");
        return written;
    }
    if (!damage) damage = find_procedure_code_damage(written);
    return damage ? row.mended(code, *damage) : written;
}

ProcedureVersion read_version(RowReader& row, const Catalogue& stored) {
    ProcedureVersion version;
    version.code = read_code(row, stored);
    version.name = row.required_value<OrganisationName>(name);
    version.field = row.required_value<OrganisationName>(field);
    version.limit = read_limit(row);
    version.fee_vnd = row.money(fee_vnd);
    if (const auto level = row.word(online_level, parse_online_level, online_levels.vocabulary()))
        version.online_level = *level;
    if (const auto known = row.word(sector, parse_sector, sectors.vocabulary()))
        version.sector = *known;
    version.linked_agencies = split_list(row.value<OrganisationName>(linked_agencies), ';');
    version.documents = split_list(row.value<TextLine>(documents), ';');
    version.decision = row.value_with_dates<TextLine>(decision);
    const auto from = row.date(effective_from);
    if (from) version.effective_from = *from;
    if (!from && row.text(effective_from).empty()) row.problem(effective_from, "field-empty");
    version.effective_to = row.date(effective_to);
    if (from && version.effective_to && *version.effective_to < *from)
        row.problem(effective_to, "version-ends-before-start");
    return version;
}

/// What deadlines and figures depend on.
bool same_rules(const ProcedureVersion& a, const ProcedureVersion& b) {
    return a.field == b.field && a.limit == b.limit && a.online_level == b.online_level &&
           a.linked_agencies.empty() == b.linked_agencies.empty();
}

class CatalogueImport {
public:
    /// `stored` must outlive it.
    CatalogueImport(BooksView& books, const Catalogue& stored) : books_(books) {
        for (const ProcedureVersion& version : stored.versions()) {
            std::string key = code_key(version.code);
            spellings_.insert_or_assign(key, version.code);
            stored_.emplace(std::pair(std::move(key), version.effective_from), &version);
        }
    }

    void take(RowReader& row, ProcedureVersion version, ImportSummary& summary) {
        std::pair key(code_key(version.code), version.effective_from);
        // Another spelling is the same procedure, and the first one stays.
        version.code = spellings_.try_emplace(key.first, version.code).first->second;
        if (!seen_.insert(key).second) {
            row.problem(code, {"version-stands-twice",
                               {{"code", RowReader::shortened(version.code)},
                                {"from", version.effective_from}}});
            return;
        }
        const ProcedureVersion* before = find(key);
        if (!before) {
            ++summary.added;
            summary.versions.push_back({std::nullopt, std::move(version)});
            return;
        }
        version.id = before->id;
        if (version == *before) {
            ++summary.already_stored;
            return;
        }
        if (!same_rules(version, *before) && books_.is_version_used(before->id)) {
            row.problem(code, {"version-has-dossiers",
                               {{"code", RowReader::shortened(version.code)},
                                {"from", version.effective_from}}});
            return;
        }
        ++summary.changed;
        summary.versions.push_back({*before, std::move(version)});
    }

private:
    /// A version by its code's key and first date.
    using Key = std::pair<std::string, Day>;

    const ProcedureVersion* find(const Key& key) const {
        const auto found = stored_.find(key);
        return found == stored_.end() ? nullptr : found->second;
    }

    BooksView& books_;
    std::map<std::string, std::string> spellings_; // by key
    std::map<Key, const ProcedureVersion*> stored_;
    std::set<Key> seen_;
};

} // namespace

std::vector<ChangedColumn> changed_columns(const ProcedureVersion& before,
                                           const ProcedureVersion& after) {
    std::vector<ChangedColumn> changed;
    const bool closed = is_closed(before, after);
    for (std::size_t column = 0; column < columns.size(); ++column) {
        if (closed && column == effective_to) continue;
        std::string was = written(before, column);
        std::string is = written(after, column);
        if (was != is) changed.push_back({columns[column], std::move(was), std::move(is)});
    }
    return changed;
}

Result<ImportSummary>
preview_catalogue(BooksView& books, const ImportSource& source, ProblemList& problems) {
    auto table = ImportTable::open(source.file, columns);
    if (!table) return table.error();
    ImportTable rows = std::move(table).value();
    RowReader row(rows, columns, problems, source.repair);
    const Catalogue stored(books.procedure_versions());
    CatalogueImport import(books, stored);

    ImportSummary summary;
    while (row.next()) {
        ++summary.rows;
        ProcedureVersion version = read_version(row, stored);
        if (row.sound()) import.take(row, std::move(version), summary);
    }
    summary.blank_rows = rows.blank_rows();
    summary.blank_columns = rows.blank_columns();
    if (problems.count() > 0) return problems.refusal(source.file_name);
    return summary;
}

Result<ImportSummary>
import_catalogue(Books& books, const ImportSource& source, ProblemList& problems) {
    auto summary = preview_catalogue(books, source, problems);
    if (!summary || summary->versions.empty()) return summary;
    std::vector<ProcedureVersion> changed;
    for (const ChangedVersion& version : summary->versions) changed.push_back(version.after);
    for (const ProcedureVersion& version : changed) books.put_version(version);
    books.append(office_event(OfficeEvent::catalogue_changed, "catalogue", source.by, source.reason,
                              payload::write(changed)));
    return summary;
}

} // namespace core
