#include "db/sqlite/postponed_counts.hpp"

#include "db/error.hpp"
#include "db/sqlite/connection.hpp"

#include <array>

namespace db {

namespace {

constexpr std::size_t field_bytes = 4;
constexpr std::size_t change_bytes = 4 * field_bytes;

// Little-endian on every machine, so that a file can be carried to another.

void put(std::int64_t value, std::vector<std::byte>& bytes) {
    const auto bits = static_cast<std::uint32_t>(static_cast<std::int32_t>(value));
    for (unsigned i = 0; i < field_bytes; ++i)
        bytes.push_back(static_cast<std::byte>(bits >> (8 * i)));
}

std::int32_t get(std::span<const std::byte> bytes, std::size_t field) {
    std::uint32_t bits = 0;
    for (unsigned i = 0; i < field_bytes; ++i)
        bits |= std::to_integer<std::uint32_t>(bytes[field * field_bytes + i]) << (8 * i);
    return static_cast<std::int32_t>(bits);
}

CountChange read_change(std::span<const std::byte> bytes) {
    const std::int32_t group = get(bytes, 0);
    const std::int32_t figure = get(bytes, 2);
    if (group <= 0 || figure < 0 || figure >= static_cast<std::int32_t>(core::figure_count)) {
        throw_unreadable("place-postponed-counts");
    }
    return {group, core::day_from_number(get(bytes, 1)), static_cast<core::Figure>(figure),
            get(bytes, 3)};
}

} // namespace

void postpone_counts(Connection& connection,
                     std::int64_t agency,
                     std::span<const CountChange> changes) {
    std::vector<std::byte> bytes;
    bytes.reserve(changes.size() * change_bytes);
    for (const CountChange& change : changes) {
        put(change.group, bytes);
        put(core::day_number(change.day), bytes);
        put(static_cast<std::int64_t>(change.figure), bytes);
        put(change.number, bytes);
    }
    auto row = connection.use("INSERT INTO count_change (agency_id, changes) VALUES (?, ?)");
    row->bind_all(agency, std::span<const std::byte>(bytes));
    row->run();
}

void each_postponed_count(Connection& connection,
                          std::int64_t agency,
                          const std::function<void(const CountChange&)>& visit) {
    auto rows = connection.use("SELECT changes FROM count_change WHERE agency_id = ? "
                               "ORDER BY change_id");
    rows->bind(1, agency);
    while (rows->step()) {
        const auto bytes = rows->column_blob(0);
        for (std::size_t at = 0; at < bytes.size(); at += change_bytes) {
            if (bytes.size() - at < change_bytes) throw_unreadable("place-postponed-counts");
            visit(read_change(bytes.subspan(at, change_bytes)));
        }
    }
}

void forget_postponed_counts(Connection& connection, std::int64_t agency) {
    auto remove = connection.use("DELETE FROM count_change WHERE agency_id = ?");
    remove->bind(1, agency);
    remove->run();
}

std::vector<std::int64_t> agencies_with_postponed_counts(Connection& connection) {
    std::vector<std::int64_t> agencies;
    auto rows = connection.use("SELECT DISTINCT agency_id FROM count_change");
    while (rows->step()) agencies.push_back(rows->column_int(0));
    return agencies;
}

} // namespace db
