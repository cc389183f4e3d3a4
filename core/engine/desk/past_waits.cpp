#include "core/engine/desk/past_waits.hpp"

namespace core {

std::shared_ptr<const WaitHistory> PastWaits::before(BooksView& books, Day today) const {
    const std::scoped_lock lock(mutex_);
    if (history_ && day_ == today) return history_;
    auto history = std::make_shared<WaitHistory>(calendar_);
    for (Day day = today - reach; day < today; day += std::chrono::days{1})
        history->add_day(books.tickets().called(day));
    day_ = today;
    history_ = std::move(history);
    return history_;
}

} // namespace core
