#pragma once

#include "core/domain/civil_time.hpp"
#include "core/domain/period_figures.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace db {

class Connection;

/// A figure of a group on a day that grew, or shrank.
struct CountChange {
    std::int64_t group = 0; ///< count_group.group_id
    core::Day day;
    core::Figure figure{};
    std::int64_t number = 0;
};

/// Rows of `count_change`: a commit of a few dossiers writes one of them instead of touching 24
/// rows of four tables, and hundreds of them are added up together.
void postpone_counts(Connection& connection,
                     std::int64_t agency,
                     std::span<const CountChange> changes);

/// In the order in which they were written. Throws Damaged for bytes that are none.
void each_postponed_count(Connection& connection,
                          std::int64_t agency,
                          const std::function<void(const CountChange&)>& visit);

void forget_postponed_counts(Connection& connection, std::int64_t agency);

/// Offices that have some.
std::vector<std::int64_t> agencies_with_postponed_counts(Connection& connection);

} // namespace db
