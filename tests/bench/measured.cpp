#include "tests/bench/measured.hpp"

#include "tests/bench/figures.hpp"

#include <algorithm>
#include <cstdio>
#include <stdexcept>

namespace bench {

namespace {

template <typename Member>
double median_of(const std::vector<LoadFigures>& rounds, Member member) {
    std::vector<double> values;
    for (const LoadFigures& round : rounds) values.push_back(round.*member);
    return median(std::move(values));
}

} // namespace

void Measured::measure(const LoadPlan& plan,
                       RequestSource& source,
                       const Child& server,
                       int status) {
    const auto cpu_before = server.cpu_time();
    LoadFigures figures = run_load(plan, source);
    const std::chrono::duration<double, std::micro> cpu = server.cpu_time() - cpu_before;
    for (const auto& [each, count] : figures.statuses) {
        if (each == status) continue;
        throw std::runtime_error(std::to_string(count) + " requests were answered " +
                                 std::to_string(each));
    }
    if (figures.broken_connections > 0 || figures.answers == 0)
        throw std::runtime_error("the server does not answer");
    const double all =
        figures.per_second * std::chrono::duration<double>(plan.warm_up + plan.measured).count();
    cpu_us_.push_back(cpu.count() / all);
    rounds_.push_back(std::move(figures));
}

double Measured::per_second() const { return median_of(rounds_, &LoadFigures::per_second); }

double Measured::p50_ms() const { return median_of(rounds_, &LoadFigures::p50_ms); }

double Measured::p99_ms() const { return median_of(rounds_, &LoadFigures::p99_ms); }

double Measured::worst_ms() const {
    double worst = 0;
    for (const LoadFigures& round : rounds_) worst = std::max(worst, round.max_ms);
    return worst;
}

double Measured::cpu_us() const { return median(cpu_us_); }

double Measured::times(const Measured& other) const {
    std::vector<double> ratios;
    for (std::size_t i = 0; i < std::min(rounds_.size(), other.rounds_.size()); ++i)
        ratios.push_back(rounds_[i].per_second / other.rounds_[i].per_second);
    return median(std::move(ratios));
}

void Measured::print(const std::string& name) const {
    std::printf("  %-30s %8.0f %8.2f %8.1f %8.1f %8.0f\n", name.c_str(), per_second(), p50_ms(),
                p99_ms(), worst_ms(), cpu_us());
    std::fflush(stdout);
}

void print_measured_head() {
    std::printf("  %-30s %8s %8s %8s %8s %8s\n", "medians of all rounds", "per s", "p50 ms",
                "p99 ms", "worst", "CPU us");
}

} // namespace bench
