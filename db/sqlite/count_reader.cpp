// Counts for reports. "All days before a date" is the sum of a few rows of years, months, ten-day
// spans and days (count_spans.cpp says which); a period is the difference of two such sums, and
// costs the same however many dossiers there are. To each sum come the changes that were not yet
// added up; late counts come to the period alone, when their day and the day they were known are in
// it.

#include "db/sqlite/count_reader.hpp"

#include "db/common/count_spans.hpp"
#include "db/error.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/postponed_counts.hpp"

#include <map>
#include <string>

namespace db {

using core::Counts;
using core::Figure;
using core::figure_count;

namespace {

std::string figure_columns() {
    std::string columns;
    for (std::size_t i = 0; i < figure_count; ++i)
        columns += ", " + std::string(to_text(static_cast<Figure>(i)));
    return columns;
}

std::string range_sql(Span span) {
    const std::string column(column_of(span));
    return "SELECT group_id" + figure_columns() + " FROM " + std::string(table_of(span)) +
           " WHERE agency_id = ? AND grouping = ? AND " + column + " >= ? AND " + column + " < ?";
}

/// Sums by group id, which are small numbers given out in a row.
class Sums {
public:
    Counts& of(std::int64_t group) {
        const auto index = static_cast<std::size_t>(group);
        if (index >= sums_.size()) sums_.resize(index + 64);
        return sums_[index];
    }

private:
    std::vector<Counts> sums_;
};

void add_row(const Statement& row, int first_column, int sign, Counts& sum) {
    for (std::size_t i = 0; i < figure_count; ++i) {
        sum[static_cast<Figure>(i)] += sign * row.column_int(first_column + static_cast<int>(i));
    }
}

void sum_days_before(Connection& connection,
                     std::int64_t agency,
                     std::string_view grouping,
                     core::Day end,
                     Sums& sums) {
    static const std::map<Span, std::string> sql = [] {
        std::map<Span, std::string> made;
        for (const Span span : all_spans) made.emplace(span, range_sql(span));
        return made;
    }();
    for (const SpanRange& range : days_before(end)) {
        auto rows = connection.use(sql.at(range.span));
        rows->bind_all(agency, grouping, range.from, range.until);
        while (rows->step()) add_row(*rows, 1, range.sign, sums.of(rows->column_int(0)));
    }
}

/// What was not yet added up: `before` takes the days before the period, `until` all to its end.
void add_postponed(Connection& connection,
                   std::int64_t agency,
                   core::Day first,
                   core::Day last,
                   Sums& before,
                   Sums& until) {
    each_postponed_count(connection, agency, [&](const CountChange& change) {
        // Of all groupings: their ids are apart, and only those asked for are read out.
        if (change.day < first) before.of(change.group)[change.figure] += change.number;
        if (change.day <= last) until.of(change.group)[change.figure] += change.number;
    });
}

/// Late counts whose day is in the period and which were known by its end.
void add_late(Connection& connection,
              std::int64_t agency,
              std::string_view grouping,
              core::Day first,
              core::Day last,
              Sums& within) {
    auto rows = connection.use("SELECT group_id, figure, number FROM late_count WHERE agency_id = "
                               "? AND grouping = ? AND day >= ? AND day <= ? AND known_from <= ?");
    rows->bind_all(agency, grouping, span_key(Span::day, first), span_key(Span::day, last),
                   span_key(Span::day, last));
    while (rows->step()) {
        for (std::size_t i = 0; i < figure_count; ++i) {
            const auto figure = static_cast<Figure>(i);
            if (rows->column_text(1) == to_text(figure))
                within.of(rows->column_int(0))[figure] += rows->column_int(2);
        }
    }
}

} // namespace

std::vector<core::GroupCounts> read_counts(Connection& connection,
                                           core::AgencyId agency_id,
                                           std::optional<core::GroupBy> by,
                                           core::Day first,
                                           core::Day last) {
    const auto agency = static_cast<std::int64_t>(agency_id);
    const std::string_view grouping = by ? to_text(*by) : core::grouping_of_all;
    Sums before;
    Sums until;
    Sums late;
    sum_days_before(connection, agency, grouping, first, before);
    sum_days_before(connection, agency, grouping, last + std::chrono::days{1}, until);
    add_postponed(connection, agency, first, last, before, until);
    add_late(connection, agency, grouping, first, last, late);

    std::vector<core::GroupCounts> groups;
    auto rows = connection.use("SELECT group_id, key FROM count_group "
                               "WHERE agency_id = ? AND grouping = ?");
    rows->bind_all(agency, grouping);
    while (rows->step()) {
        const std::int64_t id = rows->column_int(0);
        core::GroupCounts group{rows->column_string(1), before.of(id), until.of(id)};
        for (std::size_t i = 0; i < figure_count; ++i) {
            const auto figure = static_cast<Figure>(i);
            group.within[figure] += late.of(id)[figure] - group.before[figure];
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

namespace {

template <Span span>
core::Day first_day_of(core::Day day) {
    return first_day(span, span_key(span, day));
}

Span span_of(const core::CountTable& table) {
    for (const Span span : all_spans) {
        if (table.name == table_of(span)) return span;
    }
    throw Error({"db-no-count-table", {{"table", table.name}}});
}

} // namespace

std::vector<core::CountTable> count_tables() {
    return {{std::string(table_of(Span::day)), first_day_of<Span::day>},
            {std::string(table_of(Span::dekad)), first_day_of<Span::dekad>},
            {std::string(table_of(Span::month)), first_day_of<Span::month>},
            {std::string(table_of(Span::year)), first_day_of<Span::year>}};
}

namespace {

using RowKey = std::pair<std::int64_t, int>; // group and span

/// What was not yet added up, as rows of a table.
std::map<RowKey, Counts> postponed_rows(Connection& connection, std::int64_t agency, Span span) {
    std::map<RowKey, Counts> rows;
    each_postponed_count(connection, agency, [&](const CountChange& change) {
        rows[{change.group, span_key(span, change.day)}][change.figure] += change.number;
    });
    return rows;
}

void visit_unless_zero(const core::StoredCount& count,
                       const std::function<void(const core::StoredCount&)>& visit) {
    if (!count.counts.is_zero()) visit(count);
}

} // namespace

void read_each_count(Connection& connection,
                     core::AgencyId agency_id,
                     const core::CountTable& table,
                     const std::function<void(const core::StoredCount&)>& visit) {
    const auto agency = static_cast<std::int64_t>(agency_id);
    const Span span = span_of(table);
    auto postponed = postponed_rows(connection, agency, span);
    Statement rows(connection, "SELECT grouping, ifnull(key, '(no such group)'), group_id, " +
                                   std::string(column_of(span)) + figure_columns() + " FROM " +
                                   table.name +
                                   " LEFT JOIN count_group USING (agency_id, group_id, grouping) "
                                   "WHERE agency_id = ?");
    rows.bind(1, agency);
    while (rows.step()) {
        const int key = static_cast<int>(rows.column_int(3));
        core::StoredCount count{
            rows.column_string(0), rows.column_string(1), first_day(span, key), {}};
        add_row(rows, 4, 1, count.counts);
        const auto more = postponed.find({rows.column_int(2), key});
        if (more == postponed.end()) {
            visit(count);
            continue;
        }
        count.counts += more->second;
        postponed.erase(more);
        visit_unless_zero(count, visit);
    }
    for (const auto& [key, counts] : postponed) {
        auto group = connection.use("SELECT grouping, key FROM count_group WHERE agency_id = ? "
                                    "AND group_id = ?");
        group->bind_all(agency, key.first);
        const bool known = group->step();
        visit_unless_zero({known ? group->column_string(0) : "(no such group)",
                           known ? group->column_string(1) : std::to_string(key.first),
                           first_day(span, key.second), counts},
                          visit);
    }
}

void read_each_late_count(Connection& connection,
                          core::AgencyId agency,
                          const std::function<void(const core::StoredLateCount&)>& visit) {
    Statement rows(connection, "SELECT grouping, ifnull(key, '(no such group)'), day, known_from, "
                               "figure, number FROM late_count LEFT JOIN count_group USING "
                               "(agency_id, group_id, grouping) WHERE agency_id = ?");
    rows.bind(1, static_cast<std::int64_t>(agency));
    while (rows.step()) {
        visit({rows.column_string(0), rows.column_string(1),
               day_of_key(static_cast<int>(rows.column_int(2))),
               day_of_key(static_cast<int>(rows.column_int(3))), rows.column_string(4),
               rows.column_int(5)});
    }
}

} // namespace db
