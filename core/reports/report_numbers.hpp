#pragma once

#include <cstdint>
#include <string>

/// Numbers as people read them in a report.
namespace reports {

/// What stands for a figure that the books do not have.
std::string not_known();

/// `84,17%`, the way the signed report writes it; `–` of nothing.
std::string show_percent(std::int64_t part, std::int64_t base);

/// `84,17% (3.312/3.935)`: a share with its numerator and its base, as every one is printed.
std::string show_share(std::int64_t part, std::int64_t base);

} // namespace reports
