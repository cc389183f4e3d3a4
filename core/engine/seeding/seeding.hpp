#pragma once

#include "core/engine/journal/bookkeeping.hpp"
#include "core/engine/ports/store.hpp"

#include <cstdint>

namespace core {

/// A made-up load, for practice and benchmarks: the same plan gives the same dossiers.
struct SeedPlan {
    std::int64_t dossiers = 0;
    Day first;
    Day last;
    std::uint64_t random_seed = 1;
};

/// Fills the books with invented people's dossiers by all rules, in order of receipt, in
/// transactions of limited size, and marks the books as practice. Refused when the books hold
/// real dossiers, or when no procedure is in force on any working day of the plan.
Result<std::int64_t> seed_books(Store& store,
                                AgencyId agency,
                                const SeedPlan& plan,
                                const ActContext& by,
                                const Progress& progress);

} // namespace core
