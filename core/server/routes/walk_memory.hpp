#pragma once

#include "core/engine/dossiers/walked_pages.hpp"

#include <cstddef>
#include <cstdint>
#include <list>
#include <mutex>
#include <optional>
#include <unordered_map>

namespace server {

/// A place in a walk: which, and behind how many of its pages.
struct WalkPlace {
    std::int64_t walk = 0;
    std::size_t pages = 0;
};

/// What walks through lists have shown, for as long as there is room: those that nobody went on
/// with for longest are forgotten first. From any thread.
class WalkMemory {
public:
    /// Numbers of dossiers kept, 16 MB; a walk counts for some, however short.
    static constexpr std::size_t ids_limit = 2'000'000;
    static constexpr std::size_t ids_of_a_walk = 30;

    explicit WalkMemory(std::size_t limit = ids_limit) : limit_(limit) {}

    /// None when the walk is forgotten.
    std::optional<core::WalkedPages> find(WalkPlace place);

    /// Keeps the pages of the walk that is at `place`, or of a new one, and tells the place behind
    /// the last of them. Of a page that was read again the later reading counts.
    WalkPlace keep(std::optional<WalkPlace> place, core::WalkedPages walked);

private:
    struct Walk {
        std::int64_t number = 0;
        core::WalkedPages walked;
    };

    using Walks = std::list<Walk>; // that of the latest page first

    static std::size_t size_of(const core::WalkedPages& walked);
    void forget_eldest();

    const std::size_t limit_;
    std::mutex mutex_;
    Walks walks_;
    std::unordered_map<std::int64_t, Walks::iterator> by_number_;
    std::int64_t last_number_ = 0;
    std::size_t kept_ = 0;
};

} // namespace server
