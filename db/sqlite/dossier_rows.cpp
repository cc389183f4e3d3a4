// Dossiers in SQLite. The columns are db/common/dossier_columns.cpp's; lists and their order are
// dossier_lists.cpp's.
//
// A dossier is one row and, for the few that need them, rows of `dossier_clock` and `hand_over`,
// written anew as a whole when they change: they are short, and positions stay without gaps.

#include "db/sqlite/dossier_rows.hpp"

#include "core/domain/dossier_code.hpp"
#include "core/domain/utf8.hpp"
#include "db/common/column_sql.hpp"
#include "db/common/dossier_columns.hpp"
#include "db/sqlite/column_binding.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/dossier_lists.hpp"
#include "db/sqlite/name_order.hpp"
#include "db/sqlite/search_index.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace db {

using core::Dossier;
using core::Instant;
using core::StoredDossier;

namespace {

/// Beyond so many groups of codes a tail is no longer looked for: a code of every office that ever
/// was and of each of its days is far below.
constexpr std::size_t most_code_groups = 20'000;
constexpr std::size_t most_of_a_tail = 1'000;

/// The last text below another one, and the code that a text belongs to.
struct TailStatements {
    std::string_view last_below;
    std::string_view exact;
};

/// Whether a code's head ends in these parts of it, whole ones: `000.00.18.H55-261129` in
/// `H55-261129`.
bool ends_in_parts(std::string_view head, std::string_view parts) {
    if (parts.empty() || head == parts) return true;
    if (!head.ends_with(parts)) return false;
    const char before = head[head.size() - parts.size() - 1];
    return before == '-' || before == '.';
}

/// Codes that end in the tail. Codes come in groups that differ in their number only
/// (`…-261129-0001`, `…-261129-0002`): the index is read one group at a time, from its end, and
/// each group is asked for the one number.
std::vector<std::string> codes_by_tail(Connection& connection,
                                       std::int64_t agency,
                                       std::string_view tail,
                                       const TailStatements& statements) {
    const std::size_t dash = tail.rfind('-');
    const std::string number(dash == std::string_view::npos ? tail : tail.substr(dash + 1));
    const std::string_view head = tail.substr(0, dash == std::string_view::npos ? 0 : dash);
    std::vector<std::string> codes;
    std::string below = "\xFF";
    for (std::size_t group = 0; group < most_code_groups && codes.size() < most_of_a_tail;
         ++group) {
        std::string last;
        {
            auto row = connection.use(statements.last_below);
            row->bind_all(agency, below);
            if (!row->step() || row->column_is_null(0)) break;
            last = row->column_string(0);
        }
        const std::size_t end = last.rfind('-');
        if (end == std::string::npos) {
            below = last;
            continue;
        }
        below = last.substr(0, end + 1); // all of the group are at or above it
        if (!ends_in_parts(std::string_view(last).substr(0, end), head)) continue;
        auto row = connection.use(statements.exact);
        const std::string wanted = below + number;
        row->bind_all(agency, wanted);
        while (row->step()) codes.push_back(row->column_string(0));
    }
    return codes;
}

std::string select_dossiers(std::string_view condition) {
    static const std::string columns = "SELECT " + select_list(dossier_columns) +
                                       " FROM dossier JOIN procedure_version USING (version_id) ";
    return columns + std::string(condition);
}

} // namespace

std::optional<StoredDossier> DossierRows::find(std::string_view wanted) {
    if (auto stored = find_as_written(wanted)) return stored;
    if (!core::is_utf8(wanted)) return std::nullopt;
    const std::string key = core::dossier_code_key(wanted);
    if (key != wanted) {
        if (auto stored = find_as_written(key)) return stored;
    }
    static const std::string sql = select_dossiers(
        "WHERE dossier.agency_id = ? AND code_key = ? AND code_key <> '' ORDER BY dossier_id");
    auto row = connection_.use(sql);
    row->bind_all(agency_, key);
    if (!row->step()) return std::nullopt;
    return read_stored(*row);
}

std::optional<StoredDossier> DossierRows::find_as_written(std::string_view code) {
    static const std::string sql =
        select_dossiers("WHERE dossier.agency_id = ? AND dossier.code = ?");
    auto row = connection_.use(sql);
    row->bind_all(agency_, code);
    if (!row->step()) return std::nullopt;
    return read_stored(*row);
}

std::vector<StoredDossier> DossierRows::find_by_tail(std::string_view tail, std::size_t limit) {
    std::vector<std::string> codes =
        codes_by_tail(connection_, agency_, tail,
                      {"SELECT max(code) FROM dossier WHERE agency_id = ? AND code < ?",
                       "SELECT code FROM dossier WHERE agency_id = ? AND code = ?"});
    const auto by_key = codes_by_tail(
        connection_, agency_, tail,
        {"SELECT max(code_key) FROM dossier WHERE agency_id = ? AND code_key < ? AND code_key <> "
         "''",
         "SELECT code FROM dossier WHERE agency_id = ? AND code_key = ? AND code_key <> ''"});
    codes.insert(codes.end(), by_key.begin(), by_key.end());
    std::vector<StoredDossier> found;
    for (const std::string& code : codes) {
        if (auto stored = find_as_written(code)) found.push_back(std::move(*stored));
    }
    std::ranges::sort(found, std::greater(), &StoredDossier::id);
    if (found.size() > limit) found.resize(limit);
    return found;
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
    const std::string own_key = stored_code_key(dossier.code);
    if (is_taken_otherwise(dossier.code, own_key)) return std::nullopt;
    const auto values =
        values_of(dossier_columns, DossierSource{dossier, agency_, event_seq}, Written::once);
    {
        auto row = connection_.use(sql);
        bind_values(*row, values);
        row->run();
    }
    if (connection_.changes() == 0) return std::nullopt; // the code is taken
    if (!own_key.empty()) has_other_spellings_ = true;
    const std::int64_t id = connection_.last_insert_id();
    if (stored_clock_changes(dossier) > 0) write_clock(id, dossier);
    if (!dossier.hand_overs.empty()) write_hand_overs(id, dossier);
    return id;
}

bool DossierRows::has_other_spellings() {
    if (!has_other_spellings_) {
        auto row =
            connection_.use("SELECT 1 FROM dossier WHERE agency_id = ? AND code_key <> '' LIMIT 1");
        row->bind_all(agency_);
        has_other_spellings_ = row->step();
    }
    return *has_other_spellings_;
}

bool DossierRows::is_taken_otherwise(const std::string& code, const std::string& own_key) {
    const std::string& key = own_key.empty() ? code : own_key;
    // The index holds the few codes that are no keys themselves; most offices have none.
    if (has_other_spellings()) {
        auto row = connection_.use("SELECT 1 FROM dossier WHERE agency_id = ?1 AND code_key = ?2 "
                                   "AND code_key <> '' AND code <> ?3 LIMIT 1");
        row->bind_all(agency_, key, code);
        if (row->step()) return true;
    }
    if (own_key.empty()) return false;
    auto same = connection_.use("SELECT 1 FROM dossier WHERE agency_id = ? AND code = ?");
    same->bind_all(agency_, key);
    return same->step();
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
    const std::string& name = after.applicant.name;
    if (name != before.dossier.applicant.name) {
        NameOrder(connection_)
            .name_changed(agency_, before.id, before.dossier.applicant.name, name);
    }
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
