// One of several that implement front_desk.hpp: numbers leased to kiosks, and the end of the day.
//
// A kiosk that cannot reach the core gives out numbers it leased before. They are of a block of
// their own (9001 on), so that ordinary numbers have no gap whatever kiosks hold in reserve. When
// the kiosk is back, it settles the lease: what it gave out is entered by time of touch, the rest
// goes back to be leased again.

#include "core/engine/desk/front_desk.hpp"
#include "core/engine/journal/codec/ticket_payload.hpp"

#include <algorithm>
#include <charconv>

namespace core {

namespace {

/// How far a kiosk's clock may be ahead of the core's.
constexpr std::chrono::minutes clock_difference{5};

std::string lease_name(std::int64_t id) { return "lease-" + std::to_string(id); }

Error unknown_lease(std::int64_t id) {
    return {ErrorKind::not_found, {"lease-unknown", {{"lease", std::to_string(id)}}}};
}

int number_in(std::string_view text, char letter) {
    int number = 0;
    if (text.empty() || text.front() != letter) return 0;
    std::from_chars(text.data() + 1, text.data() + text.size(), number);
    return make_ticket_number(letter, std::max(number, 1)) == text ? number : 0;
}

Result<void>
check_used(const TicketLease& lease, std::span<const OfflineTicket> used, Instant now) {
    std::vector<int> left = lease.numbers;
    for (const OfflineTicket& ticket : used) {
        const auto found =
            std::find(left.begin(), left.end(), number_in(ticket.number, lease.letter));
        if (found == left.end()) {
            return Error{ErrorKind::invalid_input,
                         {"lease-without-number", {{"number", ticket.number}}}};
        }
        left.erase(found);
        if (local_date(ticket.touched_at) != lease.day ||
            ticket.touched_at > now + clock_difference)
            return Error{
                ErrorKind::invalid_input,
                {"lease-of-another-day", {{"number", ticket.number}, {"at", ticket.touched_at}}}};
    }
    return {};
}

} // namespace

int FrontDesk::given_out(const TicketTable& tickets, Day day, char letter) {
    int count = 0;
    tickets.each(day, day, [&](const StoredTicket& stored) {
        if (stored.ticket.number.front() == letter) ++count;
        return true;
    });
    return count;
}

int FrontDesk::next_leased_number(Books& books, Day day, char letter) const {
    TicketTable& tickets = books.write_tickets();
    if (const auto freed = tickets.take_free_number(day, letter, NumberBlock::leased))
        return *freed;
    const int before =
        std::max(tickets.last_number(day, letter, NumberBlock::leased), first_leased_number - 1);
    // The block is used up: better an ordinary number with a gap behind it than none.
    if (before == last_leased_number) return next_number(books, day, letter);
    tickets.set_last_number(day, letter, NumberBlock::leased, before + 1);
    return before + 1;
}

Result<TicketLease> FrontDesk::lease(
    Books& books, char letter, int numbers, const std::string& device, const ActContext& by) const {
    const ServiceConfig* wanted = service(letter);
    if (!wanted) {
        return Error{ErrorKind::invalid_input,
                     {"service-unknown", {{"letter", std::string(1, letter)}}}};
    }
    if (numbers < 1 || numbers > largest_lease) {
        return Error{ErrorKind::invalid_input, {"lease-size", {{"largest", largest_lease}}}};
    }
    TicketLease lease{0,           device, local_date(by.recorded_at), letter, {}, by.recorded_at,
                      std::nullopt};
    // Leased numbers count when they are settled; what a kiosk holds in reserve is not given out.
    if (wanted->daily_limit) {
        const int given = given_out(books.tickets(), lease.day, letter);
        numbers = std::min(numbers, *wanted->daily_limit - given);
    }
    if (numbers < 1) {
        return Error{ErrorKind::not_allowed,
                     {"service-gave-all-numbers",
                      {{"service", wanted->name}, {"limit", *wanted->daily_limit}}}};
    }
    for (int i = 0; i < numbers; ++i)
        lease.numbers.push_back(next_leased_number(books, lease.day, letter));
    lease.id = books.write_tickets().add(lease);
    books.append(office_event(OfficeEvent::numbers_leased, lease_name(lease.id), by, "",
                              payload::write(lease)));
    return lease;
}

Result<std::vector<StoredTicket>> FrontDesk::settle(Books& books,
                                                    std::int64_t lease_id,
                                                    std::span<const OfflineTicket> used,
                                                    const std::string& device,
                                                    const ActContext& by) const {
    const auto lease = books.tickets().find_lease(lease_id);
    if (!lease || lease->device != device) return unknown_lease(lease_id);
    if (lease->settled_at) {
        return Error{ErrorKind::not_allowed,
                     {"lease-settled", {{"lease", std::to_string(lease_id)}}}};
    }
    if (const auto sound = check_used(*lease, used, by.recorded_at); !sound) return sound.error();
    std::vector<OfflineTicket> in_order(used.begin(), used.end());
    // Arrival is the touch, and the order of entering decides between equal ones.
    std::stable_sort(in_order.begin(), in_order.end(),
                     [](const auto& a, const auto& b) { return a.touched_at < b.touched_at; });
    std::vector<StoredTicket> entered;
    std::vector<int> unused = lease->numbers;
    for (const OfflineTicket& offline : in_order) {
        std::erase(unused, number_in(offline.number, lease->letter));
        StoredTicket stored;
        stored.day = lease->day;
        stored.device = device;
        stored.offline = true;
        stored.ticket.number = offline.number;
        stored.ticket.service = lease->letter;
        stored.ticket.priority = offline.priority;
        stored.ticket.arrived_at = offline.touched_at;
        entered.push_back(enter(books, std::move(stored), by));
    }
    for (const int number : unused) {
        // An ordinary number that ran out of the block is not given out a second time.
        const bool of_block = number >= first_leased_number && number <= last_leased_number;
        if (of_block)
            books.write_tickets().add_free_number(lease->day, lease->letter, NumberBlock::leased,
                                                  number);
    }
    books.write_tickets().settle(lease_id, by.recorded_at);
    TicketLease given_back = *lease;
    given_back.numbers = unused;
    books.append(office_event(OfficeEvent::lease_settled, lease_name(lease_id), by, "",
                              payload::write(given_back)));
    return entered;
}

std::int64_t FrontDesk::end_days(Books& books,
                                 const std::string& reason,
                                 const ActContext& by,
                                 std::size_t most) const {
    const Day today = local_date(by.recorded_at);
    std::vector<StoredTicket> open = books.tickets().left_over(today);
    const std::vector<StoredTicket> of_today = books.tickets().live(today);
    open.insert(open.end(), of_today.begin(), of_today.end());
    std::int64_t ended = 0;
    for (const StoredTicket& stored : open) {
        if (static_cast<std::size_t>(ended) >= most) break;
        const Instant end = day_end(stored);
        const bool serving = stored.ticket.state == TicketState::serving;
        // Who is at a counter after closing is still served there, but not through the night.
        if (serving ? stored.day == today : by.recorded_at < end) continue;
        const TicketStep step{serving ? TicketAct::finish : TicketAct::expire,
                              serving ? visit_end(stored) : end,
                              serving ? stored.ticket.counter : std::nullopt, std::nullopt};
        auto after = perform(stored.ticket, step, office_.queue);
        if (!after) continue;
        write_step(books, stored, std::move(after).value(), {step, "", reason}, by);
        ++ended;
    }
    return ended;
}

} // namespace core
