#include "core/server/routes/walk_memory.hpp"

#include <utility>

namespace server {

std::size_t WalkMemory::size_of(const core::WalkedPages& walked) {
    return ids_of_a_walk + walked.size();
}

std::optional<core::WalkedPages> WalkMemory::find(WalkPlace place) {
    const std::scoped_lock lock(mutex_);
    const auto found = by_number_.find(place.walk);
    if (found == by_number_.end()) return std::nullopt;
    const core::WalkedPages& walked = found->second->walked;
    // Its pages behind an earlier one may be read anew at this moment.
    if (walked.page_count() < place.pages) return std::nullopt;
    return walked.first(place.pages);
}

WalkPlace WalkMemory::keep(std::optional<WalkPlace> place, core::WalkedPages walked) {
    const std::scoped_lock lock(mutex_);
    const std::size_t pages = walked.page_count();
    const auto found = place ? by_number_.find(place->walk) : by_number_.end();
    if (found == by_number_.end()) {
        walks_.push_front({++last_number_, {}});
        by_number_[last_number_] = walks_.begin();
    } else {
        kept_ -= size_of(found->second->walked);
        walks_.splice(walks_.begin(), walks_, found->second);
    }
    kept_ += size_of(walked);
    walks_.front().walked = std::move(walked);
    const WalkPlace behind{walks_.front().number, pages};
    while (kept_ > limit_ && walks_.size() > 1) forget_eldest();
    return behind;
}

void WalkMemory::forget_eldest() {
    kept_ -= size_of(walks_.back().walked);
    by_number_.erase(walks_.back().number);
    walks_.pop_back();
}

} // namespace server
