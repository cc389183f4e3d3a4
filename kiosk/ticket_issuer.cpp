#include "kiosk/ticket_issuer.hpp"

#include "core/agent/json_answer.hpp"
#include "core/agent/problem.hpp"
#include "core/api/json_text.hpp"
#include "kiosk/ticket_json.hpp"

#include <boost/json/value.hpp>
#include <spdlog/spdlog.h>

#include <utility>

namespace kiosk {

namespace {

constexpr int not_found = 404;
constexpr int not_allowed_method = 405;

} // namespace

TicketIssuer::TicketIssuer(const std::filesystem::path& log, Uses uses)
    : uses_(uses), log_(log, [this](std::string_view line) { book_.apply(read_record(line)); }),
      flow_(book_, *this) {}

void TicketIssuer::resume() {
    flow_.resume();
    put_log_in_order();
}

/// Once a day, when nothing is under way, the log is written anew without what is over.
void TicketIssuer::put_log_in_order() {
    const core::Day today = core::local_date(uses_.clock.now());
    if (today == ordered_day_ || !flow_.is_idle()) return;
    std::vector<Record> needed;
    book_.tell_needed(today, [&](const Record& record) { needed.push_back(record); });
    log_.rewrite([&](const agent::AppendLog::Each& add) {
        for (const Record& record : needed) add(to_line(record));
    });
    TouchBook fresh;
    for (const Record& record : needed) fresh.apply(record);
    book_ = std::move(fresh);
    ordered_day_ = today;
}

void TicketIssuer::tick() {
    try {
        put_log_in_order();
        flow_.tick(uses_.clock.now());
    } catch (const std::exception& failure) {
        spdlog::error("the book of touches: {}", failure.what());
    }
}

void TicketIssuer::set_online(bool online) {
    flow_.set_online(online);
    if (online) tick();
}

int TicketIssuer::numbers_left(char service) const {
    return book_.numbers_left(service, core::local_date(uses_.clock.now()));
}

// The pages' requests.

void TicketIssuer::take(const net::HttpRequest& request, const net::Responder& respond) {
    const Waiting waiting{respond, agent::language_of(request)};
    core::Message why_not;
    const auto touch = read_touch(request.body, why_not);
    if (!touch) return respond(agent::problem(waiting.language, 422, "invalid-input", why_not));
    const Touch* const known = book_.find(touch->touch);
    if (known && known->request != *touch)
        return respond(agent::problem(waiting.language, 422, "key-used", "touch-used-otherwise"));
    if (!wait_for(touch->touch, waiting)) return;
    safely(touch->touch, [&] { flow_.begin(*touch, uses_.clock.now()); });
}

void TicketIssuer::reprint(const std::string& touch,
                           words::Language language,
                           const net::Responder& respond) {
    act(touch, {respond, language}, [&] { flow_.reprint(touch); });
}

void TicketIssuer::taken(const std::string& touch,
                         words::Language language,
                         const net::Responder& respond) {
    act(touch, {respond, language}, [&] { flow_.taken(touch); });
}

void TicketIssuer::act(const std::string& touch,
                       const Waiting& waiting,
                       const std::function<void()>& on_flow) {
    const Touch* const known = book_.find(touch);
    if (!known)
        return waiting.respond(agent::problem(waiting.language, 404, "not-found", "touch-unknown"));
    if (!known->ticket) return waiting.respond(answer_of(touch, waiting.language));
    if (wait_for(touch, waiting)) safely(touch, on_flow);
}

/// False when too many wait already; the one at hand is then answered.
bool TicketIssuer::wait_for(const std::string& touch, const Waiting& waiting) {
    if (waiting_.size() >= most_waiting_touches) {
        waiting.respond(agent::problem(waiting.language, 503, "busy", "kiosk-busy"));
        return false;
    }
    waiting_.emplace(touch, waiting);
    return true;
}

/// What cannot be put on disk has not happened: whoever waits is told so.
void TicketIssuer::safely(const std::string& touch, const std::function<void()>& work) {
    try {
        work();
    } catch (const std::exception& failure) {
        spdlog::error("a touch: {}", failure.what());
        const auto [first, last] = waiting_.equal_range(touch);
        for (auto each = first; each != last; ++each) {
            const auto& [respond, language] = each->second;
            respond(agent::problem(language, 507, "disk", "kiosk-disk-failed"));
        }
        waiting_.erase(first, last);
    }
}

net::HttpResponse TicketIssuer::answer_of(const std::string& touch,
                                          words::Language language) const {
    const Touch& known = *book_.find(touch);
    switch (known.state) {
    case TouchState::printed:
        return agent::json_text_answer(ticket_answer(known), 201);
    case TouchState::failed:
    case TouchState::unknown:
        return printer_problem(known, uses_.devices.printer_health(), language);
    default:
        break;
    }
    CoreRefusal refusal;
    switch (flow_.why_none(touch, refusal)) {
    case NoNumber::by_core:
        return agent::json_text_answer(refusal.body, refusal.status, "application/problem+json");
    case NoNumber::given_back:
        return agent::problem(language, 410, "given-back", "ticket-given-back");
    case NoNumber::none_offline:
        break;
    }
    return agent::problem(language, 503, "no-numbers", "no-numbers-left");
}

/// Of the page that came first: the core refuses in its language.
words::Language TicketIssuer::language_of(const std::string& touch) const {
    const auto waiting = waiting_.find(touch);
    return waiting == waiting_.end() ? words::Language() : waiting->second.language;
}

// What the flow wants done.

void TicketIssuer::write(const Record& record) { log_.append(to_line(record)); }

void TicketIssuer::answer(const std::string& touch) {
    const auto [first, last] = waiting_.equal_range(touch);
    for (auto each = first; each != last; ++each)
        each->second.respond(answer_of(touch, each->second.language));
    waiting_.erase(first, last);
}

void TicketIssuer::print(const Touch& touch, bool reprint) {
    const std::string name = touch.request.touch;
    TicketOrder order{touch.ticket->code, ticket_paper(touch, uses_.cache.room()), reprint};
    uses_.devices.print(std::move(order), [this, name](const printer::JobResult& result) {
        const PrintEnd end{result.outcome == printer::JobOutcome::printed,
                           result.outcome == printer::JobOutcome::unknown, result.reached_printer};
        if (!end.is_printed) spdlog::warn("a ticket is not printed: {}", to_text(result.cause));
        safely(name, [&] { flow_.print_ended(name, end); });
    });
}

void TicketIssuer::ask_ticket(const TouchRequest& request, bool doubt) {
    const std::string touch = request.touch;
    uses_.core.post_for_touch(
        {"/api/v1/tickets", ticket_request(request), "touch-" + touch, language_of(touch)},
        [this, touch, doubt](const net::HttpReply* reply) {
            const TicketAnswer answer = read_ticket_answer(reply);
            if (doubt) return flow_.doubt_answered(touch, answer);
            if (std::holds_alternative<CoreSilence>(answer)) {
                uses_.cache.expire_room();
                uses_.connectivity.suspect();
            }
            safely(touch, [&] { flow_.ticket_answered(touch, answer, uses_.clock.now()); });
        });
}

void TicketIssuer::ask_lease(char service, int count, const std::string& key) {
    const boost::json::object body{{"service", std::string(1, service)}, {"count", count}};
    uses_.core.post({"/api/v1/tickets/lease", api::to_text(body), key},
                    [this, service](const net::HttpReply* reply) {
                        const core::Instant now = uses_.clock.now();
                        flow_.lease_answered(service, read_lease_answer(reply), now);
                        flow_.tick(now);
                    });
}

void TicketIssuer::settle(std::int64_t lease, const std::vector<const Touch*>& used) {
    uses_.core.post(
        {"/api/v1/tickets/settle", settlement(lease, used), "settle-" + std::to_string(lease)},
        [this, lease](const net::HttpReply* reply) {
            const CoreDone done = done_of(reply);
            if (done == CoreDone::refused)
                spdlog::error("the core refused to settle lease {}: {}", lease, reply->body);
            flow_.settled(lease, done);
            uses_.cache.expire_room();
        });
}

void TicketIssuer::give_back(const std::string& code) {
    uses_.core.post(
        {"/api/v1/tickets/" + net::escape_component(code) + "/cancel", "{}", "cancel-" + code},
        [this, code](const net::HttpReply* reply) {
            const bool lacks_it =
                reply && (reply->status == not_found || reply->status == not_allowed_method);
            if (lacks_it) spdlog::warn("the core took ticket {} not back", code);
            flow_.give_back_answered(code, lacks_it ? CoreDone::refused : done_of(reply));
            uses_.cache.expire_room();
        });
}

} // namespace kiosk
