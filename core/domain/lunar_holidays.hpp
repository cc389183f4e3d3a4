#pragma once

#include "core/domain/instant.hpp"

#include <chrono>
#include <optional>
#include <span>

namespace core {

/// The days off of a year that the lunar calendar of Vietnam sets.
struct LunarHolidays {
    std::chrono::year year;
    Day new_year;   ///< the first day of the lunar year (Tết Nguyên đán)
    Day hung_kings; ///< the 10th of its third month (Giỗ Tổ Hùng Vương)
};

/// Those known, by year without a gap: the table `lunar_holidays.csv`, which names its source. A
/// table and no calculation: libraries know the lunar calendar of China, which is another one.
std::span<const LunarHolidays> lunar_holidays();

/// Those of a year; none for a year beyond the table.
std::optional<LunarHolidays> lunar_holidays_of(std::chrono::year year);

} // namespace core
