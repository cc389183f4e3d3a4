#pragma once

#include "core/engine/ports/ticket_table.hpp"
#include "db/common/column.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace db {

/// What a row of `ticket` is written from.
struct TicketSource {
    const core::StoredTicket& stored;
    std::int64_t agency_id;

    const core::StoredTicket& record() const { return stored; }
};

/// What it is read into.
struct TicketTarget {
    core::StoredTicket stored;

    core::StoredTicket& record() { return stored; }

    /// Throws Damaged, naming the ticket.
    [[noreturn]] void unknown_word(std::string_view word) const;

    /// Once all columns are read: the code, which follows from day and number.
    void complete();
};

/// All columns of `ticket`. The only list of them: a new column is one line here and a migration.
extern const std::span<const Column<TicketSource, TicketTarget>> ticket_columns;

/// The letter under which the numbers of a block are stored: services have capital letters A to Z,
/// the ordinary block of a service is stored under its letter and the leased one under the same in
/// lower case. So a database of before leases came stayed as it was, and needs no second key.
char stored_letter(char letter, core::NumberBlock block);

} // namespace db
