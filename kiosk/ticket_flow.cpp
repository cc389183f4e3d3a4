#include "kiosk/ticket_flow.hpp"

#include <algorithm>
#include <cassert>

namespace kiosk {

void TicketFlow::write(const Record& record) {
    ports_.write(record);
    book_.apply(record);
}

void TicketFlow::resume() {
    for (const std::string& touch : book_.touches()) {
        if (book_.find(touch)->state == TouchState::printing)
            write(record::NotPrinted{touch, true, true});
    }
}

void TicketFlow::begin(const TouchRequest& request, core::Instant now) {
    if (!book_.find(request.touch)) write(record::Touched{request, now});
    judge_stray(request.touch);
    const Touch& touch = *book_.find(request.touch);
    const bool is_forgotten_refusal =
        touch.state == TouchState::refused && !refusals_.contains(request.touch) && !touch.ticket;
    if (touch.state == TouchState::printing || asking_.contains(request.touch)) return;
    if (touch.state != TouchState::asking && !is_forgotten_refusal)
        return ports_.answer(request.touch);
    if (!online_) return give_offline(touch, now);
    asking_.insert(request.touch);
    ports_.ask_ticket(touch.request, false);
}

/// The outcome of its job could not be put on disk, and only a person knows it now.
void TicketFlow::judge_stray(const std::string& touch) {
    if (book_.find(touch)->state == TouchState::printing && !printing_.contains(touch))
        write(record::NotPrinted{touch, true, true});
}

bool TicketFlow::is_idle() const {
    return asking_.empty() && printing_.empty() && doubts_asked_.empty() && backs_asked_.empty() &&
           leases_asked_.empty() && settling_.empty();
}

const ServiceLine* TicketFlow::service_of(const TouchRequest& request) const {
    const auto found =
        std::find_if(services_.begin(), services_.end(), [&](const ServiceLine& service) {
            return request.service == 0 ? service.returns : service.letter == request.service;
        });
    return found == services_.end() ? nullptr : &*found;
}

void TicketFlow::ticket_answered(const std::string& touch,
                                 const TicketAnswer& answer,
                                 core::Instant now) {
    asking_.erase(touch);
    const Touch& asked = *book_.find(touch);
    if (asked.ticket || asked.state == TouchState::given_back) return;
    if (const auto* ticket = std::get_if<GivenTicket>(&answer)) return give(touch, *ticket);
    if (const auto* refusal = std::get_if<CoreRefusal>(&answer)) {
        refusals_[touch] = *refusal;
        if (asked.state != TouchState::refused) write(record::Refused{touch});
        return ports_.answer(touch);
    }
    // It may have happened. The citizen is not kept waiting to find out.
    if (!asked.is_doubtful) write(record::Doubted{touch});
    give_offline(asked, now);
}

void TicketFlow::give_offline(const Touch& touch, core::Instant now) {
    const std::string name = touch.request.touch;
    const ServiceLine* const service = service_of(touch.request);
    const auto free = service ? book_.next_number(service->letter, core::local_date(now))
                              : std::optional<FreeNumber>();
    if (!free) {
        if (touch.state != TouchState::refused) write(record::Refused{name});
        return ports_.answer(name);
    }
    GivenTicket ticket;
    ticket.number = free->number;
    ticket.code = free->code;
    ticket.service = service->letter;
    ticket.service_name = service->name;
    ticket.at = touch.at;
    ticket.lease = free->lease;
    give(name, ticket);
}

void TicketFlow::give(const std::string& touch, const GivenTicket& ticket) {
    // By the core under the touch's own key: this is the ticket that there may have been.
    if (book_.find(touch)->is_doubtful && !ticket.is_offline()) write(record::DoubtEnded{touch});
    write(record::Given{touch, ticket});
    printing_.insert(touch);
    ports_.print(*book_.find(touch), false);
}

void TicketFlow::print_ended(const std::string& touch, const PrintEnd& end) {
    printing_.erase(touch);
    if (end.is_printed) {
        write(record::Printed{touch});
    } else {
        write(record::NotPrinted{touch, end.is_unknown, end.reached_paper});
    }
    ports_.answer(touch);
}

void TicketFlow::reprint(const std::string& touch) {
    judge_stray(touch);
    const Touch& printed = *book_.find(touch);
    const bool may = printed.state == TouchState::failed || printed.state == TouchState::unknown;
    if (!may) {
        if (printed.state != TouchState::printing) ports_.answer(touch);
        return;
    }
    const bool is_marked = printed.reached_paper || printed.state == TouchState::unknown;
    write(record::PrintingAgain{touch});
    printing_.insert(touch);
    ports_.print(*book_.find(touch), is_marked);
}

void TicketFlow::taken(const std::string& touch) {
    judge_stray(touch);
    const TouchState state = book_.find(touch)->state;
    if (state == TouchState::failed || state == TouchState::unknown) write(record::Printed{touch});
    if (state != TouchState::printing) ports_.answer(touch);
}

NoNumber TicketFlow::why_none(const std::string& touch, CoreRefusal& refusal) const {
    if (book_.find(touch)->state == TouchState::given_back) return NoNumber::given_back;
    const auto found = refusals_.find(touch);
    if (found == refusals_.end()) return NoNumber::none_offline;
    refusal = found->second;
    return NoNumber::by_core;
}

} // namespace kiosk
