#include "core/engine/desk/room_state.hpp"

#include "core/engine/desk/counter_presence.hpp"

#include <algorithm>

namespace core {

namespace {

bool waits(const StoredTicket& stored) { return stored.ticket.state == TicketState::waiting; }

std::int64_t waiting_for(const std::vector<StoredTicket>& live, char service) {
    return std::count_if(live.begin(), live.end(), [&](const StoredTicket& stored) {
        return stored.ticket.service == service && waits(stored);
    });
}

} // namespace

RoomState room_state(BooksView& books, const Office& office, const FrontDesk& desk, Instant now) {
    RoomState room;
    room.seq = books.journal_head().seq;
    room.day = local_date(now);
    room.live = desk.live(books, now);
    std::vector<ServiceOutlook> outlooks = desk.outlooks(books, now);
    for (std::size_t i = 0; i < office.services.size(); ++i) {
        const ServiceConfig& service = office.services[i];
        room.services.push_back(
            {&service, waiting_for(room.live, service.letter), std::move(outlooks[i])});
    }
    const auto states = books.tickets().counter_states();
    for (const CounterConfig& counter : office.counters) {
        CounterNow each{&counter, is_counter_open(states, counter.number, now), std::nullopt};
        if (const StoredTicket* there = ticket_at(room.live, counter.number))
            each.ticket = there->ticket;
        room.counters.push_back(std::move(each));
    }
    return room;
}

std::int64_t count_waiting(BooksView& books, const FrontDesk& desk, Instant now) {
    const std::vector<StoredTicket> live = desk.live(books, now);
    return std::count_if(live.begin(), live.end(), waits);
}

} // namespace core
