// Dossiers in SQLite. The columns are db/common/dossier_columns.cpp's; here are the conditions,
// which are written so that the partial indexes of 002_room.sql and 001_initial.sql serve them:
// SQLite takes a partial index only for a condition that says the index's own, word for word.
//
// A dossier is one row and, for the few that need them, rows of `dossier_clock` and `hand_over`,
// written anew as a whole when they change: they are short, and positions stay without gaps.

#include "db/sqlite/dossier_rows.hpp"

#include "db/common/column_sql.hpp"
#include "db/common/condition.hpp"
#include "db/common/dossier_columns.hpp"
#include "db/sqlite/column_binding.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/search_index.hpp"

#include <string>
#include <string_view>

namespace db {

using core::Dossier;
using core::Instant;
using core::StoredDossier;

namespace {

/// As the index dossier_rare says it, word for word: SQLite takes a partial index for no less.
constexpr std::string_view is_rare =
    "state IN ('submitted', 'suspended', 'refused', 'withdrawn', 'stopped')";

using Standing = core::DossierQuery::Standing;

Standing standing_of(const core::DossierQuery& query) {
    return query.is_of_open() ? Standing::open : query.standing;
}

void add_standing(Condition& condition, const core::DossierQuery& query) {
    const Standing standing = standing_of(query);
    if (standing == Standing::open)
        condition.require("closed_at IS NULL AND received_at IS NOT NULL");
    if (standing == Standing::to_return) condition.require("state = 'resolved'");
}

/// Written out, so that the partial indexes serve it.
void add_state(Condition& condition, core::DossierState state) {
    using enum core::DossierState;
    condition.require("state = '" + std::string(to_text(state)) + "'");
    if (state == in_progress || state == suspended || state == submitted)
        condition.require("closed_at IS NULL");
    else if (state == refused || state == withdrawn || state == stopped)
        condition.require(is_rare);
}

std::string_view order_of(const core::DossierQuery& query) {
    switch (standing_of(query)) {
    case Standing::open:
        return " ORDER BY due_at IS NULL, due_at, dossier_id";
    case Standing::to_return:
        return " ORDER BY closed_at, dossier_id";
    case Standing::any:
        break;
    }
    return " ORDER BY dossier_id DESC";
}

std::string select_dossiers(std::string_view condition) {
    static const std::string columns = "SELECT " + select_list(dossier_columns) +
                                       " FROM dossier JOIN procedure_version USING (version_id) ";
    return columns + std::string(condition);
}

} // namespace

std::optional<StoredDossier> DossierRows::find(std::string_view wanted) {
    static const std::string sql =
        select_dossiers("WHERE dossier.agency_id = ? AND dossier.code = ?");
    auto row = connection_.use(sql);
    row->bind_all(agency_, wanted);
    if (!row->step()) return std::nullopt;
    return read_stored(*row);
}

std::optional<StoredDossier> DossierRows::find(std::int64_t id) {
    // By way of its code: the row is read in one statement only.
    auto row = connection_.use("SELECT code FROM dossier WHERE dossier_id = ? AND agency_id = ?");
    row->bind_all(id, agency_);
    if (!row->step()) return std::nullopt;
    return find(row->column_text(0));
}

void DossierRows::each(core::BooksView::Which which,
                       const std::function<bool(const StoredDossier&)>& visit) {
    // Without the hint a full read may go through the index of codes, in another order.
    const std::string sql =
        which == core::BooksView::Which::open
            ? select_dossiers(
                  "WHERE dossier.agency_id = ? AND closed_at IS NULL ORDER BY dossier_id")
            : select_dossiers("WHERE dossier.agency_id = ? ORDER BY dossier_id");
    Statement row(connection_, sql);
    row.bind(1, agency_);
    while (row.step()) {
        if (!visit(read_stored(row))) return;
    }
}

std::vector<StoredDossier> DossierRows::list(const core::DossierQuery& query) {
    Condition condition(sqlite_parameter);
    condition.require("dossier.agency_id = ", to_value(agency_));
    add_standing(condition, query);
    if (query.state) add_state(condition, *query.state);
    if (query.due_from || query.due_before) {
        condition.require("due_at >= ", to_value(query.due_from.value_or(Instant{})));
        condition.require("due_at < ", to_value(query.due_before.value_or(Instant::max())));
    }
    if (!query.assignee.empty()) condition.require("assignee = ", to_value(query.assignee));
    if (!query.officer.empty()) condition.require("officer = ", to_value(query.officer));
    if (!query.procedure_code.empty())
        condition.require("procedure_version.code = ", to_value(query.procedure_code));
    if (!query.ticket.empty())
        condition.require("ticket <> '' AND ticket = ", to_value(query.ticket));
    const std::string limit = " LIMIT " + condition.parameter_of(to_value(query.limit));
    const std::string skip = " OFFSET " + condition.parameter_of(to_value(query.skip));
    Statement row(connection_,
                  select_dossiers(condition.text() + std::string(order_of(query)) + limit + skip));
    bind_values(row, condition.values());
    std::vector<StoredDossier> found;
    while (row.step()) found.push_back(read_stored(row));
    return found;
}

std::vector<core::OfficerCount> DossierRows::count_due(Instant from, Instant before) {
    std::vector<core::OfficerCount> counts;
    auto row = connection_.use(
        "SELECT officer, count(*) FROM dossier WHERE agency_id = ? AND closed_at IS NULL AND "
        "received_at IS NOT NULL AND due_at >= ? AND due_at < ? GROUP BY officer");
    row->bind_all(agency_, from.time_since_epoch().count(), before.time_since_epoch().count());
    while (row->step()) counts.push_back({row->column_string(0), row->column_int(1)});
    return counts;
}

std::int64_t DossierRows::count_refused(Instant from, Instant before) {
    static const std::string sql = "SELECT count(*) FROM dossier WHERE agency_id = ? AND state = "
                                   "'refused' AND closed_at >= ? AND closed_at < ? AND " +
                                   std::string(is_rare);
    auto row = connection_.use(sql);
    row->bind_all(agency_, from.time_since_epoch().count(), before.time_since_epoch().count());
    return row->step() ? row->column_int(0) : 0;
}

StoredDossier DossierRows::read_stored(const Statement& row) {
    DossierTarget target;
    read_columns(row, dossier_columns, target);
    target.complete();
    if (target.clock_changes > 0) read_clock(target.stored);
    if (target.hand_overs > 0) read_hand_overs(target.stored);
    return std::move(target.stored);
}

void DossierRows::read_clock(StoredDossier& stored) {
    auto row = connection_.use("SELECT at, running, due_at FROM dossier_clock WHERE agency_id = ? "
                               "AND dossier_id = ? ORDER BY position");
    row->bind_all(agency_, stored.id);
    while (row->step()) {
        stored.dossier.clock.push_back({instant_of(row->column_int(0)), row->column_int(1) != 0,
                                        row->column_is_null(2)
                                            ? std::nullopt
                                            : std::optional(instant_of(row->column_int(2)))});
    }
}

void DossierRows::read_hand_overs(StoredDossier& stored) {
    static const std::string sql =
        "SELECT " + select_list(hand_over_columns) +
        " FROM hand_over WHERE agency_id = ? AND dossier_id = ? ORDER BY position";
    auto row = connection_.use(sql);
    row->bind_all(agency_, stored.id);
    while (row->step()) {
        HandOverTarget target;
        read_columns(*row, hand_over_columns, target);
        stored.dossier.hand_overs.push_back(std::move(target.hand_over));
    }
}

std::optional<std::int64_t> DossierRows::insert(const Dossier& dossier, std::int64_t event_seq) {
    static const std::string sql = insert_text(dossier_columns, sqlite_parameter) +
                                   " ON CONFLICT (agency_id, code) DO NOTHING";
    const auto values =
        values_of(dossier_columns, DossierSource{dossier, agency_, event_seq}, Written::once);
    {
        auto row = connection_.use(sql);
        bind_values(*row, values);
        row->run();
    }
    if (connection_.changes() == 0) return std::nullopt; // the code is taken
    const std::int64_t id = connection_.last_insert_id();
    if (stored_clock_changes(dossier) > 0) write_clock(id, dossier);
    if (!dossier.hand_overs.empty()) write_hand_overs(id, dossier);
    return id;
}

void DossierRows::update(const StoredDossier& before,
                         const Dossier& after,
                         std::int64_t event_seq) {
    static const std::string sql = update_text(dossier_columns, "dossier_id", sqlite_parameter);
    auto values =
        values_of(dossier_columns, DossierSource{after, agency_, event_seq}, Written::always);
    values.emplace_back(before.id);
    {
        auto row = connection_.use(sql);
        bind_values(*row, values);
        row->run();
    }
    if (after.clock != before.dossier.clock) write_clock(before.id, after);
    if (after.hand_overs != before.dossier.hand_overs) write_hand_overs(before.id, after);
    // The index of words is dear to write: most acts leave the applicant as he is.
    if (!(after.applicant == before.dossier.applicant)) {
        SearchIndex(connection_)
            .applicant_changed(before.id, before.dossier.applicant, after.applicant);
    }
}

void DossierRows::write_clock(std::int64_t id, const Dossier& dossier) {
    auto remove =
        connection_.use("DELETE FROM dossier_clock WHERE agency_id = ? AND dossier_id = ?");
    remove->bind_all(agency_, id);
    remove->run();
    if (stored_clock_changes(dossier) == 0) return;
    auto row = connection_.use("INSERT INTO dossier_clock (agency_id, dossier_id, position, at, "
                               "running, due_at) VALUES (?, ?, ?, ?, ?, ?)");
    std::int64_t position = 0;
    for (const core::ClockChange& change : dossier.clock) {
        row->bind_all(agency_, id, position++, change.at.time_since_epoch().count(),
                      change.running ? 1 : 0, seconds_of(change.due_at));
        row->run();
    }
}

void DossierRows::write_hand_overs(std::int64_t id, const Dossier& dossier) {
    auto remove = connection_.use("DELETE FROM hand_over WHERE agency_id = ? AND dossier_id = ?");
    remove->bind_all(agency_, id);
    remove->run();
    static const std::string sql = insert_text(hand_over_columns, sqlite_parameter);
    auto row = connection_.use(sql);
    std::int64_t position = 0;
    for (const core::HandOver& hand_over : dossier.hand_overs) {
        const auto values = values_of(
            hand_over_columns, HandOverSource{hand_over, agency_, id, position++}, Written::once);
        bind_values(*row, values);
        row->run();
    }
}

} // namespace db
