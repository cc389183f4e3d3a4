#include "core/domain/wait_estimate.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>

namespace core {

namespace {

/// A queue longer than this is not played through for each new ticket.
constexpr std::size_t longest_played_queue = 200;

/// So many calls of today outweigh those of other days, and of this hour those of other hours.
constexpr double calls_of_other_days = 6;
constexpr double calls_of_other_hours = 10;

/// A call in progress takes at least this share of the usual time more, however long it has taken.
constexpr double least_left = 0.25;

/// Before waits were met, the range is as wide as the model says, and at least this, in logarithms.
constexpr double least_spread = 0.4;
constexpr int invented_errors = 20;

/// The share of errors that lie below and above the range: 88 of a hundred are within.
constexpr double outside_each_side = 0.06;

/// The mean of both, the second one counting for at most so many.
Pace blend(const Pace& first, const Pace& second, double most_of_second) {
    const double weight = std::min(second.known_from, most_of_second);
    const double count = first.known_from + weight;
    if (count == 0) return {};
    const double mean = (first.seconds * first.known_from + second.seconds * weight) / count;
    const double deviation =
        (first.deviation * first.known_from + second.deviation * weight) / count;
    return {mean, deviation, count};
}

class Paces {
public:
    explicit Paces(const WaitSituation& situation) : situation_(situation) {}

    const Pace& of(char service) {
        const auto known = paces_.find(service);
        if (known != paces_.end()) return known->second;
        Pace pace = pace_of(service);
        // A service that nobody asked for yet is taken for one like the others.
        if (pace.known_from == 0) pace = pace_of('\0');
        return paces_.emplace(service, pace).first->second;
    }

private:
    Pace pace_of(char service) const {
        const WaitHistory& past = situation_.past;
        const Pace usual = blend(past.pace(service, hour_of(to_local(situation_.now))),
                                 past.pace(service, std::nullopt), calls_of_other_hours);
        return blend(situation_.today.pace(service, std::nullopt), usual, calls_of_other_days);
    }

