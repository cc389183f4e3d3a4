// Counts made anew from the dossiers, to be compared with those stored. Verification adds every
// dossier's changes in the order of the store; then each stored row must equal the sum of the
// cells it covers, and no cell may be without its row. Cells are keyed by group and day in one
// number: there are millions, and the map of them must fit in memory.

#include "core/engine/verification/count_verification.hpp"

namespace core {

namespace {

std::uint64_t cell_of(std::uint32_t group, Day day) {
    return (std::uint64_t{group} << 32) | static_cast<std::uint32_t>(day_number(day));
}

Day day_of(std::uint64_t cell) {
    return day_from_number(static_cast<std::int32_t>(cell & 0xffff'ffff));
}

Message place_of(const CountTable& table, const std::string& group, Day first_day) {
    return {"place-count-row", {{"table", table.name}, {"group", group}, {"from", first_day}}};
}

Message place_of(const LateRow& row) {
    return {"place-late-count-row",
            {{"figure", Term{"day_figure", row.figure}},
             {"group", row.group},
             {"date", row.day},
             {"known_from", row.known_from}}};
}

/// The figures that differ, each as a message of its own.
std::vector<Message> differences(const Counts& stored, const Counts& expected) {
    std::vector<Message> differing;
    for (const Figure figure : figures_by_day.values()) {
        if (stored[figure] == expected[figure]) continue;
        differing.push_back({"finding-figure-differs",
                             {{"figure", Term{"day_figure", std::string(to_text(figure))}},
                              {"stored", stored[figure]},
                              {"expected", expected[figure]}}});
    }
    return differing;
}

} // namespace

std::uint32_t CountVerification::group(std::string_view grouping, std::string_view key) {
    lookup_.assign(grouping);
    lookup_.push_back(' ');
    lookup_.append(key);
    const auto [place, added] =
        index_.try_emplace(lookup_, static_cast<std::uint32_t>(names_.size()));
    if (added) names_.push_back(lookup_);
    return place->second;
}

void CountVerification::add(const GroupKeys& keys, std::span<const FigureChange> changes) {
    // The store counts a dossier once in each of these.
    for (const GroupName& name : groups_of(keys)) {
        const std::uint32_t each = group(name.grouping, name.key);
        for (const FigureChange& change : changes) {
            // A report of a closed period must not change: what became known later is kept apart.
            if (change.known_from > change.day) {
                late_[{names_[each], change.day, change.known_from,
                       std::string(to_text(change.figure))}] += change.change;
            } else {
                cells_[cell_of(each, change.day)][static_cast<std::size_t>(change.figure)] +=
                    change.change;
            }
        }
    }
}

std::int64_t CountVerification::compare(BooksView& books, const Report& report) const {
    std::int64_t rows = 0;
    for (const CountTable& table : books.count_tables())
        rows += compare_table(books, table, report);
    return rows + compare_late(books, report);
}

std::int64_t CountVerification::compare_table(BooksView& books,
                                              const CountTable& table,
                                              const Report& report) const {
    std::map<std::pair<std::uint32_t, Day>, Counts> expected;
    for (const auto& [key, cell] : cells_) {
        Counts& sum =
            expected[{static_cast<std::uint32_t>(key >> 32), table.first_day_of(day_of(key))}];
        for (std::size_t i = 0; i < figure_count; ++i) sum[static_cast<Figure>(i)] += cell[i];
    }
    // What came and went again leaves no row.
    std::erase_if(expected, [](const auto& row) { return row.second.is_zero(); });

    std::int64_t rows = 0;
    books.each_count(table, [&](const StoredCount& stored) {
        ++rows;
        const std::string group = stored.grouping + " " + stored.key;
        const auto known = index_.find(group);
        const auto found = known == index_.end() ? expected.end()
                                                 : expected.find({known->second, stored.first_day});
        if (found == expected.end()) {
            report(place_of(table, group, stored.first_day), "finding-of-no-dossier");
            return;
        }
        if (!(found->second == stored.counts)) {
            report(place_of(table, group, stored.first_day),
                   {"finding-figures-differ",
                    {{"figures", differences(stored.counts, found->second)}}});
        }
        expected.erase(found);
    });
    for (const auto& [key, counts] : expected)
        report(place_of(table, names_[key.first], key.second), "finding-missing");
    return rows;
}

std::int64_t CountVerification::compare_late(BooksView& books, const Report& report) const {
    auto expected = late_;
    std::erase_if(expected, [](const auto& late) { return late.second == 0; });
    std::int64_t rows = 0;
    books.each_late_count([&](const StoredLateCount& stored) {
        ++rows;
        const LateRow row{stored.grouping + " " + stored.key, stored.day, stored.known_from,
                          std::string(stored.figure)};
        const auto found = expected.find(row);
        if (found == expected.end() || found->second != stored.number)
            report(place_of(row), "finding-of-no-dossier");
        if (found != expected.end()) expected.erase(found);
    });
    for (const auto& [row, number] : expected) report(place_of(row), "finding-missing");
    return rows;
}

} // namespace core
