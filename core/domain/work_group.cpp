#include "core/domain/work_group.hpp"

#include "core/domain/dossier_life.hpp"
#include "core/domain/overdue.hpp"

#include <algorithm>

namespace core {

bool waits_for_agency(const Dossier& dossier) {
    return std::any_of(dossier.hand_overs.begin(), dossier.hand_overs.end(),
                       [](const HandOver& each) { return awaits(each, Act::answer); });
}

WorkGroup work_group(const Dossier& dossier, Instant now) {
    switch (dossier.state) {
    case DossierState::resolved:
        return WorkGroup::ready;
    case DossierState::suspended:
        return WorkGroup::suspended;
    case DossierState::submitted:
        return WorkGroup::today;
    case DossierState::in_progress:
        break;
    case DossierState::returned:
    case DossierState::refused:
    case DossierState::withdrawn:
    case DossierState::stopped:
        return WorkGroup::other;
    }
    if (is_overdue(dossier, now)) return WorkGroup::overdue;
    if (is_due_today(dossier, now)) return WorkGroup::today;
    if (waits_for_agency(dossier)) return WorkGroup::waiting;
    const auto due = dossier.due_at();
    return due && *due < now + soon_before_due ? WorkGroup::soon : WorkGroup::later;
}

} // namespace core
