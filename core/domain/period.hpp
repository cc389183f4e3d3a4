#pragma once

#include "core/domain/civil_time.hpp"
#include "core/domain/result.hpp"

namespace core {

/// A period is of whole days, its first and last among them. Refuses one that ends before it
/// begins, as a fault of the field `to`.
Result<void> check_period(Day first, Day last);

} // namespace core
