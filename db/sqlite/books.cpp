// An office's books in SQLite, for writing. The journal's end and the counts move with nearly every
// command, and thousands of commands share a transaction: both are kept in memory and written once,
// by write_out(), before the commit. What a command wrote stands when it is accepted; until then
// everything kept here has a copy, or a mark, of how it was before it, so that undo() needs no
// reading: the rows themselves are undone by the savepoint.

#include "db/sqlite/books.hpp"

#include "core/engine/journal/codec/office_payload.hpp"
#include "db/common/column_sql.hpp"
#include "db/common/count_spans.hpp"
#include "db/common/version_columns.hpp"
#include "db/sqlite/column_binding.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/search_index.hpp"

#include <utility>

namespace db {

SqliteBooks::SqliteBooks(Connection& connection, core::AgencyId agency, Events events)
    : SqliteBooksView(connection, agency), ledger_(connection, agency),
      keep_events_(events == Events::keep) {}

void SqliteBooks::begin() {
    // Another process may have written since the last transaction: what was known is read anew.
    if (begun_) return;
    head_ = SqliteBooksView::journal_head();
    accepted_head_ = head_;
    agency_row_.reset();
    dossiers().begin();
    begun_ = true;
}

std::vector<core::Event> SqliteBooks::take_events() {
    events_.resize(accepted_events_);
    accepted_events_ = 0;
    return std::exchange(events_, {});
}

void SqliteBooks::accept() {
    ledger_.accept();
    accepted_head_ = head_;
    accepted_events_ = events_.size();
}

void SqliteBooks::undo() {
    ledger_.undo();
    head_ = accepted_head_;
    events_.resize(accepted_events_);
    agency_row_.reset();
}

std::size_t SqliteBooks::write_out(Gathered gathered) {
    std::size_t postponed = 0;
    if (gathered == Gathered::postpone) {
        postponed = ledger_.postpone();
    } else {
        ledger_.write_out();
    }
    auto row =
        connection().use("UPDATE agency SET journal_seq = ?, journal_hash = ? WHERE agency_id = ?");
    row->bind_all(head_.seq, std::span<const std::byte>(head_.hash), agency_number());
    row->run();
    return postponed;
}

core::JournalHead SqliteBooks::journal_head() { return head_; }

core::Agency SqliteBooks::agency() {
    if (!agency_row_) agency_row_ = SqliteBooksView::agency();
    return *agency_row_;
}

std::int64_t SqliteBooks::append(const core::NewEvent& event) {
    // The chain goes on from what this transaction has written, which is not in the office's row
    // yet.
    const std::int64_t seq = head_.seq + 1;
    const core::Hash hash = core::chain_hash(head_.hash, seq, event);
    auto row = connection().use(
        "INSERT INTO journal (agency_id, seq, recorded_at, act_at, act, subject, actor, place, "
        "reason, payload, previous_seq, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    row->bind_all(agency_number(), seq, event.recorded_at.time_since_epoch().count(),
                  event.act_at.time_since_epoch().count(), event.act, event.subject,
                  event.actor.who, event.actor.place, event.reason, event.payload,
                  event.previous_seq, std::span<const std::byte>(hash));
    row->run();
    head_ = {seq, hash};
    if (keep_events_) {
        core::Event kept;
        static_cast<core::NewEvent&>(kept) = event;
        kept.seq = seq;
        kept.hash = hash;
        events_.push_back(std::move(kept));
    }
    return seq;
}

void SqliteBooks::put_office(const core::Office& office) {
    auto row =
        connection().use("UPDATE agency SET code = ?, name = ?, office = ? WHERE agency_id = ?");
    const std::string json = core::office_to_json(office);
    row->bind_all(office.agency_code, office.name, json, agency_number());
    row->run();
    agency_row_.reset();
}

void SqliteBooks::mark_practice() {
    auto row = connection().use("UPDATE agency SET practice = 1 WHERE agency_id = ?");
    row->bind(1, agency_number());
    row->run();
}

void SqliteBooks::put_calendar(const core::CalendarDays& days) {
    // A calendar is short and changes as a whole.
    auto remove = connection().use("DELETE FROM calendar_day WHERE agency_id = ?");
    remove->bind(1, agency_number());
    remove->run();
    auto row = connection().use(
        "INSERT INTO calendar_day (agency_id, day, kind, name) VALUES (?, ?, ?, ?)");
    for (const auto& [day, special] : days) {
        row->bind_all(agency_number(), span_key(Span::day, day), to_text(special.kind),
                      special.name);
        row->run();
    }
}

std::int64_t SqliteBooks::put_version(const core::ProcedureVersion& version) {
    // The index is contentless: its old words can only be taken out while the row still has them.
    if (version.id != 0) remove_version_words(version.id);
    static const std::string sql = insert_text(version_columns, sqlite_parameter) +
                                   " ON CONFLICT (version_id) DO UPDATE SET " +
                                   excluded_list(version_columns) + " RETURNING version_id";
    const auto values =
        values_of(version_columns, VersionSource{version, agency_number()}, Written::once);
    auto row = connection().use(sql);
    bind_values(*row, values);
    row->step();
    core::ProcedureVersion stored = version;
    stored.id = row->column_int(0);
    row->run();
    index_version(stored);
    return stored.id;
}

void SqliteBooks::index_version(const core::ProcedureVersion& version) {
    auto row = connection().use("INSERT INTO procedure_search (rowid, words) VALUES (?, ?)");
    const std::string words = version_words(version.code, version.name);
    row->bind_all(version.id, words);
    row->run();
}

void SqliteBooks::remove_version_words(std::int64_t version_id) {
    auto stored = connection().use("SELECT code, name FROM procedure_version WHERE version_id = ?");
    stored->bind(1, version_id);
    if (!stored->step()) return;
    const std::string words = version_words(stored->column_text(0), stored->column_text(1));
    auto row = connection().use("INSERT INTO procedure_search (procedure_search, rowid, words) "
                                "VALUES ('delete', ?, ?)");
    row->bind_all(version_id, words);
    row->run();
}

void SqliteBooks::put_user(const core::User& user) {
    auto row = connection().use(
        "INSERT INTO user_account (agency_id, login, name, role, password_hash, disabled) VALUES "
        "(?, ?, ?, ?, ?, ?) ON CONFLICT (agency_id, login) DO UPDATE SET name = excluded.name, "
        "role = excluded.role, password_hash = excluded.password_hash, disabled = "
        "excluded.disabled");
    row->bind_all(agency_number(), user.login, user.name, to_text(user.role), user.password_hash,
                  user.disabled ? 1 : 0);
    row->run();
}

void SqliteBooks::put_device(const core::Device& device) {
    auto row = connection().use(
        "INSERT INTO device (agency_id, device, kind, name, code_hash, key_hash, revoked) VALUES "
        "(?, ?, ?, ?, ?, ?, ?) ON CONFLICT (agency_id, device) DO UPDATE SET kind = "
        "excluded.kind, name = excluded.name, code_hash = excluded.code_hash, key_hash = "
        "excluded.key_hash, revoked = excluded.revoked");
    row->bind_all(agency_number(), device.id, to_text(device.kind), device.name, device.code_hash,
                  device.key_hash, device.revoked ? 1 : 0);
    row->run();
}

bool SqliteBooks::add_dossier(const core::Dossier& dossier, std::int64_t event_seq) {
    return dossiers().insert(dossier, event_seq).has_value();
}

void SqliteBooks::update_dossier(const core::StoredDossier& before,
                                 const core::Dossier& after,
                                 std::int64_t event_seq) {
    dossiers().update(before, after, event_seq);
}

void SqliteBooks::count(const core::GroupKeys& keys,
                        std::span<const core::FigureChange> changes,
                        int sign) {
    ledger_.count(keys, changes, sign);
    // A long transaction is accepted or thrown away as one: nothing has to be kept apart.
    if (count_at_once_) ledger_.accept();
}

int SqliteBooks::code_number(core::Day day) {
    auto row =
        connection().use("SELECT last_number FROM code_number WHERE agency_id = ? AND day = ?");
    row->bind_all(agency_number(), span_key(Span::day, day));
    return row->step() ? static_cast<int>(row->column_int(0)) : 0;
}

void SqliteBooks::set_code_number(core::Day day, int number) {
    auto row = connection().use(
        "INSERT INTO code_number (agency_id, day, last_number) VALUES (?, ?, ?) ON CONFLICT "
        "(agency_id, day) DO UPDATE SET last_number = excluded.last_number");
    row->bind_all(agency_number(), span_key(Span::day, day), number);
    row->run();
}

} // namespace db
