#pragma once

#include "core/domain/dossier.hpp"
#include "core/domain/enum_text.hpp"
#include "core/domain/instant.hpp"

#include <chrono>
#include <string_view>

namespace core {

/// Where a dossier stands in the list of what an officer has to do, the most urgent first.
enum class WorkGroup {
    overdue,   ///< whoever has it
    today,     ///< due today, or submitted: somebody waits for it to be looked at
    soon,      ///< due within `soon_before_due`
    waiting,   ///< in the hands of an agency that has not answered, and not due today
    suspended, ///< the clock stands
    later,     ///< due later, or never
    ready,     ///< resolved, to be given out
    other      ///< nothing is to be done any more
};

inline constexpr auto work_groups = enum_text<WorkGroup>("work_group",
                                                         {{WorkGroup::overdue, "overdue"},
                                                          {WorkGroup::today, "today"},
                                                          {WorkGroup::soon, "soon"},
                                                          {WorkGroup::waiting, "waiting"},
                                                          {WorkGroup::suspended, "suspended"},
                                                          {WorkGroup::later, "later"},
                                                          {WorkGroup::ready, "ready"},
                                                          {WorkGroup::other, "other"}});

constexpr std::string_view to_text(WorkGroup group) { return work_groups.text(group); }

/// The words of the group `soon` say this number as well.
inline constexpr std::chrono::days soon_before_due{3};

/// Whether another agency has the dossier and has not answered (law.md §5).
bool waits_for_agency(const Dossier& dossier);

/// The group at `now`, a pure look at the dossier: nothing is stored of it.
WorkGroup work_group(const Dossier& dossier, Instant now);

} // namespace core
