#pragma once

#include <chrono>
#include <vector>

namespace bench {

/// The value that this share of the values does not exceed; 0 of none. Sorts them.
float percentile(std::vector<float>& values, double share);

double median(std::vector<double> values);

float milliseconds_between(std::chrono::steady_clock::time_point from,
                           std::chrono::steady_clock::time_point to);

double seconds_since(std::chrono::steady_clock::time_point begun);

/// `  ok` or `MISSED`, for the end of a line with a target.
const char* verdict(bool met);

/// Prints how busy the machine is: other work on it makes every figure doubtful.
void print_machine_load();

} // namespace bench
