#pragma once

#include "core/engine/ports/store.hpp"
#include "db/common/count_spans.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace db {

class Connection;

/// Gathers the counts of a transaction in memory and writes each row once, at its end: thousands
/// of dossiers move the same few rows. It knows the stored groups as long as every transaction is
/// committed; after one that was not, it must be thrown away. Belongs to the writer's thread.
class CountLedger {
public:
    /// Days times groups kept in memory before they are written out within the transaction.
    static constexpr std::size_t cell_limit = 1'000'000;

    CountLedger(Connection& connection, core::AgencyId agency)
        : connection_(connection), agency_(static_cast<std::int64_t>(agency)) {}

    /// Counts for the command at hand.
    void count(const core::GroupKeys& keys, std::span<const core::FigureChange> changes, int sign);

    /// The command at hand counts; or it does not, and whatever it wrote is undone.
    void accept();
    void undo();

    /// Writes all that was accepted as one row to be added up later. Within the transaction that
    /// is to be committed. Gives the number of changes.
    std::size_t postpone();

    /// Adds up all that was accepted and what was postponed before. Within the transaction too.
    void write_out();

private:
    using Cell = std::array<std::int32_t, core::figure_count>;

    struct Group {
        std::int64_t id = 0;
        std::string grouping;
    };

    struct Change {
        std::uint64_t cell; // group and day
        core::Figure figure;
        std::int32_t number;
    };

    std::uint32_t group_index(std::string_view grouping, std::string_view key);
    std::int64_t stored_group(std::string_view grouping, std::string_view key);
    void count_late(const Group& group, const core::FigureChange& change, int sign);
    void take_postponed();
    void write_span(Span span, const std::vector<std::pair<std::uint64_t, const Cell*>>& cells);
    void write_row(Span span, const Group& group, int key, const Cell& cell);

    Connection& connection_;
    std::int64_t agency_;
    std::vector<Group> groups_;
    std::size_t accepted_groups_ = 0; // those after it may be undone with the command
    std::unordered_map<std::string, std::uint32_t> index_; // grouping and key
    std::string lookup_;
    std::vector<Change> pending_;
    std::unordered_map<std::uint64_t, Cell> cells_;
};

} // namespace db
