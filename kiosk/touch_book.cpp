#include "kiosk/touch_book.hpp"

#include "core/domain/failure.hpp"

#include <algorithm>

namespace kiosk {

void TouchBook::apply(const Record& record) {
    std::visit([this](const auto& each) { take(each); }, record);
}

const Touch* TouchBook::find(const std::string& touch) const {
    const auto found = touches_.find(touch);
    return found == touches_.end() ? nullptr : &found->second;
}

const Lease* TouchBook::find_lease(std::int64_t id) const {
    const auto found = std::find_if(leases_.begin(), leases_.end(),
                                    [id](const Lease& lease) { return lease.id == id; });
    return found == leases_.end() ? nullptr : &*found;
}

Touch& TouchBook::touch_of(const std::string& touch) {
    const auto found = touches_.find(touch);
    if (found == touches_.end())
        throw core::Failure({"touch-record-of-no-touch", {{"touch", touch}}});
    return found->second;
}

Lease& TouchBook::lease_of(std::int64_t id) {
    const auto found = std::find_if(leases_.begin(), leases_.end(),
                                    [id](const Lease& lease) { return lease.id == id; });
    if (found == leases_.end()) throw core::Failure({"touch-record-of-no-lease", {{"lease", id}}});
    return *found;
}

void TouchBook::take(const record::Touched& touched) {
    Touch touch;
    touch.request = touched.request;
    touch.at = touched.at;
    if (touches_.emplace(touched.request.touch, touch).second)
        order_.push_back(touched.request.touch);
}

void TouchBook::take(const record::Leased& leased) {
    if (!find_lease(leased.lease.id)) leases_.push_back(leased.lease);
}

void TouchBook::take(const record::Given& given) {
    Touch& touch = touch_of(given.touch);
    if (touch.ticket) throw core::Failure({"touch-record-second-number", {{"touch", given.touch}}});
    if (given.ticket.is_offline()) {
        Lease& lease = lease_of(given.ticket.lease);
        const auto at = std::find(lease.numbers.begin(), lease.numbers.end(), given.ticket.number);
        const auto index = static_cast<std::size_t>(at - lease.numbers.begin());
        if (at == lease.numbers.end() || index < lease.next)
            throw core::Failure({"touch-record-number-given", {{"number", given.ticket.number}}});
        lease.next = index + 1;
    }
    touch.ticket = given.ticket;
    touch.is_in_books = !given.ticket.is_offline();
    touch.state = TouchState::printing;
}

void TouchBook::take(const record::PrintingAgain& again) {
    touch_of(again.touch).state = TouchState::printing;
}

void TouchBook::take(const record::Printed& printed) {
    Touch& touch = touch_of(printed.touch);
    touch.state = TouchState::printed;
    touch.reached_paper = true;
}

void TouchBook::take(const record::NotPrinted& not_printed) {
    Touch& touch = touch_of(not_printed.touch);
    touch.state = not_printed.is_unknown ? TouchState::unknown : TouchState::failed;
    touch.reached_paper = touch.reached_paper || not_printed.reached_paper;
}

void TouchBook::take(const record::Refused& refused) {
    touch_of(refused.touch).state = TouchState::refused;
}

void TouchBook::take(const record::Doubted& doubted) { touch_of(doubted.touch).is_doubtful = true; }

void TouchBook::take(const record::DoubtEnded& ended) { touch_of(ended.touch).is_doubtful = false; }

void TouchBook::take(const record::GivenBack& back) {
    touch_of(back.touch).state = TouchState::given_back;
}

void TouchBook::take(const record::GiveBackTold& told) {
    touch_of(told.touch).give_back_told = true;
}

void TouchBook::take(const record::Settling& settling) {
    lease_of(settling.lease).is_settling = true;
    settlements_[settling.lease] = settling.touches;
}

void TouchBook::take(const record::Settled& settled) {
    lease_of(settled.lease).is_settled = true;
    for (const std::string& touch : settlements_[settled.lease]) touch_of(touch).is_in_books = true;
}

std::optional<FreeNumber> TouchBook::next_number(char service, core::Day day) const {
    for (const Lease& lease : leases_) {
        if (lease.service != service || lease.day != day || lease.is_settling) continue;
        if (lease.next < lease.numbers.size())
            return FreeNumber{lease.id, lease.numbers[lease.next], lease.codes[lease.next]};
    }
    return std::nullopt;
}

int TouchBook::numbers_left(char service, core::Day day) const {
    std::size_t left = 0;
    for (const Lease& lease : leases_) {
        if (lease.service == service && lease.day == day && !lease.is_settling)
            left += lease.numbers.size() - lease.next;
    }
    return static_cast<int>(left);
}

int TouchBook::untouched_numbers(char service, core::Day day) const {
    std::size_t left = 0;
    for (const Lease& lease : leases_) {
        if (lease.service == service && lease.day == day && !lease.is_settling && lease.next == 0)
            left += lease.numbers.size();
    }
    return static_cast<int>(left);
}

std::vector<const Touch*> TouchBook::touches_of(std::int64_t lease) const {
    std::vector<const Touch*> found;
    for (const std::string& name : order_) {
        const Touch& touch = touches_.at(name);
        if (touch.ticket && touch.ticket->lease == lease) found.push_back(&touch);
    }
    return found;
}

std::vector<const Touch*> TouchBook::settlement_of(std::int64_t lease) const {
    std::vector<const Touch*> found;
    const auto settlement = settlements_.find(lease);
    if (settlement == settlements_.end()) return found;
    for (const std::string& touch : settlement->second) found.push_back(&touches_.at(touch));
    return found;
}

bool TouchBook::is_needed(const Touch& touch, core::Day today) const {
    if (core::local_date(touch.at) == today || touch.is_doubtful || touch.owes_give_back())
        return true;
    if (!touch.ticket || !touch.ticket->is_offline()) return false;
    const Lease* const lease = find_lease(touch.ticket->lease);
    return lease && !lease->is_settled;
}

bool TouchBook::is_needed(const Lease& lease, core::Day today) const {
    if (!lease.is_settled || lease.day == today) return true;
    // The next lease is asked for under a name made of the latest one's (ticket_flow).
    const bool is_latest = std::none_of(leases_.begin(), leases_.end(), [&](const Lease& other) {
        return other.service == lease.service && other.id > lease.id;
    });
    const auto touches = touches_of(lease.id);
    return is_latest || std::any_of(touches.begin(), touches.end(),
                                    [&](const Touch* touch) { return is_needed(*touch, today); });
}

void TouchBook::tell_needed(core::Day today, const std::function<void(const Record&)>& each) const {
    for (const Lease& lease : leases_) {
        if (!is_needed(lease, today)) continue;
        Lease fresh = lease;
        fresh.next = 0;
        fresh.is_settling = fresh.is_settled = false;
        each(record::Leased{fresh});
    }
    const auto kept = [&](const Touch& touch) {
        if (is_needed(touch, today)) return true;
        // A kept lease must remember each of its numbers that were given out.
        if (!touch.ticket || !touch.ticket->is_offline()) return false;
        const Lease* const lease = find_lease(touch.ticket->lease);
        return lease && is_needed(*lease, today);
    };
    for (const std::string& name : order_) {
        const Touch& touch = touches_.at(name);
        if (!kept(touch)) continue;
        each(record::Touched{touch.request, touch.at});
        if (touch.ticket) each(record::Given{name, *touch.ticket});
        const bool is_unknown = touch.state == TouchState::unknown;
        if (touch.reached_paper || is_unknown || touch.state == TouchState::failed)
            each(record::NotPrinted{name, is_unknown, touch.reached_paper});
        if (touch.state == TouchState::printing && touch.reached_paper)
            each(record::PrintingAgain{name});
        if (touch.state == TouchState::printed) each(record::Printed{name});
        if (touch.state == TouchState::refused) each(record::Refused{name});
        if (touch.state == TouchState::given_back) each(record::GivenBack{name});
        if (touch.is_doubtful) each(record::Doubted{name});
        if (touch.give_back_told) each(record::GiveBackTold{name});
    }
    for (const Lease& lease : leases_) {
        if (!is_needed(lease, today) || !lease.is_settling) continue;
        const auto settlement = settlements_.find(lease.id);
        each(record::Settling{lease.id, settlement->second});
        if (lease.is_settled) each(record::Settled{lease.id});
    }
}

} // namespace kiosk
