// The row of a ticket as a list of columns; see column.hpp for what comes of them. The day is
// yyyymmdd, instants are seconds since 1970, UTC; what has not happened is NULL. A ticket given out
// is written once with its number, priority and arrival, and over again with what happened to it
// since.

#include "db/common/ticket_columns.hpp"

#include "core/domain/ticket_code.hpp"
#include "db/common/count_spans.hpp"
#include "db/error.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <string>

namespace db {

using core::StoredTicket;
using core::Ticket;

namespace {

using Source = TicketSource;
using Target = TicketTarget;

constexpr ColumnsOf<Source, Target> of("ticket");
constexpr auto in_ticket = &StoredTicket::ticket;

constexpr auto agency_id = of.other(
    "agency_id",
    ColumnKind::integer,
    Written::once,
    [](const Source& from) { return to_value(from.agency_id); },
    nullptr);

constexpr auto day = of.other(
    "day",
    ColumnKind::integer,
    Written::once,
    [](const Source& from) { return to_value(span_key(Span::day, from.stored.day)); },
    [](Target& to, const ColumnValue& value) {
        to.stored.day = day_of_key(static_cast<int>(number_in(value)));
    });

// The letter of the service that it waits for now.
constexpr auto service = of.other(
    "service",
    ColumnKind::text,
    Written::always,
    [](const Source& from) {
        return ColumnValue(std::string_view(&from.stored.ticket.service, 1));
    },
    [](Target& to, const ColumnValue& value) {
        const std::string_view letter = text_in(value);
        if (letter.size() != 1) to.unknown_word(letter);
        to.stored.ticket.service = letter.front();
    });

constexpr auto counter = of.other(
    "counter",
    ColumnKind::integer,
    Written::always,
    [](const Source& from) {
        const auto& number = from.stored.ticket.counter;
        return number ? to_value(*number) : ColumnValue();
    },
    [](Target& to, const ColumnValue& value) {
        if (!is_null(value)) to.stored.ticket.counter = static_cast<int>(number_in(value));
    });

constexpr auto served_seconds = of.other(
    "served_seconds",
    ColumnKind::integer,
    Written::always,
    [](const Source& from) { return to_value(from.stored.ticket.served_for.count()); },
    [](Target& to, const ColumnValue& value) {
        to.stored.ticket.served_for = std::chrono::seconds{number_in(value)};
    });

// A place near the head is two columns: since when, and how many may still pass.
constexpr auto re_entry_at = of.other(
    "re_entry_at",
    ColumnKind::integer,
    Written::always,
    [](const Source& from) {
        const auto& place = from.stored.ticket.re_entry;
        return place ? to_value(place->at) : ColumnValue();
    },
    [](Target& to, const ColumnValue& value) {
        if (!is_null(value)) to.stored.ticket.re_entry = {instant_of(number_in(value)), 0};
    });

constexpr auto re_entry_passes = of.other(
    "re_entry_passes",
    ColumnKind::integer,
    Written::always,
    [](const Source& from) {
        const auto& place = from.stored.ticket.re_entry;
        return place ? to_value(place->lets_pass) : ColumnValue();
    },
    [](Target& to, const ColumnValue& value) {
        auto& place = to.stored.ticket.re_entry;
        if (place) place->lets_pass = static_cast<int>(number_in(value));
    });

// A promise is three columns, all of them or none.
template <auto part>
constexpr ColumnValue promise_value(const Source& from) {
    const auto& promise = from.stored.ticket.promise;
    return promise ? to_value(part(*promise).count()) : ColumnValue();
}

template <auto part>
constexpr void read_promise(Target& to, const ColumnValue& value) {
    if (is_null(value)) return;
    auto& promise = to.stored.ticket.promise;
    if (!promise) promise.emplace();
    part(*promise) = std::chrono::seconds{number_in(value)};
}

constexpr auto told = [](auto& promise) -> auto& { return promise.expected; };
constexpr auto told_low = [](auto& promise) -> auto& { return promise.range.low; };
constexpr auto told_high = [](auto& promise) -> auto& { return promise.range.high; };

template <auto part>
constexpr Column<Source, Target> promise_column(std::string_view name) {
    return of.other(name, ColumnKind::integer, Written::once, promise_value<part>,
                    read_promise<part>);
}

constexpr auto dossier_code = of.other(
    "dossier_code",
    ColumnKind::text,
    Written::always,
    [](const Source& from) {
        const auto& code = from.stored.ticket.dossier_code;
        return code ? to_value(*code) : ColumnValue();
    },
    [](Target& to, const ColumnValue& value) {
        if (!is_null(value)) to.stored.ticket.dossier_code = std::string(text_in(value));
    });

// Day and number come first: they name the row that holds a word nobody knows; re_entry_at before
// the passes that belong to it.
constexpr std::array ticket_list = {
    agency_id,
    day,
    of.text<in_ticket, &Ticket::number>("number", Written::once),
    of.number<in_ticket, &Ticket::issue_order>("issue_order", Written::once),
    service,
    of.word<core::parse_priority_kind, in_ticket, &Ticket::priority>("priority", Written::once),
    of.instant<in_ticket, &Ticket::arrived_at>("arrived_at", Written::once),
    of.word<core::parse_ticket_state, in_ticket, &Ticket::state>("state"),
    counter,
    of.number<in_ticket, &Ticket::calls>("calls"),
    of.instant<in_ticket, &Ticket::first_called_at>("first_called_at"),
    of.instant<in_ticket, &Ticket::last_called_at>("last_called_at"),
    of.instant<in_ticket, &Ticket::started_at>("started_at"),
    served_seconds,
    of.instant<in_ticket, &Ticket::ended_at>("ended_at"),
    of.number<in_ticket, &Ticket::sent_away>("sent_away"),
    re_entry_at,
    re_entry_passes,
    dossier_code,
    promise_column<told>("promised_wait"),
    promise_column<told_low>("promised_low"),
    promise_column<told_high>("promised_high"),
    of.text<&StoredTicket::person>("person", Written::once),
    of.text<&StoredTicket::device>("device", Written::once),
    of.number<&StoredTicket::offline>("offline", Written::once),
    of.number<&StoredTicket::last_event>("last_event")};

} // namespace

constinit const std::span<const Column<TicketSource, TicketTarget>> ticket_columns = ticket_list;

void TicketTarget::unknown_word(std::string_view word) const {
    const std::string code = core::make_ticket_code(stored.day, stored.ticket.number);
    throw_unknown_word({"place-ticket", {{"code", code}}}, word);
}

void TicketTarget::complete() {
    stored.ticket.code = core::make_ticket_code(stored.day, stored.ticket.number);
}

char stored_letter(char letter, core::NumberBlock block) {
    return block == core::NumberBlock::ordinary ? letter : static_cast<char>(letter - 'A' + 'a');
}

} // namespace db
