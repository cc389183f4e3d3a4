#include "core/domain/period_figures.hpp"

#include "core/domain/overdue.hpp"

#include <algorithm>
#include <cassert>

namespace core {

using std::chrono::days;

namespace {

Figure received_figure(Channel channel) {
    switch (channel) {
    case Channel::online:
        return Figure::received_online;
    case Channel::in_person:
        return Figure::received_in_person;
    case Channel::postal:
        return Figure::received_postal;
    }
    return Figure::received_in_person;
}

Figure returned_figure(Channel channel) {
    switch (channel) {
    case Channel::online:
        return Figure::returned_online;
    case Channel::in_person:
        return Figure::returned_in_person;
    case Channel::postal:
        return Figure::returned_postal;
    }
    return Figure::returned_in_person;
}

Figure resolved_figure(Outcome outcome) {
    switch (outcome) {
    case Outcome::early:
        return Figure::resolved_early;
    case Outcome::on_time:
        return Figure::resolved_on_time;
    case Outcome::late:
        return Figure::resolved_late;
    }
    return Figure::resolved_late;
}

void add(std::vector<FigureChange>& changes, Figure figure, Day day, int change = 1) {
    changes.push_back({figure, day, day, change});
}

/// A stock entered at the end of `enter` and left at the end of `leave`, if ever.
void add_stay(std::vector<FigureChange>& changes,
              Figure figure,
              Day enter,
              std::optional<Day> leave) {
    if (leave && *leave <= enter) return;
    add(changes, figure, enter);
    if (leave) add(changes, figure, *leave, -1);
}

void add_clock(std::vector<FigureChange>& changes, const Dossier& dossier) {
    for (std::size_t i = 0; i < dossier.clock.size(); ++i) {
        const ClockChange& change = dossier.clock[i];
        const bool last = i + 1 == dossier.clock.size();
        const auto end = last ? dossier.closed_at : std::optional(dossier.clock[i + 1].at);
        const auto leave = end ? std::optional(local_date(*end)) : std::nullopt;
        const Day enter = local_date(change.at);
        if (!change.running) {
            add_stay(changes, Figure::suspended, enter, leave);
        } else if (change.due_at) {
            const Day overdue_on = std::max(enter, first_day_overdue(*change.due_at));
            add_stay(changes, Figure::overdue, overdue_on, leave);
        }
    }
}

/// How the clock stood at the end of a day; none before receipt.
const ClockChange* clock_at_end_of(const Dossier& dossier, Day day) {
    const ClockChange* found = nullptr;
    for (const ClockChange& change : dossier.clock) {
        if (local_date(change.at) <= day) found = &change;
    }
    return found;
}

void count_channel(ByChannel& numbers, Channel channel) {
    switch (channel) {
    case Channel::online:
        ++numbers.online;
        break;
    case Channel::in_person:
        ++numbers.in_person;
        break;
    case Channel::postal:
        ++numbers.postal;
        break;
    }
}

ByChannel& operator+=(ByChannel& sum, const ByChannel& other) {
    sum.online += other.online;
    sum.in_person += other.in_person;
    sum.postal += other.postal;
    return sum;
}

} // namespace

std::string_view to_text(Figure figure) { return figures_by_day.text(figure); }

Counts& Counts::operator+=(const Counts& other) {
    for (std::size_t i = 0; i < figure_count; ++i) values_[i] += other.values_[i];
    return *this;
}

bool Counts::is_zero() const {
    return std::all_of(values_.begin(), values_.end(), [](auto value) { return value == 0; });
}

std::int64_t Counts::received() const {
    const Counts& self = *this;
    return self[Figure::received_online] + self[Figure::received_in_person] +
           self[Figure::received_postal];
}

std::int64_t Counts::resolved() const {
    const Counts& self = *this;
    return self[Figure::resolved_early] + self[Figure::resolved_on_time] +
           self[Figure::resolved_late];
}

std::int64_t Counts::returned() const {
    const Counts& self = *this;
    return self[Figure::returned_online] + self[Figure::returned_in_person] +
           self[Figure::returned_postal];
}

std::int64_t Counts::open() const { return received() - resolved() - (*this)[Figure::withdrawn]; }

std::vector<FigureChange> figure_changes(const Dossier& dossier) {
    std::vector<FigureChange> changes;
    if (!dossier.received_at) return changes;
    changes.reserve(8);
    const Day received = local_date(*dossier.received_at);
    add(changes, received_figure(dossier.channel), received);
    if (dossier.linked_since) {
        changes.push_back({Figure::linked, received, local_date(*dossier.linked_since), 1});
    }
    if (dossier.outcome) {
        const Day resolved = local_date(*dossier.closed_at);
        add(changes, resolved_figure(*dossier.outcome), resolved);
        if (dossier.channel == Channel::online) add(changes, Figure::online_resolved, resolved);
        if (dossier.digitised_at) {
            const Day known = std::max(resolved, local_date(*dossier.digitised_at));
            changes.push_back({Figure::digitised, resolved, known, 1});
        }
    } else if (dossier.closed_at) {
        add(changes, Figure::withdrawn, local_date(*dossier.closed_at));
    }
    if (dossier.returned_at) {
        add(changes, returned_figure(*dossier.return_channel), local_date(*dossier.returned_at));
    }
    add_clock(changes, dossier);
    return changes;
}

PeriodFigures& PeriodFigures::operator+=(const PeriodFigures& other) {
    carried_over += other.carried_over;
    received += other.received;
    early += other.early;
    on_time += other.on_time;
    late += other.late;
    withdrawn += other.withdrawn;
    in_progress += other.in_progress;
    overdue += other.overdue;
    suspended += other.suspended;
    online_resolved += other.online_resolved;
    digitised += other.digitised;
    linked += other.linked;
    returned += other.returned;
    return *this;
}

PeriodFigures period_figures(const Counts& before, const Counts& within) {
    PeriodFigures figures;
    figures.carried_over = before.open();
    figures.received = {within[Figure::received_online], within[Figure::received_in_person],
                        within[Figure::received_postal]};
    figures.early = within[Figure::resolved_early];
    figures.on_time = within[Figure::resolved_on_time];
    figures.late = within[Figure::resolved_late];
    figures.withdrawn = within[Figure::withdrawn];
    figures.in_progress = before.open() + within.open();
    figures.overdue = before[Figure::overdue] + within[Figure::overdue];
    figures.suspended = before[Figure::suspended] + within[Figure::suspended];
    figures.online_resolved = within[Figure::online_resolved];
    figures.digitised = within[Figure::digitised];
    figures.linked = within[Figure::linked];
    figures.returned = {within[Figure::returned_online], within[Figure::returned_in_person],
                        within[Figure::returned_postal]};
    return figures;
}

PeriodFigures period_figures(const Dossier& dossier, Day first, Day last) {
    PeriodFigures figures;
    if (!dossier.received_at) return figures;
    const auto within = [&](const std::optional<Instant>& at) {
        return at && local_date(*at) >= first && local_date(*at) <= last;
    };
    const Day received = local_date(*dossier.received_at);
    if (received > last) return figures;
    const bool closed_by_last = dossier.closed_at && local_date(*dossier.closed_at) <= last;
    const bool closed_before = dossier.closed_at && local_date(*dossier.closed_at) < first;

    if (received < first && !closed_before) figures.carried_over = 1;
    if (within(dossier.received_at)) {
        count_channel(figures.received, dossier.channel);
        if (dossier.linked_since && local_date(*dossier.linked_since) <= last) figures.linked = 1;
    }
    if (within(dossier.closed_at)) {
        if (!dossier.outcome) {
            figures.withdrawn = 1;
        } else {
            figures.early = *dossier.outcome == Outcome::early;
            figures.on_time = *dossier.outcome == Outcome::on_time;
            figures.late = *dossier.outcome == Outcome::late;
            figures.online_resolved = dossier.channel == Channel::online;
            figures.digitised = dossier.digitised_at && local_date(*dossier.digitised_at) <= last;
        }
    }
    if (!closed_by_last) {
        const ClockChange* clock = clock_at_end_of(dossier, last);
        const Instant end = to_instant(last + days{1});
        figures.in_progress = 1;
        figures.suspended = !clock->running;
        figures.overdue = clock->running && clock->due_at && has_come(*clock->due_at, end);
    }
    if (within(dossier.returned_at)) count_channel(figures.returned, *dossier.return_channel);
    return figures;
}

std::optional<Message> broken_identity(const PeriodFigures& f) {
    const std::int64_t in = f.carried_over + f.received.total();
    const std::int64_t out = f.resolved() + f.withdrawn + f.in_progress;
    if (in != out) return Message{"figures-do-not-balance", {{"in", in}, {"out", out}}};
    for (const std::int64_t figure :
         {f.carried_over, f.received.online, f.received.in_person, f.received.postal, f.early,
          f.on_time, f.late, f.withdrawn, f.in_progress, f.overdue, f.suspended,
          f.within_deadline(), f.online_resolved, f.digitised, f.linked, f.returned.online,
          f.returned.in_person, f.returned.postal}) {
        if (figure < 0) return Message{"figure-below-zero", {{"figure", figure}}};
    }
    if (f.online_resolved > f.resolved() || f.digitised > f.resolved())
        return Message{"figures-exceed-resolved"};
    return std::nullopt;
}

std::optional<std::int64_t> percent_hundredths(std::int64_t part, std::int64_t base) {
    if (base == 0) return std::nullopt;
    return (part * 10'000 * 2 + base) / (base * 2);
}

std::string_view to_text(GroupBy by) { return groupings.text(by); }

std::optional<GroupBy> parse_group_by(std::string_view text) { return groupings.parse(text); }

} // namespace core
