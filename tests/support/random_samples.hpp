#pragma once

#include "core/domain/register_entry.hpp"
#include "tests/support/dossier_samples.hpp"
#include "tests/support/office_samples.hpp"
#include "tests/support/random.hpp"

#include <algorithm>
#include <utility>
#include <vector>

/// Random offices, limits, pauses and dossiers. Times fall often on the edges that the rules care
/// about: full half hours, midnight, the same moment twice.
namespace samples {

inline const core::Day first_random_day = date(2024, 4, 1);
inline const core::Day last_random_day = date(2024, 7, 31);

inline core::Day random_day(Random& random, core::Day first, core::Day last) {
    return first + std::chrono::days{random.between(0, (last - first).count())};
}

inline core::Instant random_moment(Random& random, core::Day first, core::Day last) {
    const core::Day day = random_day(random, first, last);
    if (random.one_in(2)) return at(day, std::chrono::minutes{30 * random.between(0, 47)});
    return at(day, std::chrono::seconds{random.between(0, 86'399)});
}

inline std::vector<core::WorkingSession> random_sessions(Random& random) {
    std::vector<core::WorkingSession> sessions;
    int half_hour = random.integer(0, 20);
    for (int left = random.integer(0, 3); left > 0 && half_hour < 40; --left) {
        const int from = half_hour;
        const int to = std::min(47, from + random.integer(1, 10));
        sessions.push_back({std::chrono::minutes{30 * from}, std::chrono::minutes{30 * to}});
        half_hour = to + random.integer(0, 4);
    }
    return sessions;
}

inline core::WorkingCalendar random_calendar(Random& random) {
    core::WeekSessions week;
    for (auto& day : week) day = random_sessions(random);
    week[0] = {session(7, 30, 11, 30)}; // so that at least one day is worked
    if (random.one_in(2)) week[0].push_back(session(13, 0, 16, 30));
    core::CalendarDays days;
    for (int left = random.integer(0, 30); left > 0; --left) {
        const auto kind = random.one_in(3) ? core::DayKind::working : core::DayKind::holiday;
        days[random_day(random, first_random_day, last_random_day)] = {kind, "Ngày đặc biệt"};
    }
    return {week, days};
}

/// Two offices written by hand and ten random ones. Made once: a calendar takes its time.
inline const std::vector<core::WorkingCalendar>& some_calendars() {
    static const auto calendars = [] {
        Random random{2024};
        std::vector<core::WorkingCalendar> made = {reference_calendar(), half_day_calendar()};
        for (int i = 0; i < 10; ++i) made.push_back(random_calendar(random));
        return made;
    }();
    return calendars;
}

inline constexpr std::array counting_units = {core::DeadlineUnit::working_day,
                                              core::DeadlineUnit::working_hour,
                                              core::DeadlineUnit::calendar_day};

/// A limit that ends; hours and working days also by halves. No cutoff.
inline core::TimeLimit random_limit(Random& random) {
    core::TimeLimit limit{random.pick(counting_units), random.integer(0, 30), {}};
    if (limit.unit == core::DeadlineUnit::calendar_day) limit.half_units *= 2;
    return limit;
}

/// Closed pauses in order, after the receipt; some adjoin, some are empty.
inline std::vector<core::Pause> random_pauses(Random& random, core::Instant received, int most) {
    std::vector<core::Pause> pauses;
    core::Instant moment = received;
    for (int left = random.integer(0, most); left > 0; --left) {
        if (!random.one_in(4)) moment += std::chrono::minutes{15 * random.between(0, 600)};
        core::Pause pause{moment, std::nullopt};
        moment += std::chrono::minutes{15 * random.between(0, 800)};
        pause.to = moment;
        pauses.push_back(pause);
    }
    return pauses;
}

inline core::Instant random_later(Random& random, core::Instant moment) {
    switch (random.integer(1, 5)) {
    case 1:
        return moment;
    case 2:
        return at(core::local_date(moment) + std::chrono::days{1}, std::chrono::seconds{0});
    case 3:
        return moment + std::chrono::seconds{random.between(0, 10'000)};
    default:
        return moment + std::chrono::minutes{30 * random.between(0, 200)};
    }
}

/// Some act, at the moment or later, with random facts.
inline core::ActRequest random_request(Random& random, core::Instant moment) {
    core::ActRequest request = complete_request(random.pick(all_acts), moment);
    request.act_at = random_later(random, moment);
    amend<core::requests::ReturnResult>(
        request, [&](auto& what) { what.channel = random.pick(all_channels); });
    amend<core::requests::Correct>(
        request, [&](auto& what) { what.correction.channel = random.pick(all_channels); });
    // Due dates move both ways.
    amend<core::requests::MoveDue>(
        request, [&](auto& what) { what.new_due = random_later(random, moment); });
    return request;
}

/// A dossier after a life of random acts, those refused passed over.
inline core::Dossier random_dossier(Random& random, const core::Rules& rules) {
    core::Instant moment = random_moment(random, first_random_day, last_random_day);
    const core::NewDossier begun = intake(moment, random.pick(all_channels));
    core::Dossier dossier = random.one_in(5) ? core::submit_dossier(begun, rules.procedure)
                                             : core::receive_dossier(begun, rules);
    for (int left = random.integer(0, 30); left > 0; --left) {
        const core::ActRequest request = random_request(random, moment);
        auto after = core::perform(dossier, request, rules);
        if (!after) continue;
        dossier = std::move(after).value();
        moment = request.act_at;
    }
    return dossier;
}

/// A row of a register that contradicts nothing.
inline core::RegisterEntry random_entry(Random& random) {
    core::RegisterEntry entry;
    entry.code = "000.00.18.H55-240401-0001";
    entry.channel = random.pick(all_channels);
    entry.received_at = random_moment(random, first_random_day, last_random_day);
    entry.pauses = random_pauses(random, entry.received_at, 3);
    entry.digitised = random.one_in(2);
    if (random.one_in(4)) entry.linked_agencies = {partner};
    core::Instant moment = entry.pauses.empty() ? entry.received_at : *entry.pauses.back().to;
    const bool open_pause = !entry.pauses.empty() && random.one_in(4);
    if (open_pause) entry.pauses.back().to.reset();
    if (random.one_in(4)) return entry;
    moment = random_later(random, moment);
    entry.resolved_at = moment;
    using Ending = core::RegisterEntry::Ending;
    if (!entry.pauses.empty() && random.one_in(6)) { // withdrawn in a pause that was to end later
        entry.resolved_at = entry.pauses.back().from;
        entry.ending = Ending::withdrawn;
        return entry;
    }
    entry.ending = open_pause || random.one_in(5) ? Ending::withdrawn
                   : random.one_in(4)             ? Ending::rejected
                                                  : Ending::approved;
    if (entry.ending == Ending::withdrawn || random.one_in(3)) return entry;
    entry.returned_at = random_later(random, moment);
    entry.return_channel = random.pick(all_channels);
    return entry;
}

} // namespace samples
