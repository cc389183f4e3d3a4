#pragma once

#include "core/engine/reporting/reporting.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/random_samples.hpp"

#include <catch2/catch.hpp>

#include <optional>

/// Compares the report from the day counts with the one from looking at every dossier.
namespace samples {

inline void check_disjoint_groups_sum(const core::PeriodReport& report) {
    if (!report.by || report.by == core::GroupBy::month) return;
    core::PeriodFigures sum;
    for (const auto& group : report.groups) sum += group.figures;
    CHECK(sum == report.total);
}

inline void check_report(core::BooksView& books,
                         core::Day first,
                         core::Day last,
                         std::optional<core::GroupBy> by) {
    INFO("from " << core::format_date(first) << " to " << core::format_date(last) << " by "
                 << (by ? core::to_text(*by) : "nothing"));
    const auto counted = core::make_period_report(books, first, last, by);
    const auto scanned = core::scan_period_report(books, first, last, by);
    if (!counted) FAIL(counted.error().message.code);
    if (!scanned) FAIL(scanned.error().message.code);
    CHECK(counted->total == scanned->total);
    CHECK(counted->groups == scanned->groups);
    check_disjoint_groups_sum(*counted);
}

inline void check_all_groupings(core::BooksView& books, core::Day first, core::Day last) {
    check_report(books, first, last, std::nullopt);
    for (const auto by : core::groupings.values()) check_report(books, first, last, by);
}

/// Random periods around the months of random_samples.hpp, and those that hold them all.
inline void check_many_periods(core::BooksView& books, Random& random, int periods) {
    check_all_groupings(books, date(1970, 1, 1), date(2030, 12, 31));
    check_all_groupings(books, first_random_day, last_random_day);
    for (int i = 0; i < periods; ++i) {
        const core::Day first = random_day(random, date(2024, 3, 1), date(2024, 9, 30));
        check_all_groupings(books, first, random_day(random, first, date(2025, 1, 10)));
    }
}

} // namespace samples
