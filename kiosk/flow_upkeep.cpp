// One of several that implement ticket_flow.hpp: what is done between touches, which are leases,
// settlements and places that nobody wants.

#include "kiosk/ticket_flow.hpp"

#include <algorithm>

namespace kiosk {

namespace {

// So many settlements, doubts and places to give back are under way at once.
constexpr std::size_t most_at_once = 4;

} // namespace

void TicketFlow::tick(core::Instant now) {
    end_patience(now);
    if (!online_) return;
    ask_leases(now);
    settle_leases(now);
    give_back_places();
    resolve_doubts(now);
}

void TicketFlow::end_patience(core::Instant now) {
    for (const std::string& name : book_.touches()) {
        const Touch& touch = *book_.find(name);
        // One whose outcome is unknown stays in line: its paper may be in somebody's hand, who
        // would lose his place, while a paper that never was costs a call.
        if (touch.state == TouchState::failed && now - touch.at > printer_patience) {
            write(record::GivenBack{name});
            continue;
        }
        const bool is_orphan = touch.state == TouchState::asking && !asking_.contains(name) &&
                               now - touch.at > orphan_patience;
        if (!is_orphan) continue;
        write(record::Doubted{name});
        write(record::GivenBack{name});
    }
}

/// The same until a lease has come of it: a lease whose answer was lost is found again.
std::string TicketFlow::lease_key(char service, core::Day day) const {
    std::int64_t latest = 0;
    for (const Lease& lease : book_.leases()) {
        if (lease.service == service) latest = std::max(latest, lease.id);
    }
    return std::string("lease-") + service + "-" + core::format_date(day) + "-after-" +
           std::to_string(latest);
}

void TicketFlow::ask_leases(core::Instant now) {
    const core::Day today = core::local_date(now);
    for (const ServiceLine& service : services_) {
        // What was given out of is about to be settled.
        if (book_.untouched_numbers(service.letter, today) >= few_numbers) continue;
        const auto refused = refused_leases_.find(service.letter);
        if (refused != refused_leases_.end() && now - refused->second < refused_lease_pause)
            continue;
        if (!leases_asked_.insert(service.letter).second) continue;
        ports_.ask_lease(service.letter, numbers_of_a_lease, lease_key(service.letter, today));
    }
}

void TicketFlow::lease_answered(char service, const LeaseAnswer& answer, core::Instant now) {
    leases_asked_.erase(service);
    if (const auto* lease = std::get_if<Lease>(&answer)) {
        if (!book_.find_lease(lease->id)) write(record::Leased{*lease});
        refused_leases_.erase(service);
    } else if (std::holds_alternative<CoreRefusal>(answer)) {
        refused_leases_[service] = now;
    }
}

bool TicketFlow::may_settle(const Lease& lease, core::Day today) const {
    if (lease.is_settled || settling_.contains(lease.id)) return false;
    if (lease.is_settling) return true; // begun by the run before
    const auto touches = book_.touches_of(lease.id);
    const bool is_over = lease.day != today;
    if (touches.empty() && !is_over) return false;
    if (std::any_of(touches.begin(), touches.end(),
                    [](const Touch* touch) { return touch->state == TouchState::printing; }))
        return false;
    if (is_over || refused_leases_.contains(lease.service)) return true;
    // The core may go again at once: first another block, then this one's end.
    return book_.untouched_numbers(lease.service, today) >= few_numbers;
}

void TicketFlow::settle_leases(core::Instant now) {
    const core::Day today = core::local_date(now);
    std::vector<std::int64_t> ready;
    for (const Lease& lease : book_.leases()) {
        if (may_settle(lease, today)) ready.push_back(lease.id);
    }
    for (const std::int64_t id : ready) {
        if (settling_.size() >= most_at_once) return;
        if (!book_.find_lease(id)->is_settling) {
            std::vector<std::string> used;
            for (const Touch* touch : book_.touches_of(id)) {
                // No piece of paper bears its number: the core may give it to somebody else.
                const bool is_unused =
                    touch->state == TouchState::given_back && !touch->reached_paper;
                if (!is_unused) used.push_back(touch->request.touch);
            }
            write(record::Settling{id, used});
        }
        settling_.insert(id);
        ports_.settle(id, book_.settlement_of(id));
    }
}

void TicketFlow::settled(std::int64_t lease, CoreDone done) {
    settling_.erase(lease);
    // A refusal stays one however often it is asked again; whoever runs the ports reports it.
    if (done != CoreDone::silence) write(record::Settled{lease});
}

void TicketFlow::give_back_places() {
    for (const std::string& name : book_.touches()) {
        const Touch& touch = *book_.find(name);
        if (touch.owes_give_back()) request_give_back(name, touch.ticket->code);
    }
}

void TicketFlow::request_give_back(const std::string& touch, const std::string& code) {
    if (backs_asked_.size() >= most_at_once || !backs_asked_.emplace(code, touch).second) return;
    ports_.give_back(code);
}

void TicketFlow::give_back_answered(const std::string& code, CoreDone done) {
    const auto asked = backs_asked_.extract(code);
    if (done == CoreDone::silence || asked.empty()) return;
    const std::string touch = asked.mapped();
    const auto& own = book_.find(touch)->ticket;
    if (own && own->code == code) {
        write(record::GiveBackTold{touch});
    } else {
        write(record::DoubtEnded{touch});
    }
}

/// Asks again, under the touch's key, for the number that the core may have given. The answer
/// says which one it was; if there was none, there is one now. Either way it is given back.
void TicketFlow::resolve_doubts(core::Instant now) {
    for (const std::string& name : book_.touches()) {
        const Touch& touch = *book_.find(name);
        if (!touch.is_doubtful || touch.state == TouchState::asking || asking_.contains(name))
            continue;
        if (core::local_date(touch.at) != core::local_date(now)) {
            write(record::DoubtEnded{name}); // with its day the core has ended its places
            continue;
        }
        if (doubts_asked_.size() >= most_at_once || !doubts_asked_.insert(name).second) continue;
        // Its page may not come back for the number that is about to be nobody's.
        if (touch.state == TouchState::refused) write(record::GivenBack{name});
        ports_.ask_ticket(touch.request, true);
    }
}

void TicketFlow::doubt_answered(const std::string& touch, const TicketAnswer& answer) {
    doubts_asked_.erase(touch);
    if (const auto* ticket = std::get_if<GivenTicket>(&answer)) {
        request_give_back(touch, ticket->code);
    } else if (std::holds_alternative<CoreRefusal>(answer)) {
        write(record::DoubtEnded{touch}); // there was none, and by its key there will be none
    }
}

} // namespace kiosk
