#include "core/server/http/login_guard.hpp"

#include <algorithm>

namespace server {

namespace {

std::chrono::seconds delay_after(int failures) {
    const int doubled = failures - LoginGuard::free_failures;
    if (doubled < 0) return std::chrono::seconds{0};
    constexpr int largest_shift = 16; // far beyond the longest wait
    return std::min(LoginGuard::longest_wait,
                    std::chrono::seconds{1} * (1 << std::min(doubled, largest_shift)));
}

} // namespace

std::chrono::seconds LoginGuard::wait(const std::string& key, Time now) const {
    const auto found = entries_.find(key);
    if (found == entries_.end()) return std::chrono::seconds{0};
    const auto until = found->second.last + delay_after(found->second.failures);
    if (now >= until) return std::chrono::seconds{0};
    return std::chrono::ceil<std::chrono::seconds>(until - now);
}

void LoginGuard::failed(const std::string& key, Time now) {
    make_room(now);
    Entry& entry = entries_[key];
    if (now - entry.last > forgotten_after) entry.failures = 0;
    ++entry.failures;
    entry.last = now;
}

void LoginGuard::succeeded(const std::string& key) { entries_.erase(key); }

void LoginGuard::make_room(Time now) {
    if (entries_.size() < entry_limit) return;
    std::erase_if(entries_,
                  [&](const auto& entry) { return now - entry.second.last > forgotten_after; });
    if (entries_.size() < entry_limit) return;
    const auto oldest =
        std::min_element(entries_.begin(), entries_.end(), [](const auto& a, const auto& b) {
            return a.second.last < b.second.last;
        });
    entries_.erase(oldest);
}

} // namespace server
