// The counts of a transaction. A cell is a group (total, a field, a procedure …) and a day, with
// one number for each figure. A dossier changes six groups; thousands of dossiers change the same
// few cells. So changes go
//
//   pending_ (the command at hand)  --accept()-->  cells_ (the transaction)
//   cells_  --postpone()-->   one row of `count_change`, added up by a later transaction
//   cells_  --write_out()-->  day_count, and summed up dekad_count, month_count, year_count
//
// Rows that become zero in all figures are removed: a store that only ever grew would differ from
// one made anew from the journal, and verification compares the two.
// Figures known later than their day go to `late_count` at once: they are few.

#include "db/sqlite/count_ledger.hpp"

#include "db/error.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/postponed_counts.hpp"

#include <algorithm>
#include <cassert>
#include <map>

namespace db {

using core::Counts;
using core::Day;
using core::Figure;
using core::figure_count;

namespace {

std::uint64_t cell_key(std::uint32_t group, Day day) {
    return (std::uint64_t{group} << 32) | static_cast<std::uint32_t>(core::day_number(day));
}

std::uint32_t group_of(std::uint64_t cell) { return static_cast<std::uint32_t>(cell >> 32); }

Day day_of(std::uint64_t cell) {
    return core::day_from_number(static_cast<std::int32_t>(cell & 0xffff'ffff));
}

/// Whether a row can't have become all zero: what is counted is never negative in sum, but for
/// the stocks, where what leaves may meet what entered.
template <typename Cell>
bool surely_leaves_something(const Cell& change) {
    for (std::size_t i = 0; i < figure_count; ++i) {
        const auto figure = static_cast<Figure>(i);
        if (figure != Figure::suspended && figure != Figure::overdue && change[i] > 0) return true;
    }
    return false;
}

/// The statements of one table, put together once.
struct SpanSql {
    std::string upsert;
    std::string remove_zero;
};

SpanSql make_sql(Span span) {
    std::string columns;
    std::string values;
    std::string sums;
    std::string zeros;
    for (std::size_t i = 0; i < figure_count; ++i) {
        const std::string name(to_text(static_cast<Figure>(i)));
        columns += ", " + name;
        values += ", ?";
        sums += (i == 0 ? "" : ", ") + name + " = " + name + " + excluded." + name;
        zeros += " AND " + name + " = 0";
    }
    const std::string table(table_of(span));
    const std::string column(column_of(span));
    return {"INSERT INTO " + table + " (agency_id, grouping, " + column + ", group_id" + columns +
                ") VALUES (?, ?, ?, ?" + values + ") ON CONFLICT (agency_id, grouping, " + column +
                ", group_id) DO UPDATE SET " + sums,
            "DELETE FROM " + table + " WHERE agency_id = ? AND grouping = ? AND " + column +
                " = ? AND group_id = ?" + zeros};
}

const SpanSql& sql_of(Span span) {
    static const std::map<Span, SpanSql> all = [] {
        std::map<Span, SpanSql> made;
        for (const Span each : all_spans) made.emplace(each, make_sql(each));
        return made;
    }();
    return all.at(span);
}

} // namespace

std::uint32_t CountLedger::group_index(std::string_view grouping, std::string_view key) {
    // One string kept for look-ups: this runs six times for each act.
    lookup_.assign(grouping);
    lookup_.push_back('\0');
    lookup_.append(key);
    const auto found = index_.find(lookup_);
    if (found != index_.end()) return found->second;
    const auto index = static_cast<std::uint32_t>(groups_.size());
    groups_.push_back({stored_group(grouping, key), std::string(grouping)});
    index_.emplace(lookup_, index);
    return index;
}

std::int64_t CountLedger::stored_group(std::string_view grouping, std::string_view key) {
    auto found = connection_.use("SELECT group_id FROM count_group "
                                 "WHERE agency_id = ? AND grouping = ? AND key = ?");
    found->bind_all(agency_, grouping, key);
    if (found->step()) return found->column_int(0);
    auto added = connection_.use(
        "INSERT INTO count_group (agency_id, group_id, grouping, key) "
        "SELECT ?1, ifnull(max(group_id), 0) + 1, ?2, ?3 FROM count_group WHERE agency_id = ?1 "
        "RETURNING group_id");
    added->bind_all(agency_, grouping, key);
    added->step();
    const std::int64_t id = added->column_int(0);
    added->run();
    return id;
}

void CountLedger::count(const core::GroupKeys& keys,
                        std::span<const core::FigureChange> changes,
                        int sign) {
    if (changes.empty()) return;
    // A figure known later than its day must not change reports of periods that closed between.
    for (const core::GroupName& name : core::groups_of(keys)) {
        const std::uint32_t group = group_index(name.grouping, name.key);
        for (const core::FigureChange& change : changes) {
            if (change.known_from > change.day) {
                count_late(groups_[group], change, sign);
            } else {
                pending_.push_back(
                    {cell_key(group, change.day), change.figure, change.change * sign});
            }
        }
    }
}

void CountLedger::count_late(const Group& group, const core::FigureChange& change, int sign) {
    auto upsert = connection_.use(
        "INSERT INTO late_count (agency_id, grouping, day, known_from, group_id, figure, number) "
        "VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET number = number + "
        "excluded.number");
    const int day = span_key(Span::day, change.day);
    const int known_from = span_key(Span::day, change.known_from);
    upsert->bind_all(agency_, group.grouping, day, known_from, group.id, to_text(change.figure),
                     change.change * sign);
    upsert->run();
    auto remove = connection_.use(
        "DELETE FROM late_count WHERE agency_id = ? AND grouping = ? AND day = ? AND known_from = "
        "? AND group_id = ? AND figure = ? AND number = 0");
    remove->bind_all(agency_, group.grouping, day, known_from, group.id, to_text(change.figure));
    remove->run();
}

void CountLedger::accept() {
    // Changes come by group and mostly by day, so that one look-up serves several.
    std::uint64_t key = 0;
    Cell* cell = nullptr;
    for (const Change& change : pending_) {
        if (!cell || change.cell != key) {
            key = change.cell;
            cell = &cells_[key];
        }
        (*cell)[static_cast<std::size_t>(change.figure)] += change.number;
    }
    pending_.clear();
    accepted_groups_ = groups_.size();
    // An import of years touches every day: memory stays bounded.
    if (cells_.size() >= cell_limit) write_out();
}

void CountLedger::undo() {
    pending_.clear();
    // What the command stored as new groups goes with it.
    std::erase_if(index_, [&](const auto& entry) { return entry.second >= accepted_groups_; });
    groups_.resize(accepted_groups_);
}

std::size_t CountLedger::postpone() {
    assert(pending_.empty());
    std::vector<CountChange> changes;
    for (const auto& [key, cell] : cells_) {
        for (std::size_t i = 0; i < figure_count; ++i) {
            if (cell[i] == 0) continue;
            changes.push_back(
                {groups_[group_of(key)].id, day_of(key), static_cast<Figure>(i), cell[i]});
        }
    }
    cells_.clear();
    if (!changes.empty()) postpone_counts(connection_, agency_, changes);
    return changes.size();
}

/// Into the cells, by groups as they are known here.
void CountLedger::take_postponed() {
    std::unordered_map<std::int64_t, std::uint32_t> by_id;
    const auto index_of = [&](std::int64_t id) {
        const auto known = by_id.find(id);
        if (known != by_id.end()) return known->second;
        auto group = connection_.use("SELECT grouping, key FROM count_group WHERE agency_id = ? "
                                     "AND group_id = ?");
        group->bind_all(agency_, id);
        if (!group->step()) throw_unreadable("place-postponed-counts");
        return by_id[id] = group_index(group->column_text(0), group->column_text(1));
    };
    each_postponed_count(connection_, agency_, [&](const CountChange& change) {
        Cell& cell = cells_[cell_key(index_of(change.group), change.day)];
        cell[static_cast<std::size_t>(change.figure)] += static_cast<std::int32_t>(change.number);
    });
    accepted_groups_ = groups_.size();
    forget_postponed_counts(connection_, agency_);
}

void CountLedger::write_out() {
    assert(pending_.empty());
    take_postponed();
    std::vector<std::pair<std::uint64_t, const Cell*>> cells;
    cells.reserve(cells_.size());
    for (const auto& [key, cell] : cells_) cells.emplace_back(key, &cell);
    // In the order of the tables' keys, so that each page is touched once.
    std::sort(cells.begin(), cells.end(), [&](const auto& a, const auto& b) {
        const Group& first = groups_[group_of(a.first)];
        const Group& second = groups_[group_of(b.first)];
        return std::tuple(std::string_view(first.grouping), day_of(a.first), first.id) <
               std::tuple(std::string_view(second.grouping), day_of(b.first), second.id);
    });
    for (const Span span : all_spans) write_span(span, cells);
    cells_.clear();
}

void CountLedger::write_span(Span span,
                             const std::vector<std::pair<std::uint64_t, const Cell*>>& cells) {
    if (span == Span::day) {
        for (const auto& [key, cell] : cells)
            write_row(span, groups_[group_of(key)], span_key(span, day_of(key)), *cell);
        return;
    }
    // Summed up here first: ten days are one row, a year is one row.
    std::map<std::pair<int, std::uint32_t>, Cell> sums;
    for (const auto& [key, cell] : cells) {
        Cell& sum = sums[{span_key(span, day_of(key)), group_of(key)}];
        for (std::size_t i = 0; i < figure_count; ++i) sum[i] += (*cell)[i];
    }
    for (const auto& [key, cell] : sums) write_row(span, groups_[key.second], key.first, cell);
}

void CountLedger::write_row(Span span, const Group& group, int key, const Cell& cell) {
    if (std::all_of(cell.begin(), cell.end(), [](auto number) { return number == 0; })) return;
    auto upsert = connection_.use(sql_of(span).upsert);
    upsert->bind_all(agency_, group.grouping, key, group.id);
    for (std::size_t i = 0; i < figure_count; ++i) upsert->bind(static_cast<int>(i) + 5, cell[i]);
    upsert->run();
    // Most rows surely are not all zero, and need no second statement.
    if (surely_leaves_something(cell)) return;
    auto remove = connection_.use(sql_of(span).remove_zero);
    remove->bind_all(agency_, group.grouping, key, group.id);
    remove->run();
}

} // namespace db
