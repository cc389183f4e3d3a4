#include "core/domain/overdue.hpp"

#include "core/domain/civil_time.hpp"
#include "core/domain/deadline.hpp"

#include <algorithm>

namespace core {

namespace {

/// Towards an end the clock runs for an open dossier only, and not while it is suspended.
bool is_running(const Dossier& dossier) { return dossier.state == DossierState::in_progress; }

std::optional<Instant> awaited(const HandOver& hand_over) {
    return hand_over.answered_at ? std::nullopt : hand_over.due_at;
}

bool came(const std::optional<Instant>& due, Instant now) { return due && has_come(*due, now); }

} // namespace

Day first_day_overdue(Instant due) {
    // The end of a date is the first instant of the next one, when a due instant there has come.
    return local_date(due - Instant::duration{1});
}

std::optional<Instant> told_appointment(const Dossier& dossier) {
    return dossier.appointment ? dossier.appointment : dossier.due_at();
}

bool is_overdue(const Dossier& dossier, Instant now) {
    return is_running(dossier) && came(dossier.due_at(), now);
}

bool is_past_appointment(const Dossier& dossier, Instant now) {
    return is_running(dossier) && came(told_appointment(dossier), now);
}

bool is_due_today(const Dossier& dossier, Instant now) {
    const auto due = dossier.due_at();
    return dossier.is_open() && due && local_date(*due) == local_date(now);
}

std::optional<std::chrono::days> days_overdue(const Dossier& dossier, Instant now) {
    if (!is_overdue(dossier, now)) return std::nullopt;
    return std::chrono::floor<std::chrono::days>(now - *dossier.due_at());
}

bool was_told_another_date(const Dossier& dossier) {
    return dossier.appointment && dossier.appointment != dossier.due_at();
}

bool is_overdue(const HandOver& hand_over, Instant now) { return came(awaited(hand_over), now); }

Outcome judge_answer(Instant due, Instant answered) { return judge_by_date(due, answered); }

std::optional<Instant> next_overdue_change(const Dossier& dossier, Instant now) {
    std::optional<Instant> next;
    const auto consider = [&](const std::optional<Instant>& due) {
        if (!due || has_come(*due, now)) return;
        next = next ? std::min(*next, *due) : *due;
    };
    if (is_running(dossier)) {
        consider(dossier.due_at());
        consider(told_appointment(dossier));
    }
    for (const HandOver& hand_over : dossier.hand_overs) consider(awaited(hand_over));
    return next;
}

} // namespace core
