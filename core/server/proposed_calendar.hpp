#pragma once

#include "core/domain/message.hpp"
#include "core/domain/proposed_days_off.hpp"

#include <chrono>
#include <string>

namespace server {

/// A day's name as the calendar keeps it: in Vietnamese, the office's language.
std::string name_of(const core::ProposedDay& day);

/// A proposal as calendar.csv, for the import to take once somebody has looked at it.
std::string calendar_csv(const core::ProposedYear& proposed);

/// What is to be known of it before it is taken: its source, and what the Government may choose
/// otherwise.
core::Message proposal_note(std::chrono::year year, const core::ProposedYear& proposed);

} // namespace server
