#pragma once

#include "core/engine/ports/store.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace core {

/// What the pages of a walk through a list have shown, and since when. A position alone does not
/// tell: who changes meanwhile may move to the other side of it. Copies share their pages.
class WalkedPages {
public:
    /// No walk: nothing was shown, and nobody is asked whether he moved.
    WalkedPages() = default;

    /// `began_at`: the journal's newest row when the first page was read.
    explicit WalkedPages(std::int64_t began_at) : began_at_(began_at) {}

    bool is_under_way() const { return !pages_.empty(); }

    std::int64_t began_at() const { return began_at_; }

    /// How many dossiers were shown.
    std::size_t size() const;

    std::size_t page_count() const { return pages_.size(); }

    /// One page more.
    void add(std::span<const StoredDossier> page);

    /// The first `count` pages alone; there are so many.
    WalkedPages first(std::size_t count) const;

    /// Whether the dossier need not be shown any more.
    bool have_shown(const StoredDossier& stored) const;

    /// Whether the dossier was in the books when the walk began, was never shown and may have moved
    /// since.
    bool may_have_missed(const StoredDossier& stored) const;

private:
    using Ids = std::vector<std::int64_t>; // ascending

    std::int64_t began_at_ = 0;
    std::vector<std::shared_ptr<const Ids>> pages_;
};

/// Events since a walk began. Beyond so many nobody looks for those who moved, and the walk ends.
inline constexpr std::int64_t most_events_of_a_walk = 200'000;

/// Whether so much has happened since a walk began that it cannot go on.
bool is_outdated(BooksView& books, const WalkedPages& walked);

/// Dossiers that a walk under way may have missed by now: those changed since it began, in no
/// order.
std::vector<StoredDossier> perhaps_missed(BooksView& books, const WalkedPages& walked);

} // namespace core
