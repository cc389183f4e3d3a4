#pragma once

#include "core/domain/message.hpp"
#include "core/domain/ticket_life.hpp"
#include "core/engine/journal/journal.hpp"
#include "core/engine/ports/store.hpp"

#include <functional>
#include <map>
#include <string>

namespace core {

/// Replays the tickets' events by the rules and compares each ticket and counter with its row.
/// Fed event by event, in order. Keeps only tickets that are still live.
class TicketVerification {
public:
    using Find = std::function<void(Message where, Message what)>;

    TicketVerification(BooksView& books, Find find) : books_(books), find_(std::move(find)) {}

    /// Takes in a ticket's event; others are passed over.
    void take(const Event& event, const QueueRules& rules);

    /// What is left: live tickets, counters, and rows that no event tells of.
    void finish();

    std::int64_t tickets() const { return issued_; }

private:
    void take_step(const Event& event, const QueueRules& rules);
    void let_pass(const StoredTicket& called, const std::string& services);
    void compare(const StoredTicket& expected);

    BooksView& books_;
    Find find_;
    std::map<std::string, StoredTicket> live_; // by code
    std::map<int, std::pair<Day, int>> runs_;  // by counter: the day and its run of priority calls
    std::int64_t issued_ = 0;
};

} // namespace core
