// An office's books in SQLite, for reading. Every statement runs in the snapshot that the
// connection's transaction holds, so that all answers are of one moment. Tables with lists of their
// own (dossiers, tickets, the room's) and the counts are in files of theirs; here is the rest, and
// what they have in common for search and verification.

#include "db/sqlite/books_view.hpp"

#include "core/domain/text.hpp"
#include "core/engine/journal/codec/office_payload.hpp"
#include "db/common/column_sql.hpp"
#include "db/common/count_spans.hpp"
#include "db/common/version_columns.hpp"
#include "db/error.hpp"
#include "db/sqlite/column_binding.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/count_reader.hpp"
#include "db/sqlite/dossier_lists.hpp"
#include "db/sqlite/name_order.hpp"
#include "db/sqlite/search_index.hpp"

#include <algorithm>
#include <utility>

namespace db {

namespace {

/// What the word stands for; `row` names the row that holds it.
template <typename Value>
Value known(const std::optional<Value>& value, core::Message row, std::string_view word) {
    if (!value) throw_unknown_word(std::move(row), word);
    return *value;
}

std::string select_versions(std::string_view condition) {
    static const std::string columns =
        "SELECT " + select_list(version_columns) + " FROM procedure_version ";
    return columns + std::string(condition);
}

core::ProcedureVersion read_version(const Statement& row) {
    VersionTarget target;
    read_columns(row, version_columns, target);
    return std::move(target.version);
}

core::Hash read_hash(std::span<const std::byte> blob) {
    // A hash cut short reads as zeroes: no event has that one, and verification says so.
    core::Hash hash{};
    if (blob.size() == hash.size()) std::copy(blob.begin(), blob.end(), hash.begin());
    return hash;
}

constexpr std::string_view event_columns =
    "SELECT seq, recorded_at, act_at, act, subject, actor, place, reason, payload, previous_seq, "
    "hash FROM journal ";

core::Event read_event(const Statement& row) {
    core::Event event;
    event.seq = row.column_int(0);
    event.recorded_at = instant_of(row.column_int(1));
    event.act_at = instant_of(row.column_int(2));
    event.act = row.column_string(3);
    event.subject = row.column_string(4);
    event.actor = {row.column_string(5), row.column_string(6)};
    event.reason = row.column_string(7);
    event.payload = row.column_string(8);
    event.previous_seq = row.column_int(9);
    event.hash = read_hash(row.column_blob(10));
    return event;
}

} // namespace

SqliteBooksView::SqliteBooksView(Connection& connection, core::AgencyId agency)
    : tickets_(connection, static_cast<std::int64_t>(agency)),
      sessions_(connection, static_cast<std::int64_t>(agency)),
      answers_(connection, static_cast<std::int64_t>(agency)),
      attachments_(connection, static_cast<std::int64_t>(agency)),
      feedback_(connection, static_cast<std::int64_t>(agency)), connection_(connection),
      agency_(agency), dossiers_(connection, agency) {}

core::Agency SqliteBooksView::agency() {
    auto row = connection_.use("SELECT code, name FROM agency WHERE agency_id = ?");
    row->bind(1, agency_number());
    if (!row->step()) throw_unreadable("place-office");
    return {agency_, row->column_string(0), row->column_string(1)};
}

core::Office SqliteBooksView::office() {
    auto row = connection_.use("SELECT office FROM agency WHERE agency_id = ?");
    row->bind(1, agency_number());
    if (!row->step()) throw_unreadable("place-office");
    auto office = core::office_from_json(row->column_text(0));
    if (!office) throw_unreadable("place-office");
    return std::move(office).value();
}

bool SqliteBooksView::is_practice() {
    auto row = connection_.use("SELECT practice FROM agency WHERE agency_id = ?");
    row->bind(1, agency_number());
    return row->step() && row->column_int(0) != 0;
}

core::CalendarDays SqliteBooksView::calendar_days() {
    core::CalendarDays days;
    auto row = connection_.use("SELECT day, kind, name FROM calendar_day WHERE agency_id = ?");
    row->bind(1, agency_number());
    while (row->step()) {
        const core::Day day = day_of_key(static_cast<int>(row->column_int(0)));
        const std::string_view kind = row->column_text(1);
        days[day] = {
            known(core::parse_day_kind(kind), {"place-calendar-day", {{"date", day}}}, kind),
            row->column_string(2)};
    }
    return days;
}

std::vector<core::ProcedureVersion> SqliteBooksView::procedure_versions() {
    static const std::string sql = select_versions("WHERE agency_id = ?");
    std::vector<core::ProcedureVersion> versions;
    auto row = connection_.use(sql);
    row->bind(1, agency_number());
    while (row->step()) versions.push_back(read_version(*row));
    return versions;
}

std::vector<core::User> SqliteBooksView::users() {
    std::vector<core::User> users;
    auto row = connection_.use("SELECT login, name, role, password_hash, disabled FROM "
                               "user_account WHERE agency_id = ? ORDER BY login");
    row->bind(1, agency_number());
    while (row->step()) {
        const std::string login = row->column_string(0);
        const std::string_view role = row->column_text(2);
        users.push_back({login, row->column_string(1),
                         known(core::parse_role(role), {"place-user", {{"login", login}}}, role),
                         row->column_string(3), row->column_int(4) != 0});
    }
    return users;
}

std::vector<core::Device> SqliteBooksView::devices() {
    std::vector<core::Device> devices;
    auto row = connection_.use("SELECT device, kind, name, code_hash, key_hash, revoked FROM "
                               "device WHERE agency_id = ? ORDER BY device");
    row->bind(1, agency_number());
    while (row->step()) {
        const std::string id = row->column_string(0);
        const std::string_view kind = row->column_text(1);
        devices.push_back(
            {id, known(core::parse_device_kind(kind), {"place-device", {{"device", id}}}, kind),
             row->column_string(2), row->column_string(3), row->column_string(4),
             row->column_int(5) != 0});
    }
    return devices;
}

std::int64_t SqliteBooksView::dossier_count() {
    auto row = connection_.use("SELECT count(*) FROM dossier WHERE agency_id = ?");
    row->bind(1, agency_number());
    row->step();
    return row->column_int(0);
}

std::optional<core::StoredDossier> SqliteBooksView::find_dossier(std::string_view code) {
    return dossiers_.find(code);
}

std::vector<core::StoredDossier> SqliteBooksView::find_dossiers_by_tail(std::string_view tail,
                                                                        std::size_t limit) {
    return dossiers_.find_by_tail(tail, limit);
}

void SqliteBooksView::each_dossier(Which which,
                                   const std::function<bool(const core::StoredDossier&)>& visit) {
    dossiers_.each(which, visit);
}

bool SqliteBooksView::is_version_used(std::int64_t version_id) {
    // One is enough to know, and a version may have a hundred thousand.
    auto row = connection_.use("SELECT 1 FROM dossier WHERE version_id = ? LIMIT 1");
    row->bind(1, version_id);
    return row->step();
}

std::vector<core::StoredDossier> SqliteBooksView::list_dossiers(const core::DossierQuery& query) {
    return DossierLists(connection_, dossiers_, agency_number()).list(query);
}

std::int64_t SqliteBooksView::count_dossiers(const core::DossierQuery& query, std::int64_t most) {
    return DossierLists(connection_, dossiers_, agency_number()).count(query, most);
}

std::vector<core::OfficerCount> SqliteBooksView::count_due(core::Instant from,
                                                           core::Instant before) {
    return dossiers_.count_due(from, before);
}

std::int64_t SqliteBooksView::count_refused(core::Instant from, core::Instant before) {
    return dossiers_.count_refused(from, before);
}

core::JournalHead SqliteBooksView::journal_head() {
    auto row = connection_.use("SELECT journal_seq, journal_hash FROM agency WHERE agency_id = ?");
    row->bind(1, agency_number());
    if (!row->step()) throw_unreadable("place-journal-end");
    return {row->column_int(0), read_hash(row->column_blob(1))};
}

std::optional<core::Event> SqliteBooksView::event(std::int64_t seq) {
    static const std::string sql = std::string(event_columns) + "WHERE agency_id = ? AND seq = ?";
    auto row = connection_.use(sql);
    row->bind_all(agency_number(), seq);
    if (!row->step()) return std::nullopt;
    return read_event(*row);
}

void SqliteBooksView::each_event(std::int64_t from_seq,
                                 const std::function<bool(const core::Event&)>& visit) {
    // A statement of its own: whoever is shown an event may read others.
    Statement row(connection_,
                  std::string(event_columns) + "WHERE agency_id = ? AND seq >= ? ORDER BY seq");
    row.bind_all(agency_number(), from_seq);
    while (row.step()) {
        if (!visit(read_event(row))) return;
    }
}

std::vector<core::GroupCounts>
SqliteBooksView::count_groups(std::optional<core::GroupBy> by, core::Day first, core::Day last) {
    return read_counts(connection_, agency_, by, first, last);
}

std::vector<core::CountTable> SqliteBooksView::count_tables() { return db::count_tables(); }

void SqliteBooksView::each_count(const core::CountTable& table,
                                 const std::function<void(const core::StoredCount&)>& visit) {
    read_each_count(connection_, agency_, table, visit);
}

void SqliteBooksView::each_late_count(
    const std::function<void(const core::StoredLateCount&)>& visit) {
    read_each_late_count(connection_, agency_, visit);
}

std::map<core::Day, int> SqliteBooksView::code_numbers() {
    std::map<core::Day, int> numbers;
    auto row = connection_.use("SELECT day, last_number FROM code_number WHERE agency_id = ?");
    row->bind(1, agency_number());
    while (row->step()) {
        numbers[day_of_key(static_cast<int>(row->column_int(0)))] =
            static_cast<int>(row->column_int(1));
    }
    return numbers;
}

bool SqliteBooksView::is_searchable(const core::StoredDossier& stored) {
    return SearchIndex(connection_).finds(stored.id, stored.dossier.applicant);
}

bool SqliteBooksView::is_searchable(const core::ProcedureVersion& version) {
    // Made by the very words that the import put into the index.
    const std::string text = version.code + " " + version.name;
    if (!core::is_utf8(text)) return false;
    const auto words = core::search_words(text);
    auto row = connection_.use("SELECT 1 FROM procedure_search WHERE procedure_search MATCH ? AND "
                               "rowid = ?");
    const std::string expression = match_expression(words);
    row->bind_all(expression, version.id);
    return row->step();
}

std::vector<std::pair<std::string, std::string>> SqliteBooksView::procedure_names(core::Day day) {
    std::vector<std::pair<std::string, std::string>> names;
    // Versions that begin after the day come first, so that one in force overrides them.
    auto row = connection_.use("SELECT code, name FROM procedure_version WHERE agency_id = ?1 "
                               "ORDER BY effective_from <= ?2, effective_from");
    row->bind_all(agency_number(), span_key(Span::day, day));
    while (row->step()) names.emplace_back(row->column_string(0), row->column_string(1));
    return names;
}

std::vector<core::ProcedureVersion>
SqliteBooksView::search_procedures(std::span<const std::string> words, std::size_t limit) {
    static const std::string sql = select_versions(
        "WHERE version_id IN (SELECT rowid FROM procedure_search WHERE procedure_search MATCH ?) "
        "AND agency_id = ? ORDER BY code, effective_from LIMIT ?");
    std::vector<core::ProcedureVersion> found;
    if (words.empty()) return found;
    const std::string expression = match_expression(words);
    auto row = connection_.use(sql);
    row->bind_all(expression, agency_number(), static_cast<std::int64_t>(limit));
    while (row->step()) found.push_back(read_version(*row));
    return found;
}

std::vector<core::StoredDossier>
SqliteBooksView::search_dossiers(std::span<const std::string> words, std::size_t limit) {
    std::vector<core::StoredDossier> found;
    // The index is of the whole file: what it finds of another office is not found by its number.
    if (words.empty() || limit == 0) return found;
    SearchIndex(connection_).each_match(words, [&](std::int64_t id) {
        if (auto stored = dossiers_.find(id)) found.push_back(std::move(*stored));
        return found.size() < limit;
    });
    return found;
}

std::vector<core::Message> SqliteBooksView::damage() {
    std::vector<core::Message> damage;
    // SQLite tells in its own words what is wrong inside the file.
    Statement row(connection_, "PRAGMA integrity_check");
    while (row.step()) {
        if (row.column_text(0) != "ok")
            damage.push_back({"cannot-be-read", {{"detail", row.column_string(0)}}});
    }
    // Up to this dossier the index of words is complete; the rest is read row by row.
    if (connection_.query_int("SELECT count(*) FROM dossier_search_end WHERE dossier_id >= 0 AND "
                              "dossier_id <= (SELECT ifnull(max(dossier_id), 0) FROM dossier)") !=
        1)
        damage.emplace_back("finding-search-end-of-no-dossier");
    // So is the order of names; of another edition of the order it is not read at all.
    const std::int64_t named = NameOrder(connection_).end();
    const std::string up_to = std::to_string(named);
    if (named != 0 &&
        connection_.query_int(
            "SELECT (SELECT count(*) FROM dossier_name) <> (SELECT count(*) FROM dossier WHERE "
            "dossier_id <= " +
            up_to + ")") != 0)
        damage.emplace_back("finding-name-order-broken");
    // What a dossier's row repeats of its other rows, so that it can be searched and read quickly.
    Statement repeated(
        connection_,
        "SELECT code FROM dossier WHERE agency_id = ? AND (clock_changes > 0 AND (due_at IS NOT "
        "(SELECT due_at FROM dossier_clock WHERE agency_id = dossier.agency_id AND dossier_id = "
        "dossier.dossier_id ORDER BY position DESC LIMIT 1) OR clock_changes <> (SELECT count(*) "
        "FROM dossier_clock WHERE agency_id = dossier.agency_id AND dossier_id = "
        "dossier.dossier_id)) OR hand_overs > 0 AND hand_overs <> (SELECT count(*) FROM hand_over "
        "WHERE agency_id = dossier.agency_id AND dossier_id = dossier.dossier_id))");
    repeated.bind(1, agency_number());
    while (repeated.step()) {
        damage.push_back({"finding-dossier-contradicts-itself",
                          {{"code", repeated.column_string(0)},
                           {"members", "due_at, clock_changes, hand_overs"}}});
    }
    return damage;
}

} // namespace db
