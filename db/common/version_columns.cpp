// The row of a procedure's version as a list of columns; see column.hpp for what comes of them.
// Days are yyyymmdd, the cutoff is minutes since midnight, lists are one text, joined by ";". Code
// and first day in force are what a version is known by: they never change.

#include "db/common/version_columns.hpp"

#include "db/common/count_spans.hpp"
#include "db/error.hpp"

#include <array>
#include <chrono>
#include <string>

namespace db {

using core::ProcedureVersion;
using core::TimeLimit;

namespace {

using Source = VersionSource;
using Target = VersionTarget;

constexpr ColumnsOf<Source, Target> of("procedure_version");
constexpr auto in_limit = &ProcedureVersion::limit;

constexpr auto version_id = of.other(
    "version_id",
    ColumnKind::integer,
    Written::once,
    [](const Source& from) {
        return from.version.id == 0 ? ColumnValue() : to_value(from.version.id);
    },
    [](Target& to, const ColumnValue& value) { to.version.id = number_in(value); });

constexpr auto agency_id = of.other(
    "agency_id",
    ColumnKind::integer,
    Written::once,
    [](const Source& from) { return to_value(from.agency_id); },
    nullptr);

constexpr auto cutoff = of.other(
    "cutoff_minutes",
    ColumnKind::integer,
    Written::always,
    [](const Source& from) {
        const auto& minutes = from.version.limit.cutoff;
        return minutes ? to_value(minutes->count()) : ColumnValue();
    },
    [](Target& to, const ColumnValue& value) {
        if (!is_null(value)) to.version.limit.cutoff = std::chrono::minutes{number_in(value)};
    });

constexpr auto linked_agencies = of.other(
    "linked_agencies",
    ColumnKind::text,
    Written::always,
    [](const Source& from) { return ColumnValue(join_list(from.version.linked_agencies)); },
    [](Target& to, const ColumnValue& value) {
        to.version.linked_agencies = split_stored_list(text_in(value));
    });

constexpr auto documents = of.other(
    "documents",
    ColumnKind::text,
    Written::always,
    [](const Source& from) { return ColumnValue(join_list(from.version.documents)); },
    [](Target& to, const ColumnValue& value) {
        to.version.documents = split_stored_list(text_in(value));
    });

constexpr auto effective_from = of.other(
    "effective_from",
    ColumnKind::integer,
    Written::once,
    [](const Source& from) { return to_value(span_key(Span::day, from.version.effective_from)); },
    [](Target& to, const ColumnValue& value) {
        to.version.effective_from = day_of_key(static_cast<int>(number_in(value)));
    });

constexpr auto effective_to = of.other(
    "effective_to",
    ColumnKind::integer,
    Written::always,
    [](const Source& from) {
        const auto& last = from.version.effective_to;
        return last ? to_value(span_key(Span::day, *last)) : ColumnValue();
    },
    [](Target& to, const ColumnValue& value) {
        if (!is_null(value))
            to.version.effective_to = day_of_key(static_cast<int>(number_in(value)));
    });

constexpr std::array version_list = {
    version_id,
    agency_id,
    of.text<&ProcedureVersion::code>("code", Written::once),
    of.text<&ProcedureVersion::name>("name"),
    of.text<&ProcedureVersion::field>("field"),
    of.word<core::parse_deadline_unit, in_limit, &TimeLimit::unit>("unit"),
    of.number<in_limit, &TimeLimit::half_units>("half_units"),
    cutoff,
    of.number<&ProcedureVersion::fee_vnd>("fee_vnd"),
    of.word<core::parse_online_level, &ProcedureVersion::online_level>("online_level"),
    of.word<core::parse_sector, &ProcedureVersion::sector>("sector"),
    linked_agencies,
    documents,
    of.text<&ProcedureVersion::decision>("decision"),
    effective_from,
    effective_to};

} // namespace

constinit const std::span<const Column<VersionSource, VersionTarget>> version_columns =
    version_list;

void VersionTarget::unknown_word(std::string_view word) const {
    throw_unknown_word({"place-procedure-row", {{"code", version.code}}}, word);
}

} // namespace db
