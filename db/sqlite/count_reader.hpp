#pragma once

#include "core/engine/ports/store.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace db {

class Connection;

/// BooksView::count_groups(): sums the spans that make up the period.
std::vector<core::GroupCounts> read_counts(Connection& connection,
                                           core::AgencyId agency,
                                           std::optional<core::GroupBy> by,
                                           core::Day first,
                                           core::Day last);

/// BooksView::count_tables(), each_count() and each_late_count().
std::vector<core::CountTable> count_tables();
void read_each_count(Connection& connection,
                     core::AgencyId agency,
                     const core::CountTable& table,
                     const std::function<void(const core::StoredCount&)>& visit);
void read_each_late_count(Connection& connection,
                          core::AgencyId agency,
                          const std::function<void(const core::StoredLateCount&)>& visit);

} // namespace db
