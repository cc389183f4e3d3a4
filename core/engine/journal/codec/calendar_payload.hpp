#pragma once

#include "core/domain/working_calendar.hpp"

#include <string>
#include <string_view>

/// The calendar as the event that changes it holds it, whole. Reading what a damaged journal holds
/// throws std::runtime_error.
namespace core::payload {

std::string write(const CalendarDays& days);
CalendarDays read_calendar(std::string_view payload);

} // namespace core::payload
