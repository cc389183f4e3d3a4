// The order of names. A key is dear to make and its place in the index is anywhere, so neither
// intake nor import writes it: the writer does when it is idle. `dossier_name_end` says how far it
// has come, and by which edition of the collation's tables: after a change of those the whole is
// made anew, since keys of two editions do not compare.

#include "db/sqlite/name_order.hpp"

#include "core/domain/vietnamese_order.hpp"
#include "db/sqlite/connection.hpp"

#include <span>
#include <string_view>

namespace db {

namespace {

std::span<const std::byte> bytes_of(std::string_view text) {
    return std::as_bytes(std::span(text));
}

} // namespace

std::int64_t NameOrder::end() {
    auto row = connection_.use("SELECT dossier_id FROM dossier_name_end WHERE edition = ?");
    row->bind(1, core::name_order_edition());
    return row->step() ? row->column_int(0) : 0;
}

std::int64_t NameOrder::waiting() {
    auto row = connection_.use("SELECT ifnull(max(dossier_id), 0) FROM dossier");
    return (row->step() ? row->column_int(0) : 0) - end();
}

void NameOrder::catch_up(std::size_t most) {
    std::int64_t last = end();
    if (last == 0) connection_.execute("DELETE FROM dossier_name");
    {
        auto row = connection_.use("SELECT dossier_id, agency_id, applicant_name FROM dossier "
                                   "WHERE dossier_id > ? ORDER BY dossier_id LIMIT ?");
        row->bind_all(last, static_cast<std::int64_t>(most));
        while (row->step()) {
            last = row->column_int(0);
            add(row->column_int(1), last, row->column_string(2));
        }
    }
    auto set = connection_.use("UPDATE dossier_name_end SET dossier_id = ?, edition = ?");
    set->bind_all(last, core::name_order_edition());
    set->run();
}

void NameOrder::name_changed(std::int64_t agency,
                             std::int64_t id,
                             const std::string& before,
                             const std::string& after) {
    if (id > end()) return;
    {
        auto row = connection_.use("DELETE FROM dossier_name WHERE agency_id = ? AND name_key = ? "
                                   "AND dossier_id = ?");
        const std::string key = core::name_sort_key(before);
        row->bind_all(agency, bytes_of(key), id);
        row->run();
    }
    add(agency, id, after);
}

void NameOrder::add(std::int64_t agency, std::int64_t id, const std::string& name) {
    auto row = connection_.use("INSERT INTO dossier_name (agency_id, name_key, dossier_id) VALUES "
                               "(?, ?, ?)");
    const std::string key = core::name_sort_key(name);
    row->bind_all(agency, bytes_of(key), id);
    row->run();
}

} // namespace db
