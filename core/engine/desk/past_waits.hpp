#pragma once

#include "core/domain/wait_history.hpp"
#include "core/engine/ports/store.hpp"

#include <memory>
#include <mutex>

namespace core {

/// What the days before say about waits, read from the books once a day. May be asked from several
/// threads.
class PastWaits {
public:
    /// So many days back; those on which nobody was called count among them.
    static constexpr std::chrono::days reach{21};

    /// The calendar must outlive the object.
    explicit PastWaits(const WorkingCalendar& calendar) : calendar_(calendar) {}

    std::shared_ptr<const WaitHistory> before(BooksView& books, Day today) const;

private:
    const WorkingCalendar& calendar_;
    mutable std::mutex mutex_;
    mutable Day day_;
    mutable std::shared_ptr<const WaitHistory> history_;
};

} // namespace core
