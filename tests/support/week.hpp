#pragma once

#include "core/domain/civil_time.hpp"
#include "tests/support/office_samples.hpp"

/// An ordinary week of the reference calendar, 6 to 11 March 2023, and the Monday after it.
namespace samples {

inline const core::Day monday = date(2023, 3, 6);
inline const core::Day tuesday = monday + std::chrono::days{1};
inline const core::Day wednesday = monday + std::chrono::days{2};
inline const core::Day thursday = monday + std::chrono::days{3};
inline const core::Day friday = monday + std::chrono::days{4};
inline const core::Day saturday = monday + std::chrono::days{5};
inline const core::Day next_monday = monday + std::chrono::days{7};

} // namespace samples
