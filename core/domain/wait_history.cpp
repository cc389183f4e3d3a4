#include "core/domain/wait_history.hpp"

#include "core/domain/queue_figures.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

namespace core {

namespace {

/// A call that came so much later than the first one is of another visit to a counter.
constexpr std::chrono::minutes longest_recalling{10};

/// A single visit of an hour says little about the next one.
constexpr double longest_by_median = 3;

Instant called_at(const CalledTicket& call) {
    const bool was_recalled = call.last_called_at - call.first_called_at < longest_recalling;
    return was_recalled ? call.first_called_at : call.last_called_at;
}

} // namespace

double WaitHistory::worked(Instant from, Instant until) const {
    const auto seconds = calendar_->working_time_between(to_local(from), to_local(until));
    // Outside the sessions the office works because somebody stayed: the clock counts.
    const bool in_sessions = seconds.count() > 0 || until <= from;
    return static_cast<double>(in_sessions ? seconds.count() : (until - from).count());
}

void WaitHistory::add_day(std::vector<CalledTicket> calls) {
    if (calls.empty()) return;
    ++days_;
    std::sort(calls.begin(), calls.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.counter, called_at(a), a.arrived_at) <
               std::tuple(b.counter, called_at(b), b.arrived_at);
    });
    std::set<std::pair<int, int>> open;
    for (const CalledTicket& call : calls) {
        ++calls_;
        if (call.priority) ++priority_calls_;
        if (call.counter != 0) open.emplace(hour_of(to_local(called_at(call))), call.counter);
    }
    for (const auto& [hour, counter] : open) ++days_open_[hour][counter];
    add_samples(calls);
    add_errors(calls);
}

void WaitHistory::add_samples(std::span<const CalledTicket> calls) {
    std::map<char, std::vector<Sample>> of;
    for (std::size_t i = 0; i < calls.size(); ++i) {
        const CalledTicket& call = calls[i];
        if (call.counter == 0 || !call.ended_at) continue;
        const bool next_waited = i + 1 < calls.size() && calls[i + 1].counter == call.counter &&
                                 calls[i + 1].arrived_at <= *call.ended_at;
        const Instant until = next_waited ? called_at(calls[i + 1]) : *call.ended_at;
        of[call.service].push_back(
            {call.service, hour_of(to_local(called_at(call))), worked(called_at(call), until)});
    }
    for (auto& [service, samples] : of) {
        std::vector<std::chrono::seconds> times;
        for (const Sample& sample : samples)
            times.emplace_back(static_cast<std::int64_t>(sample.seconds));
        const auto middle = static_cast<double>(median(std::move(times))->count());
        for (Sample& sample : samples) {
            sample.seconds = std::min(sample.seconds, std::max(middle, 1.0) * longest_by_median);
            samples_.push_back(sample);
        }
    }
}

void WaitHistory::add_errors(std::span<const CalledTicket> calls) {
    for (const CalledTicket& call : calls) {
        if (!call.promise) continue;
        const double told = worked(call.arrived_at, call.arrived_at + call.promise->expected);
        const double waited = worked(call.arrived_at, call.first_called_at);
        errors_.push_back({call.service, std::log((waited + slack) / (told + slack))});
    }
}

int WaitHistory::samples() const { return static_cast<int>(samples_.size()); }

Pace WaitHistory::pace(char service, std::optional<int> hour) const {
    double count = 0;
    double sum = 0;
    double squares = 0;
    for (const Sample& sample : samples_) {
        if ((service != '\0' && sample.service != service) || (hour && sample.hour != *hour))
            continue;
        ++count;
        sum += sample.seconds;
        squares += sample.seconds * sample.seconds;
    }
    if (count == 0) return {};
    const double mean = sum / count;
    const double variance = count > 1 ? (squares - count * mean * mean) / (count - 1) : 0;
    return {mean, std::sqrt(std::max(variance, 0.0)), count};
}

std::vector<double> WaitHistory::errors(char service) const {
    std::vector<double> errors;
    for (const Error& each : errors_) {
        if (service == '\0' || each.service == service) errors.push_back(each.error);
    }
    return errors;
}

double WaitHistory::priority_share() const {
    return calls_ == 0 ? 0 : static_cast<double>(priority_calls_) / calls_;
}

bool WaitHistory::is_usually_open(int counter, int hour) const {
    const auto of_hour = days_open_.find(hour);
    if (of_hour == days_open_.end()) return false;
    const auto found = of_hour->second.find(counter);
    return found != of_hour->second.end() && 2 * found->second >= days_;
}

} // namespace core
