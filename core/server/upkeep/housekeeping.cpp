#include "core/server/upkeep/housekeeping.hpp"

#include "core/words/words.hpp"

namespace server {

void Housekeeping::tidy(const RulesPtr& rules) {
    constexpr std::int64_t most_answers = 2'000;
    constexpr std::size_t most_tickets = 500;
    const core::ActContext by{{"system", "server"}, clock_.now()};
    try {
        store_.submit(
            agency_,
            [rules, by](core::Books& books) -> core::Result<void> {
                rules->front_desk.end_days(
                    books, words::say(words::Language(), "tickets-of-a-day-that-ended"), by,
                    most_tickets);
                books.write_idempotency_records().forget(by.recorded_at, most_answers);
                return {};
            },
            [this](const core::Result<void>&, const std::exception_ptr& failure) {
                if (failure) failures_.broken(failure, "housekeeping");
            });
    } catch (const std::exception& failure) {
        failures_.broken(failure, "housekeeping");
    }
}

} // namespace server
