#pragma once

#include "tests/bench/child.hpp"
#include "tests/bench/load.hpp"

#include <string>
#include <vector>

namespace bench {

/// The figures of one load over the rounds of a run.
class Measured {
public:
    /// Runs the load once more. Throws when any answer has another status than this one, or the
    /// server goes away: a server that refuses is fast.
    void measure(const LoadPlan& plan, RequestSource& source, const Child& server, int status);

    double per_second() const;
    double p50_ms() const;
    double p99_ms() const;
    double worst_ms() const; ///< of all rounds

    /// On a core, of the server alone: other work on the machine disturbs it least.
    double cpu_us() const;

    /// How many times as many answers a second as the other, by rounds.
    double times(const Measured& other) const;

    /// One line: name, answers a second, p50, p99, worst, CPU.
    void print(const std::string& name) const;

private:
    std::vector<LoadFigures> rounds_;
    std::vector<double> cpu_us_;
};

void print_measured_head();

} // namespace bench
