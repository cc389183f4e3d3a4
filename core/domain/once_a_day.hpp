#pragma once

#include "core/domain/instant.hpp"

#include <optional>
#include <utility>

namespace core {

/// Tells the first time on each day from the later ones.
class OnceADay {
public:
    bool is_first_on(Day day) { return std::exchange(last_, day) != day; }

private:
    std::optional<Day> last_;
};

} // namespace core
