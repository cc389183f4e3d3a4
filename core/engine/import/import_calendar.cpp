// One of several that implement import.hpp: the calendar, and the due dates that move with it.
//
// A file is judged as a whole before anything is written; preview and import share all of that.
// Then every open dossier whose due date is another one under the new calendar gets an act of its
// own (`move-due`), so that its history says when and why. Suspended ones have no due date now:
// resuming computes it by the calendar of that day.

#include "core/domain/dossier_life.hpp"
#include "core/domain/names.hpp"
#include "core/engine/import/import.hpp"
#include "core/engine/import/row_reader.hpp"
#include "core/engine/journal/codec/act_payload.hpp"
#include "core/engine/journal/codec/calendar_payload.hpp"

#include <algorithm>
#include <cassert>

namespace core {

namespace {

enum Column : std::size_t { date, kind, name };

const std::vector<std::string> columns = {"date", "kind", "name"};

/// Two rows of one date must agree; their names are kept both.
void take(RowReader& row, CalendarDays& read, Day day, CalendarDay special) {
    const auto [place, added] = read.emplace(day, special);
    if (added) return;
    CalendarDay& first = place->second;
    if (first.kind != special.kind) {
        row.problem(date, {"calendar-day-contradicts", {{"date", day}}});
    } else if (first.name != special.name) {
        first.name += "; " + special.name;
    }
}

CalendarDays read_days(RowReader& row, ImportSummary& summary) {
    CalendarDays read;
    while (row.next()) {
        ++summary.rows;
        const auto day = row.date(date);
        if (!day && row.text(date).empty()) row.problem(date, "field-empty");
        const auto known = row.word(kind, parse_day_kind, day_kinds.vocabulary());
        const std::string text = row.value_with_dates<TextLine>(name);
        if (row.sound()) take(row, read, *day, {*known, text});
    }
    return read;
}

/// An open dossier whose due date moves, and where to.
struct Moving {
    StoredDossier stored;
    std::optional<Instant> due;
};

std::vector<Moving>
find_moving(BooksView& books, const Catalogue& catalogue, const WorkingCalendar& calendar) {
    std::vector<Moving> moving;
    books.each_dossier(BooksView::Which::open, [&](const StoredDossier& stored) {
        const Dossier& dossier = stored.dossier;
        if (dossier.state != DossierState::in_progress) return true; // has no due date now
        const ProcedureVersion* version = catalogue.by_id(dossier.procedure_version);
        assert(version);
        if (version->limit.unit == DeadlineUnit::none) return true;
        const auto pauses = dossier.pauses();
        const auto due =
            compute_deadline(calendar, version->limit, *dossier.received_at, pauses).due_at;
        if (due != dossier.due_at()) moving.push_back({stored, due});
        return true;
    });
    return moving;
}

std::vector<MovedDeadline> moved_of(const std::vector<Moving>& moving, const Catalogue& catalogue) {
    std::vector<MovedDeadline> moved;
    for (const auto& [stored, due] : moving) {
        const Dossier& dossier = stored.dossier;
        moved.push_back({dossier.code, catalogue.by_id(dossier.procedure_version)->code,
                         dossier.due_at(), due});
    }
    return moved;
}

/// What a file makes of the calendar.
struct CalendarChange {
    ImportSummary summary; // without what moves
    CalendarDays after;
};

/// Counts and lists what differs.
CalendarChange
compare(const CalendarDays& before, const CalendarDays& read, CalendarImport how, ImportSummary s) {
    CalendarChange change{std::move(s), how == CalendarImport::add_days ? before : CalendarDays{}};
    ImportSummary& summary = change.summary;
    for (const auto& [day, special] : read) {
        const auto stored = before.find(day);
        if (stored == before.end()) {
            ++summary.added;
            summary.days.push_back({day, std::nullopt, special});
        } else if (stored->second == special) {
            ++summary.already_stored;
        } else {
            ++summary.changed;
            summary.days.push_back({day, stored->second, special});
        }
        change.after[day] = special;
    }
    for (const auto& [day, special] : before) {
        if (!change.after.contains(day)) summary.days.push_back({day, special, std::nullopt});
    }
    std::sort(summary.days.begin(), summary.days.end(),
              [](const ChangedDay& a, const ChangedDay& b) { return a.day < b.day; });
    return change;
}

Result<CalendarChange>
judge(BooksView& books, const ImportSource& source, CalendarImport how, ProblemList& problems) {
    auto table = ImportTable::open(source.file, columns);
    if (!table) return table.error();
    ImportTable rows = std::move(table).value();
    RowReader row(rows, columns, problems);
    ImportSummary summary;
    const CalendarDays read = read_days(row, summary);
    summary.blank_rows = rows.blank_rows();
    summary.blank_columns = rows.blank_columns();
    if (problems.count() > 0) return problems.refusal(source.file_name);
    return compare(books.calendar_days(), read, how, std::move(summary));
}

} // namespace

std::vector<MovedDeadline> move_deadlines(Books& books,
                                          const WorkingCalendar& calendar,
                                          const ActContext& by,
                                          const std::string& reason) {
    const Catalogue catalogue(books.procedure_versions());
    const std::vector<Moving> moving = find_moving(books, catalogue, calendar);
    for (const auto& [stored, due] : moving) {
        const ProcedureVersion& version = *catalogue.by_id(stored.dossier.procedure_version);
        const ActRequest request{std::max(by.recorded_at, stored.dossier.last_act_at), reason,
                                 requests::MoveDue{due}};
        const auto after = perform(stored.dossier, request, {calendar, version});
        assert(after && "a running dossier's due date can be moved");
        NewEvent event = office_event(to_text(Act::move_due), stored.dossier.code, by, reason,
                                      payload::write(request, *after));
        event.act_at = request.act_at;
        continue_dossier(books, stored, *after, version, std::move(event));
    }
    return moved_of(moving, catalogue);
}

Result<ImportSummary> preview_calendar(BooksView& books,
                                       const ImportSource& source,
                                       CalendarImport how,
                                       ProblemList& problems) {
    auto judged = judge(books, source, how, problems);
    if (!judged) return judged.error();
    auto [summary, after] = std::move(judged).value();
    if (summary.days.empty()) return summary;
    const Catalogue catalogue(books.procedure_versions());
    const WorkingCalendar calendar(books.office().hours, std::move(after));
    summary.moved = moved_of(find_moving(books, catalogue, calendar), catalogue);
    return summary;
}

Result<ImportSummary> import_calendar(Books& books,
                                      const ImportSource& source,
                                      CalendarImport how,
                                      ProblemList& problems) {
    auto judged = judge(books, source, how, problems);
    if (!judged) return judged.error();
    auto [summary, after] = std::move(judged).value();
    if (summary.days.empty()) return summary;
    books.put_calendar(after);
    books.append(office_event(OfficeEvent::calendar_changed, "calendar", source.by, source.reason,
                              payload::write(after)));
    // No due date moves without a reason.
    const std::string& reason = !source.reason.empty()         ? source.reason
                                : !source.usual_reason.empty() ? source.usual_reason
                                                               : source.file_name;
    summary.moved = move_deadlines(books, WorkingCalendar(books.office().hours, std::move(after)),
                                   source.by, reason);
    return summary;
}

} // namespace core
