#pragma once

#include "core/domain/ticket.hpp"
#include "core/domain/wait_history.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// A ticket with its place in the store and in the journal.
struct StoredTicket {
    Ticket ticket;
    Day day;            // on which its number was given
    std::string person; // digest of the phone or ID number it was taken with; empty without
    std::string device; // where it was taken
    bool offline = false;
    std::int64_t last_event = 0;

    bool operator==(const StoredTicket&) const = default;
};

/// What a counter keeps between calls.
struct CounterState {
    int counter = 0;
    Day day; // to which the rest belongs
    int priority_run = 0;
    std::string officer; // who acted last
    Instant last_act_at;

    bool operator==(const CounterState&) const = default;
};

/// Numbers that a kiosk may give out while it cannot reach the core.
struct TicketLease {
    std::int64_t id = 0; // given by the store
    std::string device;
    Day day;
    char letter = 0;
    std::vector<int> numbers;
    Instant leased_at;
    std::optional<Instant> settled_at;

    bool operator==(const TicketLease&) const = default;
};

/// The numbers of a letter come in two blocks, each with its own count: the ordinary ones, and
/// those that are leased to kiosks (front_desk.hpp says where each begins).
enum class NumberBlock { ordinary, leased };

/// The tickets of one office. Reads through a const reference; what writes belongs to a command.
class TicketTable {
public:
    virtual ~TicketTable() = default;

    /// Waiting, called, being served or held, of the day, in order of issue.
    virtual std::vector<StoredTicket> live(Day day) const = 0;

    /// The same of all days before.
    virtual std::vector<StoredTicket> left_over(Day before) const = 0;

    virtual std::optional<StoredTicket> find(std::string_view code) const = 0;
    virtual std::optional<StoredTicket> find(Day day, std::string_view number) const = 0;

    /// In order of issue; until `visit` says false.
    virtual void
    each(Day first, Day last, const std::function<bool(const StoredTicket&)>& visit) const = 0;
    virtual std::int64_t count() const = 0;

    /// The day's tickets that were called, in order of issue; of a service the one each is in now.
    virtual std::vector<CalledTicket> called(Day day) const = 0;

    /// The last number given out of the block on that day; 0 for none.
    virtual int last_number(Day day, char letter, NumberBlock block) const = 0;
    virtual std::int64_t last_issue_order(Day day) const = 0;

    virtual std::vector<CounterState> counter_states() const = 0;
    virtual std::optional<TicketLease> find_lease(std::int64_t id) const = 0;

    /// Adds a ticket or writes over the one of the same day and number.
    virtual void put(const StoredTicket& stored) = 0;
    virtual void put(const CounterState& state) = 0;
    virtual void set_last_number(Day day, char letter, NumberBlock block, int number) = 0;

    /// The lease's new id.
    virtual std::int64_t add(const TicketLease& lease) = 0;
    virtual void settle(std::int64_t lease_id, Instant at) = 0;

    /// Numbers of the block that came back unused, to be given out first: the lowest, then
    /// forgotten.
    virtual std::optional<int> take_free_number(Day day, char letter, NumberBlock block) = 0;
    virtual void add_free_number(Day day, char letter, NumberBlock block, int number) = 0;
};

/// The ticket of that code, or of that day with the number, in any spelling.
std::optional<StoredTicket>
find_ticket(const TicketTable& tickets, std::string_view code_or_number, Day today);

} // namespace core