    const WaitSituation& situation_;
    std::map<char, Pace> paces_;
};

/// Working time from now to the call, and how sure that is.
struct Played {
    double seconds = 0;
    double variance = 0;
    int calls = 0;
};

std::vector<PlayedCounter> counters_of(const WaitSituation& situation, Paces& paces) {
    std::vector<PlayedCounter> counters;
    for (const CallingCounter& each : situation.counters) {
        PlayedCounter counter{each.services, each.priority_run, 0};
        if (each.called_at) {
            const double usual = paces.of(each.with_service).seconds;
            const auto taken = situation.calendar.working_time_between(to_local(*each.called_at),
                                                                       to_local(situation.now));
            counter.free_after =
                std::max(usual - static_cast<double>(taken.count()), least_left * usual);
        }
        counters.push_back(std::move(counter));
    }
    return counters;
}

std::optional<Played>
play(const WaitSituation& situation, std::string_view number, const Ticket& own, Paces& paces) {
    std::vector<PlayedCounter> counters = counters_of(situation, paces);
    const auto serves = [&](const PlayedCounter& counter) {
        return counter.services.find(own.service) != std::string::npos;
    };
    const auto serving =
        static_cast<double>(std::count_if(counters.begin(), counters.end(), serves));
    if (serving == 0) return std::nullopt;
    Played played;
    if (situation.waiting.size() > longest_played_queue) {
        const Pace& pace = paces.of(own.service);
        played.calls = count_ahead(situation.waiting, std::string_view(&own.service, 1), number,
                                   situation.rules);
        played.seconds = pace.seconds * played.calls / serving;
        played.variance = pace.deviation * pace.deviation * played.calls / (serving * serving);
        return played;
    }
    const auto takes = [&](const Ticket& ticket) {
        const Pace& pace = paces.of(ticket.service);
        played.variance += pace.deviation * pace.deviation;
        ++played.calls;
        return pace.seconds;
    };
    played.seconds = play_queue(situation.waiting, counters, number, situation.rules, takes);
    // Several counters even out how long each call takes.
    const auto all = static_cast<double>(counters.size());
    played.variance /= all * all;
    return played;
}

/// In logarithms, as errors are kept: where so many and a few invented ones of the model lie.
struct Spread {
    double low;
    double high;
};

double inverse_normal(double p) {
    // Of a normal distribution by the logistic one, which is near enough in the middle.
    return std::log(p / (1 - p)) / 1.702;
}

Spread spread_of(const WaitSituation& situation, char service, double model) {
    std::vector<double> errors;
    for (const char of : {service, '\0'}) {
        errors = situation.today.errors(of);
        const auto past = situation.past.errors(of);
        errors.insert(errors.end(), past.begin(), past.end());
        if (errors.size() >= invented_errors) break;
    }
    for (int i = 0; i < invented_errors; ++i)
        errors.push_back(model * inverse_normal((i + 0.5) / invented_errors));
    std::sort(errors.begin(), errors.end());
    const auto at = [&](double share) {
        return errors[static_cast<std::size_t>(share * static_cast<double>(errors.size() - 1))];
    };
    return {at(outside_each_side), at(1 - outside_each_side)};
}

/// From now to when so much working time has passed; none when the day ends before.
std::optional<std::chrono::seconds> by_clock(const WaitSituation& situation, double working) {
    const std::chrono::seconds amount{std::llround(std::max(working, 0.0))};
    const LocalTime now = to_local(situation.now);
    const Day day = std::chrono::floor<std::chrono::days>(now);
    const auto& sessions = situation.calendar.sessions(day);
    std::chrono::seconds wait = amount;
    // After the last session somebody stays: the clock counts.
    const bool is_before_closing = !sessions.empty() && now < LocalTime{day} + sessions.back().to;
    if (is_before_closing && amount.count() > 0)
        wait = situation.calendar.add_working_time(now, amount) - now;
    if (situation.now + wait >= situation.day_end) return std::nullopt;
    return wait;
}

} // namespace

std::optional<WaitPromise> estimate_wait(const WaitSituation& situation, std::string_view number) {
    const auto own = std::find_if(situation.waiting.begin(), situation.waiting.end(),
                                  [&](const Ticket& ticket) { return ticket.number == number; });
    assert(own != situation.waiting.end() && "it waits");
    if (situation.today.samples() + situation.past.samples() <
        std::max(situation.rules.services_for_estimate, 1))
        return std::nullopt;
    Paces paces(situation);
    auto played = play(situation, number, *own, paces);
    if (!played) return std::nullopt;
    // Of those who come meanwhile some go before an ordinary ticket.
    const WaitHistory& known =
        situation.past.samples() > situation.today.samples() ? situation.past : situation.today;
    if (!own->priority) played->seconds *= 1 + known.priority_share();
    const Pace& pace = paces.of(own->service);
    const double of_mean = pace.known_from > 0
                               ? played->seconds * pace.deviation /
                                     std::max(pace.seconds * std::sqrt(pace.known_from), 1.0)
                               : 0;
    const double uncertain = std::sqrt(played->variance + of_mean * of_mean);
    const double told = played->seconds + WaitHistory::slack;
    const Spread spread =
        spread_of(situation, own->service, std::max(uncertain / told, least_spread));
    const auto expected = by_clock(situation, played->seconds);
    const auto low = by_clock(situation, told * std::exp(spread.low) - WaitHistory::slack);
    if (!expected || !low) return std::nullopt;
    const auto high = by_clock(situation, told * std::exp(spread.high) - WaitHistory::slack);
    const auto until_closing = situation.day_end - situation.now;
    return WaitPromise{
        *expected, {std::min(*low, *expected), std::max(high.value_or(until_closing), *expected)}};
}

} // namespace core
