// Tickets in SQLite. The columns of `ticket` are db/common/ticket_columns.cpp's. Most of a day's
// tickets are done for; the live ones have an index of their own (002_room.sql, `ticket_live`),
// which SQLite takes only for a condition that says the index's own, word for word.

#include "db/sqlite/tickets.hpp"

#include "core/domain/ticket_code.hpp"
#include "db/common/column_sql.hpp"
#include "db/common/count_spans.hpp"
#include "db/common/ticket_columns.hpp"
#include "db/sqlite/column_binding.hpp"
#include "db/sqlite/connection.hpp"

#include <charconv>
#include <utility>

namespace db {

using core::Day;
using core::NumberBlock;
using core::StoredTicket;

namespace {

constexpr std::string_view is_live = "state IN ('waiting', 'called', 'serving', 'held') ";

StoredTicket read_ticket(const Statement& row) {
    TicketTarget target;
    read_columns(row, ticket_columns, target);
    target.complete();
    return std::move(target.stored);
}

std::string select_tickets(std::string_view condition) {
    static const std::string columns = "SELECT " + select_list(ticket_columns) + " FROM ticket ";
    return columns + std::string(condition);
}

std::string_view letter_text(const char& letter) { return {&letter, 1}; }

int key_of(Day day) { return static_cast<int>(span_key(Span::day, day)); }

std::vector<StoredTicket> read_all(Use& row) {
    std::vector<StoredTicket> tickets;
    while (row->step()) tickets.push_back(read_ticket(*row));
    return tickets;
}

} // namespace

std::vector<StoredTicket> SqliteTickets::live(Day day) const {
    static const std::string sql = select_tickets("WHERE agency_id = ? AND day = ? AND " +
                                                  std::string(is_live) + "ORDER BY issue_order");
    auto row = connection_.use(sql);
    row->bind_all(agency_, key_of(day));
    return read_all(row);
}

std::vector<StoredTicket> SqliteTickets::left_over(Day before) const {
    // Days that nobody closed, after a power cut perhaps: the oldest first.
    static const std::string sql =
        select_tickets("WHERE agency_id = ? AND day < ? AND " + std::string(is_live) +
                       "ORDER BY day, issue_order");
    auto row = connection_.use(sql);
    row->bind_all(agency_, key_of(before));
    return read_all(row);
}

std::optional<StoredTicket> SqliteTickets::find(std::string_view code) const {
    // A code names its day, so that it needs no index of its own.
    const auto parts = core::parse_ticket_code(code);
    if (!parts) return std::nullopt;
    return find(parts->day, parts->number);
}

std::optional<StoredTicket> SqliteTickets::find(Day day, std::string_view number) const {
    static const std::string sql = select_tickets("WHERE agency_id = ? AND day = ? AND number = ?");
    auto row = connection_.use(sql);
    row->bind_all(agency_, key_of(day), number);
    if (!row->step()) return std::nullopt;
    return read_ticket(*row);
}

void SqliteTickets::each(Day first,
                         Day last,
                         const std::function<bool(const StoredTicket&)>& visit) const {
    // Not a cached statement: `visit` may read tickets too.
    Statement row(connection_, select_tickets("WHERE agency_id = ? AND day BETWEEN ? AND ? "
                                              "ORDER BY day, issue_order"));
    row.bind_all(agency_, key_of(first), key_of(last));
    while (row.step()) {
        if (!visit(read_ticket(row))) return;
    }
}

std::int64_t SqliteTickets::count() const {
    auto row = connection_.use("SELECT count(*) FROM ticket WHERE agency_id = ?");
    row->bind(1, agency_);
    row->step();
    return row->column_int(0);
}

std::vector<core::CalledTicket> SqliteTickets::called(Day day) const {
    static const std::string sql =
        select_tickets("WHERE agency_id = ? AND day = ? AND first_called_at IS NOT NULL "
                       "ORDER BY issue_order");
    auto row = connection_.use(sql);
    row->bind_all(agency_, key_of(day));
    std::vector<core::CalledTicket> called;
    while (row->step()) {
        const core::Ticket ticket = read_ticket(*row).ticket;
        called.push_back({ticket.counter.value_or(0), ticket.service, ticket.priority.has_value(),
                          ticket.arrived_at, *ticket.first_called_at, *ticket.last_called_at,
                          ticket.ended_at, ticket.promise});
    }
    return called;
}

int SqliteTickets::last_number(Day day, char letter, NumberBlock block) const {
    // Leased numbers are counted apart, under a letter that no service has.
    const char stored = stored_letter(letter, block);
    auto row = connection_.use("SELECT last_number FROM ticket_number WHERE agency_id = ? AND "
                               "day = ? AND letter = ?");
    row->bind_all(agency_, key_of(day), letter_text(stored));
    return row->step() ? static_cast<int>(row->column_int(0)) : 0;
}

std::int64_t SqliteTickets::last_issue_order(Day day) const {
    auto row =
        connection_.use("SELECT max(issue_order) FROM ticket WHERE agency_id = ? AND day = ?");
    row->bind_all(agency_, key_of(day));
    return row->step() ? row->column_int(0) : 0;
}

std::vector<core::CounterState> SqliteTickets::counter_states() const {
    std::vector<core::CounterState> states;
    auto row = connection_.use("SELECT counter, day, priority_run, officer, last_act_at FROM desk "
                               "WHERE agency_id = ? ORDER BY counter");
    row->bind(1, agency_);
    while (row->step()) {
        states.push_back({static_cast<int>(row->column_int(0)),
                          day_of_key(static_cast<int>(row->column_int(1))),
                          static_cast<int>(row->column_int(2)), row->column_string(3),
                          instant_of(row->column_int(4))});
    }
    return states;
}

std::optional<core::TicketLease> SqliteTickets::find_lease(std::int64_t id) const {
    auto row = connection_.use("SELECT device, day, letter, numbers, leased_at, settled_at FROM "
                               "ticket_lease WHERE agency_id = ? AND lease_id = ?");
    row->bind_all(agency_, id);
    if (!row->step()) return std::nullopt;
    core::TicketLease lease;
    lease.id = id;
    lease.device = row->column_string(0);
    lease.day = day_of_key(static_cast<int>(row->column_int(1)));
    lease.letter = row->column_text(2).empty() ? 'A' : row->column_text(2).front();
    // One text, for no number of a lease is ever looked for by itself.
    for (const std::string& text : split_stored_list(row->column_text(3))) {
        int number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        lease.numbers.push_back(number);
    }
    lease.leased_at = instant_of(row->column_int(4));
    if (!row->column_is_null(5)) lease.settled_at = instant_of(row->column_int(5));
    return lease;
}

void SqliteTickets::put(const StoredTicket& stored) {
    // Given out or changed: a ticket's day and number are what it is known by.
    static const std::string sql = insert_text(ticket_columns, sqlite_parameter) +
                                   " ON CONFLICT (agency_id, day, number) DO UPDATE SET " +
                                   excluded_list(ticket_columns);
    const auto values = values_of(ticket_columns, TicketSource{stored, agency_}, Written::once);
    auto row = connection_.use(sql);
    bind_values(*row, values);
    row->run();
}

void SqliteTickets::put(const core::CounterState& state) {
    auto row = connection_.use(
        "INSERT INTO desk (agency_id, counter, day, priority_run, officer, last_act_at) VALUES "
        "(?, ?, ?, ?, ?, ?) ON CONFLICT (agency_id, counter) DO UPDATE SET day = excluded.day, "
        "priority_run = excluded.priority_run, officer = excluded.officer, last_act_at = "
        "excluded.last_act_at");
    row->bind_all(agency_, state.counter, key_of(state.day), state.priority_run, state.officer,
                  state.last_act_at.time_since_epoch().count());
    row->run();
}

void SqliteTickets::set_last_number(Day day, char letter, NumberBlock block, int number) {
    const char stored = stored_letter(letter, block);
    auto row = connection_.use(
        "INSERT INTO ticket_number (agency_id, day, letter, last_number) VALUES (?, ?, ?, ?) ON "
        "CONFLICT (agency_id, day, letter) DO UPDATE SET last_number = excluded.last_number");
    row->bind_all(agency_, key_of(day), letter_text(stored), number);
    row->run();
}

std::int64_t SqliteTickets::add(const core::TicketLease& lease) {
    auto row = connection_.use("INSERT INTO ticket_lease (agency_id, device, day, letter, numbers, "
                               "leased_at) VALUES (?, ?, ?, ?, ?, ?)");
    std::string numbers;
    for (const int number : lease.numbers)
        numbers += (numbers.empty() ? "" : ";") + std::to_string(number);
    row->bind_all(agency_, lease.device, key_of(lease.day), letter_text(lease.letter), numbers,
                  lease.leased_at.time_since_epoch().count());
    row->run();
    return connection_.last_insert_id();
}

void SqliteTickets::settle(std::int64_t lease_id, core::Instant at) {
    auto row = connection_.use(
        "UPDATE ticket_lease SET settled_at = ? WHERE agency_id = ? AND lease_id = ?");
    row->bind_all(at.time_since_epoch().count(), agency_, lease_id);
    row->run();
}

std::optional<int> SqliteTickets::take_free_number(Day day, char letter, NumberBlock block) {
    // Found and taken in one statement. The smallest first: a waiting room counts upwards.
    const char stored = stored_letter(letter, block);
    auto row = connection_.use(
        "DELETE FROM ticket_free_number WHERE agency_id = ?1 AND day = ?2 AND letter = ?3 AND "
        "number = (SELECT min(number) FROM ticket_free_number WHERE agency_id = ?1 AND day = ?2 "
        "AND letter = ?3) RETURNING number");
    row->bind_all(agency_, key_of(day), letter_text(stored));
    if (!row->step()) return std::nullopt;
    const int number = static_cast<int>(row->column_int(0));
    row->run();
    return number;
}

void SqliteTickets::add_free_number(Day day, char letter, NumberBlock block, int number) {
    const char stored = stored_letter(letter, block);
    auto row = connection_.use("INSERT INTO ticket_free_number (agency_id, day, letter, number) "
                               "VALUES (?, ?, ?, ?)");
    row->bind_all(agency_, key_of(day), letter_text(stored), number);
    row->run();
}

} // namespace db
