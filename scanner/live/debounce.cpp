#include "scanner/live/debounce.hpp"

#include <algorithm>

namespace scanner {

bool Debounce::is_new(std::string_view code, Moment at) {
    while (!seen_.empty() && at - seen_.front().last >= interval_) seen_.pop_front();
    const auto known = std::find_if(seen_.begin(), seen_.end(),
                                    [&](const Seen& seen) { return seen.code == code; });
    const bool is_new = known == seen_.end();
    if (!is_new) seen_.erase(known);
    if (seen_.size() == debounce_limit) seen_.pop_front();
    seen_.push_back({std::string(code), at});
    return is_new;
}

} // namespace scanner
