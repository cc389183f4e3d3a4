#pragma once

#include "core/domain/message.hpp"
#include "core/engine/ports/store.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace core {

/// What makes a row of late counts that one: a figure of a group, and since when it is known.
struct LateRow {
    std::string group; // "field Hộ tịch"
    Day day;
    Day known_from;
    std::string figure;

    auto operator<=>(const LateRow&) const = default; // NOLINT(modernize-use-nullptr): no 0 here
};

/// Counts made anew from dossiers, to be compared with the stored ones row by row.
class CountVerification {
public:
    using Report = std::function<void(Message where, Message what)>;

    void add(const GroupKeys& keys, std::span<const FigureChange> changes);

    /// Reports each row that differs, is missing, or should not be; returns the rows compared.
    std::int64_t compare(BooksView& books, const Report& report) const;

private:
    using Cell = std::array<std::int32_t, figure_count>;

    std::uint32_t group(std::string_view grouping, std::string_view key);
    std::int64_t
    compare_table(BooksView& books, const CountTable& table, const Report& report) const;
    std::int64_t compare_late(BooksView& books, const Report& report) const;

    std::map<std::string, std::uint32_t, std::less<>> index_; // "field Hộ tịch"
    std::vector<std::string> names_;
    std::unordered_map<std::uint64_t, Cell> cells_; // group and day
    std::map<LateRow, std::int64_t> late_;
    std::string lookup_;
};

} // namespace core
