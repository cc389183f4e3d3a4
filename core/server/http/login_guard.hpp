#pragma once

#include "core/domain/civil_time.hpp"

#include <chrono>
#include <cstddef>
#include <string>
#include <unordered_map>

namespace server {

/// Makes guessing slow: after a few failures in a row of a name or from an address, the next
/// attempt has to wait, twice as long each time. Times are of the machine, not of a practice
/// clock. Belongs to the network thread.
class LoginGuard {
public:
    using Time = std::chrono::steady_clock::time_point;

    static constexpr int free_failures = 3;
    static constexpr std::chrono::seconds longest_wait{300};
    static constexpr std::chrono::minutes forgotten_after{30};

    /// More names and addresses than this are not told apart: the oldest are forgotten.
    static constexpr std::size_t entry_limit = 10'000;

    /// How long until this key may try again; 0 for now.
    std::chrono::seconds wait(const std::string& key, Time now) const;

    void failed(const std::string& key, Time now);
    void succeeded(const std::string& key);

private:
    struct Entry {
        int failures = 0;
        Time last;
    };

    void make_room(Time now);

    std::unordered_map<std::string, Entry> entries_;
};

} // namespace server
