// One of several that implement front_desk.hpp: tickets as they are given, called and served.
//
// The day's live tickets are read whole for each command: they are few, and the fair rule
// (ticket_queue.hpp) needs all of them. The writer runs one command after the other, so whoever is
// chosen here is still waiting when it is written. A counter's state between calls (how many
// priority tickets it called in a row, who acted last) is one row, reset by the day it belongs to.

#include "core/engine/desk/front_desk.hpp"

#include "core/domain/folded_key.hpp"
#include "core/domain/person_number.hpp"
#include "core/domain/phone_number.hpp"
#include "core/domain/queue_figures.hpp"
#include "core/domain/ticket_code.hpp"
#include "core/domain/ticket_day.hpp"
#include "core/engine/desk/counter_presence.hpp"
#include "core/engine/dossiers/dossier_lookup.hpp"
#include "core/engine/journal/codec/ticket_payload.hpp"
#include "core/engine/journal/journal.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

namespace core {

namespace {

Error refuse(ErrorKind kind, Message message, std::string field = {}) {
    return {kind, std::move(message), std::move(field)};
}

Term term(DossierState state) { return {"dossier_state", std::string(to_text(state))}; }

std::vector<Ticket> waiting_of(const std::vector<StoredTicket>& live) {
    std::vector<Ticket> waiting;
    for (const StoredTicket& stored : live) {
        if (stored.ticket.state == TicketState::waiting) waiting.push_back(stored.ticket);
    }
    return waiting;
}

CounterState state_of(const TicketTable& tickets, int counter, Day day) {
    for (const CounterState& state : tickets.counter_states()) {
        if (state.counter == counter && state.day == day) return state;
    }
    return {counter, day, 0, "", {}};
}

std::string sessions_text(const std::vector<WorkingSession>& sessions) {
    std::string text;
    for (const WorkingSession& session : sessions)
        text += (text.empty() ? "" : ", ") + format_working_session(session);
    return text;
}

template <typename Number>
Result<void> check_number(std::string_view text, const char* field) {
    if (text.empty()) return {};
    const auto damage = Number::find_damage(text);
    if (damage && damage->kind == DamageKind::lost_zero) return {};
    const auto number = Number::read(text);
    if (number) return {};
    return Error{number.error().kind, number.error().message, field};
}

} // namespace

std::string person_digest(std::string_view id_number, std::string_view phone) {
    constexpr std::size_t digits = 32; // enough that no two people of a day have the same
    const std::string known = id_number.empty() ? phone_key(phone) : person_key(id_number);
    if (known.empty()) return {};
    return to_hex(sha256("person:" + known)).substr(0, digits);
}

Result<void> check_ticket_person(std::string_view id_number, std::string_view phone) {
    if (auto sound = check_number<PersonNumber>(id_number, "id_number"); !sound) return sound;
    return check_number<PhoneNumber>(phone, "phone");
}

const ServiceConfig* FrontDesk::service(char letter) const {
    const auto found = std::find_if(office_.services.begin(), office_.services.end(),
                                    [&](const auto& each) { return each.letter == letter; });
    return found == office_.services.end() ? nullptr : &*found;
}

const CounterConfig* FrontDesk::counter(int number) const {
    const auto found = std::find_if(office_.counters.begin(), office_.counters.end(),
                                    [&](const auto& each) { return each.number == number; });
    return found == office_.counters.end() ? nullptr : &*found;
}

Result<char> FrontDesk::service_for(BooksView& books, TicketRequest& request) const {
    std::optional<char> letter = request.service;
    // Whoever comes with a dossier's code and names no service comes for its result.
    if (!letter && request.dossier) {
        for (const ServiceConfig& each : office_.services) {
            if (each.returns) letter = each.letter;
        }
    }
    if (!letter) return refuse(ErrorKind::invalid_input, "service-missing", "service");
    const ServiceConfig* wanted = service(*letter);
    if (!wanted) {
        return refuse(ErrorKind::invalid_input,
                      {"service-unknown", {{"letter", std::string(1, *letter)}}}, "service");
    }
    if (!request.dossier) return *letter;
    const auto stored = request.by_tail ? reach_dossier(books, *request.dossier)
                                        : find_dossier(books, *request.dossier);
    if (!stored) return stored.error();
    // From here on by the code as it is stored, whatever its spelling was.
    request.dossier = stored->dossier.code;
    if (wanted->returns && stored->dossier.state != DossierState::resolved) {
        return refuse(ErrorKind::not_allowed,
                      {"dossier-has-no-result-yet",
                       {{"code", *request.dossier}, {"state", term(stored->dossier.state)}}});
    }
    return *letter;
}

/// When tickets of the service are given that day; none where no hours shut it.
std::optional<std::vector<WorkingSession>> FrontDesk::sessions_of(const ServiceConfig& wanted,
                                                                  Day day) const {
    const WeekSessions* hours = wanted.hours        ? &*wanted.hours
                                : office_.reception ? &*office_.reception
                                                    : nullptr;
    // [hours] are what deadlines count; only hours given for tickets shut the kiosk.
    if (!hours) return std::nullopt;
    return sessions_on(day, *hours, calendar_.special_days());
}

Result<void> FrontDesk::check_open(const ServiceConfig& wanted, Instant now) const {
    const Day day = local_date(now);
    const auto sessions = sessions_of(wanted, day);
    if (!sessions) return {};
    for (const WorkingSession& session : *sessions) {
        if (contains(session, to_local(now) - day)) return {};
    }
    if (sessions->empty()) {
        return refuse(ErrorKind::not_allowed, {"service-closed-today", {{"service", wanted.name}}});
    }
    return refuse(
        ErrorKind::not_allowed,
        {"service-closed-now", {{"service", wanted.name}, {"sessions", sessions_text(*sessions)}}});
}

Result<void> FrontDesk::check_person(const std::vector<StoredTicket>& live,
                                     const TicketRequest& request) const {
    for (const StoredTicket& stored : live) {
        const bool same_person = !request.person.empty() && stored.person == request.person;
        const bool same_dossier = request.dossier && stored.ticket.dossier_code == request.dossier;
        if (!same_person && !same_dossier) continue;
        const std::string& number = stored.ticket.number;
        if (same_dossier) {
            return refuse(ErrorKind::conflict, {"dossier-has-ticket",
                                                {{"code", *request.dossier},
                                                 {"number", number},
                                                 {"state", term(stored.ticket.state)}}});
        }
        return refuse(
            ErrorKind::conflict,
            {"person-has-ticket", {{"number", number}, {"state", term(stored.ticket.state)}}});
    }
    return {};
}

int FrontDesk::next_number(Books& books, Day day, char letter) const {
    TicketTable& tickets = books.write_tickets();
    // Past 9000 the leased block is stepped over.
    int number = tickets.last_number(day, letter, NumberBlock::ordinary) + 1;
    if (number == first_leased_number) number = last_leased_number + 1;
    tickets.set_last_number(day, letter, NumberBlock::ordinary, number);
    return number;
}

StoredTicket FrontDesk::enter(Books& books, StoredTicket stored, const ActContext& by) const {
    // One order over all services of the day decides between equal arrivals.
    stored.ticket.code = make_ticket_code(stored.day, stored.ticket.number);
    stored.ticket.issue_order = books.tickets().last_issue_order(stored.day) + 1;
    NewEvent event = office_event(OfficeEvent::ticket_issued, stored.ticket.code, by, "",
                                  payload::write_issue(stored));
    stored.last_event = books.append(event);
    books.write_tickets().put(stored);
    return stored;
}

Result<PlaceInLine>
FrontDesk::issue(Books& books, const TicketRequest& asked, const ActContext& by) const {
    TicketRequest request = asked;
    const auto letter = service_for(books, request);
    if (!letter) return letter.error();
    const ServiceConfig& wanted = *service(*letter);
    if (const auto open = check_open(wanted, by.recorded_at); !open) return open.error();
    const Day day = local_date(by.recorded_at);
    const auto live = this->live(books, by.recorded_at);
    if (const auto person = check_person(live, request); !person) return person.error();
    if (wanted.daily_limit && given_out(books.tickets(), day, *letter) >= *wanted.daily_limit) {
        return refuse(ErrorKind::not_allowed,
                      {"service-gave-all-numbers",
                       {{"service", wanted.name}, {"limit", *wanted.daily_limit}}});
    }
    StoredTicket stored;
    stored.day = day;
    stored.person = request.person;
    stored.device = request.device;
    stored.ticket.number = make_ticket_number(*letter, next_number(books, day, *letter));
    stored.ticket.service = *letter;
    stored.ticket.priority = request.priority;
    stored.ticket.arrived_at = by.recorded_at;
    stored.ticket.dossier_code = request.dossier;
    stored.ticket.issue_order = books.tickets().last_issue_order(day) + 1;
    Line line = this->line(books, by.recorded_at);
    line.waiting.push_back(stored.ticket);
    // What is told now is kept, so that tomorrow's waits are told from how true it was.
    stored.ticket.promise = wait_in(line, line.waiting, stored);
    stored = enter(books, std::move(stored), by);
    return place_in(line, stored);
}

Instant FrontDesk::day_end(const StoredTicket& stored) const {
    std::vector<WorkingSession> sessions = calendar_.sessions(stored.day);
    if (const ServiceConfig* of = service(stored.ticket.service)) {
        if (const auto given = sessions_of(*of, stored.day))
            sessions.insert(sessions.end(), given->begin(), given->end());
    }
    return end_of_ticket_day(stored.day, stored.ticket.arrived_at, sessions,
                             office_.queue.grace_after_closing);
}

Instant FrontDesk::visit_end(const StoredTicket& stored) const {
    return std::max(day_end(stored), *stored.ticket.started_at);
}

StoredTicket FrontDesk::as_of(StoredTicket stored, Instant now) const {
    const Instant end = day_end(stored);
    if (stored.ticket.state == TicketState::serving && stored.day < local_date(now)) {
        // Whether or not housekeeping has written it down.
        const TicketStep step{TicketAct::finish, visit_end(stored), stored.ticket.counter,
                              std::nullopt};
        if (auto ended = perform(stored.ticket, step, office_.queue))
            stored.ticket = std::move(ended).value();
    }
    stored.ticket = core::as_of(std::move(stored.ticket), end, now);
    return stored;
}

std::vector<StoredTicket> FrontDesk::live(BooksView& books, Instant now) const {
    std::vector<StoredTicket> live = books.tickets().live(local_date(now));
    std::erase_if(live, [&](const StoredTicket& stored) {
        return !is_live(as_of(stored, now).ticket.state);
    });
    return live;
}

Result<Ticket>
FrontDesk::perform_today(const StoredTicket& before, TicketStep& step, Instant now) const {
    const Instant end = day_end(before);
    const Ticket ticket = core::as_of(before.ticket, end, now);
    const Day today = local_date(now);
    if (now >= end || before.day < today) {
        const auto possible = check_ticket_day(ticket, before.day, today, step.act);
        if (!possible) return possible.error();
        if (before.day < today) step.act_at = visit_end(before);
    }
    return perform(ticket, step, office_.queue);
}

Result<StoredTicket>
FrontDesk::ticket_for(Books& books, const CounterStep& step, Instant now) const {
    const Day day = local_date(now);
    if (step.ticket.empty()) {
        const auto live = this->live(books, now);
        if (const StoredTicket* present = ticket_at(live, step.counter)) return *present;
        const auto left = books.tickets().left_over(day);
        if (const StoredTicket* present = ticket_at(left, step.counter)) return *present;
        return refuse(ErrorKind::not_allowed,
                      {"counter-called-nobody", {{"counter", step.counter}}});
    }
    auto found = find_ticket(books.tickets(), step.ticket, day);
    if (!found) {
        return refuse(ErrorKind::not_found, {"ticket-unknown", {{"number", step.ticket}}});
    }
    return std::move(*found);
}

StoredTicket FrontDesk::write_step(Books& books,
                                   const StoredTicket& before,
                                   Ticket after,
                                   const ToldStep& told,
                                   const ActContext& by) const {
    StoredTicket stored = before;
    stored.ticket = std::move(after);
    const TicketStep& step = told.step;
    NewEvent event = office_event(ticket_event(step.act), stored.ticket.code, by, told.reason,
                                  payload::write_step(step, stored.ticket, told.services));
    // Steps of a ticket hang together, so that its life is read without the rest of the journal.
    event.act_at = step.act_at;
    event.previous_seq = before.last_event;
    stored.last_event = books.append(event);
    books.write_tickets().put(stored);
    return stored;
}

Result<void> FrontDesk::check_number(BooksView& books,
                                     const std::string& code_or_number,
                                     TicketAct act,
                                     Instant now) const {
    const Day today = local_date(now);
    const auto stored = find_ticket(books.tickets(), code_or_number, today);
    if (!stored || (stored->day == today && now < day_end(*stored))) return {};
    return check_ticket_day(as_of(*stored, now).ticket, stored->day, today, act);
}

Result<StoredTicket> FrontDesk::call_ticket(Books& books,
                                            const CounterConfig& counter,
                                            const CounterStep& step,
                                            const ActContext& by) const {
    const Day day = local_date(by.recorded_at);
    // Whoever expired at closing is out of the line before somebody is chosen from it.
    const ActContext by_the_clock{{"system", by.actor.place}, by.recorded_at};
    (void)end_days(books, "", by_the_clock, std::numeric_limits<std::size_t>::max());
    const auto live = books.tickets().live(day);
    if (const StoredTicket* present = ticket_at(live, counter.number)) {
        return refuse(ErrorKind::not_allowed, {"counter-has-ticket",
                                               {{"counter", counter.number},
                                                {"number", present->ticket.number},
                                                {"state", term(present->ticket.state)}}});
    }
    const std::string served = letters_of(counter);
    CounterState state = state_of(books.tickets(), counter.number, day);
    const auto next = choose_next(waiting_of(live), served, state.priority_run, office_.queue);
    std::string wanted = step.ticket.empty() ? next.value_or("") : code_key(step.ticket);
    if (const auto known = find_ticket(books.tickets(), wanted, day)) wanted = known->ticket.code;
    if (wanted.empty()) {
        return refuse(ErrorKind::not_allowed, {"nobody-waits", {{"counter", counter.number}}});
    }
    if (const auto ended = check_number(books, wanted, step.act, by.recorded_at); !ended)
        return ended.error();
    if (const auto parts = parse_ticket_code(wanted)) wanted = parts->number;
    const auto found = std::find_if(live.begin(), live.end(), [&](const StoredTicket& each) {
        return each.ticket.number == wanted;
    });
    if (found == live.end())
        return refuse(ErrorKind::not_found, {"ticket-not-waiting", {{"number", wanted}}});
    const auto order = check_call_order(next, wanted, step.reason);
    if (!order) return order.error();
    const TicketStep call{TicketAct::call, by.recorded_at, counter.number, std::nullopt};
    auto after = perform(found->ticket, call, office_.queue);
    if (!after) return after.error();
    // A reason is kept where one was due: in order there is nothing to explain.
    const std::string reason = *order == CallOrder::out_of_order ? step.reason : std::string();
    const StoredTicket called =
        write_step(books, *found, std::move(after).value(), {call, served, reason}, by);
    state.priority_run = priority_run_after(state.priority_run, called.ticket);
    state.officer = by.actor.who;
    state.last_act_at = by.recorded_at;
    books.write_tickets().put(state);
    // Those who re-entered let so many pass: this call was one.
    for (StoredTicket other : live) {
        if (other.ticket.code != called.ticket.code && count_call_ahead(other.ticket, served))
            books.write_tickets().put(other);
    }
    return called;
}

Result<StoredTicket>
FrontDesk::step(Books& books, const CounterStep& step, const ActContext& by) const {
    const CounterConfig* config = counter(step.counter);
    if (!config) {
        return refuse(ErrorKind::not_found, {"counter-unknown", {{"counter", step.counter}}});
    }
    if (step.act == TicketAct::call) return call_ticket(books, *config, step, by);
    const Instant now = by.recorded_at;
    const auto before = ticket_for(books, step, now);
    if (!before) return before.error();
    if (step.to_service && !service(*step.to_service)) {
        return refuse(ErrorKind::invalid_input,
                      {"service-unknown", {{"letter", std::string(1, *step.to_service)}}},
                      "to_service");
    }
    TicketStep made{step.act, now, step.counter, step.to_service};
    auto after = perform_today(*before, made, now);
    if (!after) return after.error();
    CounterState state = state_of(books.tickets(), step.counter, local_date(now));
    state.officer = by.actor.who;
    state.last_act_at = by.recorded_at;
    books.write_tickets().put(state);
    return write_step(books, *before, std::move(after).value(), {made, "", step.reason}, by);
}

Result<StoredTicket> FrontDesk::act_without_counter(Books& books,
                                                    TicketAct act,
                                                    const std::string& code,
                                                    const ActContext& by) const {
    const auto before = ticket_for(books, {0, act, code, "", {}}, by.recorded_at);
    if (!before) return before.error();
    TicketStep made{act, by.recorded_at, std::nullopt, std::nullopt};
    auto after = perform_today(*before, made, by.recorded_at);
    if (!after) return after.error();
    return write_step(books, *before, std::move(after).value(), {made, "", ""}, by);
}

Result<StoredTicket>
FrontDesk::re_enter(Books& books, const std::string& code, const ActContext& by) const {
    return act_without_counter(books, TicketAct::re_enter, code, by);
}

Result<StoredTicket>
FrontDesk::cancel(Books& books, const std::string& code, const ActContext& by) const {
    return act_without_counter(books, TicketAct::cancel, code, by);
}

} // namespace core
