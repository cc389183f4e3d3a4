#pragma once

#include "core/engine/ports/ticket_table.hpp"

namespace db {

class Connection;

/// Tickets, counters and leases to and from their rows.
class SqliteTickets : public core::TicketTable {
public:
    SqliteTickets(Connection& connection, std::int64_t agency)
        : connection_(connection), agency_(agency) {}

    std::vector<core::StoredTicket> live(core::Day day) const override;
    std::vector<core::StoredTicket> left_over(core::Day before) const override;
    std::optional<core::StoredTicket> find(std::string_view code) const override;
    std::optional<core::StoredTicket> find(core::Day day, std::string_view number) const override;
    void each(core::Day first,
              core::Day last,
              const std::function<bool(const core::StoredTicket&)>& visit) const override;
    std::int64_t count() const override;
    std::vector<core::CalledTicket> called(core::Day day) const override;
    int last_number(core::Day day, char letter, core::NumberBlock block) const override;
    std::int64_t last_issue_order(core::Day day) const override;
    std::vector<core::CounterState> counter_states() const override;
    std::optional<core::TicketLease> find_lease(std::int64_t id) const override;

    void put(const core::StoredTicket& stored) override;
    void put(const core::CounterState& state) override;
    void set_last_number(core::Day day, char letter, core::NumberBlock block, int number) override;
    std::int64_t add(const core::TicketLease& lease) override;
    void settle(std::int64_t lease_id, core::Instant at) override;
    std::optional<int>
    take_free_number(core::Day day, char letter, core::NumberBlock block) override;
    void add_free_number(core::Day day, char letter, core::NumberBlock block, int number) override;

private:
    Connection& connection_;
    std::int64_t agency_;
};

} // namespace db
