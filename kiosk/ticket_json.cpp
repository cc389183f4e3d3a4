#include "kiosk/ticket_json.hpp"

#include "core/agent/problem.hpp"
#include "core/api/json_fields.hpp"
#include "core/api/json_text.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/words/words.hpp"
#include "kiosk/json_members.hpp"
#include "printer/print_job.hpp"
#include "printer/printer_health.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <algorithm>

namespace kiosk {

namespace json = boost::json;

using printer::JobOutcome;

namespace {

constexpr std::size_t shortest_touch = 8;
constexpr std::size_t longest_touch = 64;
constexpr std::size_t longest_code = 64;

json::value or_null(const std::optional<int>& number) {
    return number ? json::value(*number) : json::value(nullptr);
}

std::optional<int> number_of(const json::value& value) {
    return value.is_int64() ? std::optional(value.to_number<int>()) : std::nullopt;
}

GivenTicket read_ticket(const json::value& from) {
    GivenTicket ticket;
    ticket.number = text_of(from.at("number"));
    ticket.code = text_of(from.at("code"));
    ticket.service = text_of(from.at("service")).at(0);
    if (const json::value* name = from.as_object().if_contains("service_name"))
        ticket.service_name = text_of(*name);
    ticket.at = core::parse_instant(text_of(from.at("arrived_at"))).value();
    ticket.ahead = number_of(from.at("ahead"));
    ticket.expected_wait_s = number_of(from.at("expected_wait_s"));
    if (ticket.expected_wait_s) ticket.expected_wait = text_of(from.at("expected_wait"));
    ticket.wait = read_wait(from.as_object());
    return ticket;
}

Lease read_lease(const json::value& from) {
    Lease lease;
    lease.id = from.at("lease").as_int64();
    lease.service = text_of(from.at("service")).at(0);
    lease.day = core::parse_date(text_of(from.at("day"))).value();
    for (const json::value& number : from.at("numbers").as_array())
        lease.numbers.push_back(text_of(number));
    for (const json::value& code : from.at("codes").as_array())
        lease.codes.push_back(text_of(code));
    return lease;
}

/// The reply as what `read` makes of it.
template <typename Answer, typename Read>
Answer read_answer(const net::HttpReply* reply, Read read) {
    if (is_refusal(reply)) return CoreRefusal{reply->status, reply->body};
    if (!reply || reply->status / 100 != 2) return CoreSilence{};
    return read(json::parse({reply->body.data(), reply->body.size()}));
}

bool is_touch(const std::string& text) {
    return text.size() >= shortest_touch && text.size() <= longest_touch &&
           std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                      c == '-';
           });
}

} // namespace

bool is_refusal(const net::HttpReply* reply) {
    if (!reply || reply->status / 100 != 4) return false;
    constexpr int log_in = 401;
    constexpr int forbidden = 403;
    constexpr int timed_out = 408;
    constexpr int wait = 429;
    return reply->status != log_in && reply->status != forbidden && reply->status != timed_out &&
           reply->status != wait;
}

CoreDone done_of(const net::HttpReply* reply) {
    if (reply && reply->status / 100 == 2) return CoreDone::yes;
    return is_refusal(reply) ? CoreDone::refused : CoreDone::silence;
}

std::string ticket_request(const TouchRequest& request) {
    json::object body;
    if (request.service != 0) body["service"] = std::string(1, request.service);
    if (request.priority) body["priority"] = std::string(core::to_text(*request.priority));
    if (!request.dossier.empty()) body["dossier"] = request.dossier;
    return api::to_text(body);
}

TicketAnswer read_ticket_answer(const net::HttpReply* reply) {
    return read_answer<TicketAnswer>(reply, read_ticket);
}

LeaseAnswer read_lease_answer(const net::HttpReply* reply) {
    return read_answer<LeaseAnswer>(reply, read_lease);
}

std::string settlement(std::int64_t lease, const std::vector<const Touch*>& used) {
    json::array tickets;
    for (const Touch* touch : used) {
        json::object ticket{{"number", touch->ticket->number},
                            {"at", core::format_instant(touch->at)}};
        if (touch->request.priority)
            ticket["priority"] = std::string(core::to_text(*touch->request.priority));
        tickets.push_back(std::move(ticket));
    }
    return api::to_text({{"lease", lease}, {"used", std::move(tickets)}});
}

std::string ticket_answer(const Touch& touch) {
    const GivenTicket& ticket = *touch.ticket;
    json::object answer{{"touch", touch.request.touch},
                        {"number", ticket.number},
                        {"code", ticket.code},
                        {"service", std::string(1, ticket.service)},
                        {"service_name", ticket.service_name},
                        {"ahead", or_null(ticket.ahead)},
                        {"expected_wait", nullptr},
                        {"offline", ticket.is_offline()},
                        {"printed", true},
                        {"at", core::format_instant(ticket.at)}};
    if (!ticket.expected_wait.empty()) answer["expected_wait"] = ticket.expected_wait;
    if (ticket.wait) answer["expected_wait_minutes"] = wait_json(*ticket.wait);
    return api::to_text(answer);
}

net::HttpResponse
printer_problem(const Touch& touch, core::PrinterHealth health, words::Language language) {
    const bool is_unknown = touch.state == TouchState::unknown;
    const core::Message advice = printer::advice(health);
    core::Message message = "ticket-not-printed";
    if (is_unknown) {
        message = {"ticket-print-unknown", {{"number", touch.ticket->number}}};
    } else if (!advice.code.empty()) {
        message = {"ticket-not-printed-because", {{"advice", std::vector<core::Message>{advice}}}};
    }
    return agent::problem(
        language, 409, "printer", message, {},
        {{"touch", touch.request.touch},
         {"number", touch.ticket->number},
         {"state", to_text(is_unknown ? JobOutcome::unknown : JobOutcome::failed)},
         {"can_retry", true}});
}

std::string ticket_paper(const Touch& touch, const Room& room) {
    const GivenTicket& ticket = *touch.ticket;
    const words::Language papers; // as the forms are
    json::object paper{{"office", {{"name", room.office}, {"desk", room.desk_in(papers)}}},
                       {"issued_at", core::format_instant(ticket.at)},
                       {"number", ticket.number},
                       {"code", ticket.code},
                       {"service", ticket.service_name},
                       {"ahead", or_null(ticket.ahead)},
                       {"expected_wait_s", or_null(ticket.expected_wait_s)}};
    const std::string counters = room.counters_of(ticket.service);
    if (!counters.empty()) paper["counters"] = counters;
    if (touch.request.priority)
        paper["priority"] = std::string(core::to_text(*touch.request.priority));
    if (!touch.request.dossier.empty()) paper["dossier"] = touch.request.dossier;
    if (ticket.is_offline()) paper["note"] = words::say(papers, "ticket-given-offline");
    return api::to_text(paper);
}

std::optional<TouchRequest> read_touch(const std::string& body, core::Message& why_not) {
    const auto value = api::parse_body(body, why_not);
    if (!value) return std::nullopt;
    using Need = api::JsonFields::Need;
    api::FieldErrors errors;
    api::JsonFields fields(value->get_object(), errors);
    TouchRequest request;
    request.touch = fields.line("touch", Need::required, longest_touch);
    if (errors.empty() && !is_touch(request.touch)) fields.complain("touch", "field-no-uuid");
    request.dossier = fields.line("dossier", Need::optional, longest_code);
    const bool has_dossier = !request.dossier.empty();
    const std::string letter =
        fields.line("service", has_dossier ? Need::optional : Need::required, 1);
    if (!letter.empty()) {
        request.service = letter.front();
        if (!core::is_service_letter(request.service))
            fields.complain("service", "field-no-service-letter");
    }
    request.priority = fields.word("priority", Need::optional, core::parse_priority_kind,
                                   core::list_of(core::priorities.vocabulary()));
    if (errors.empty()) return request;
    const api::FieldError& first = errors.front();
    why_not = {"field-wrong",
               {{"field", first.field},
                {"problem", std::vector<core::Message>{core::Message(first.message)}}}};
    return std::nullopt;
}

} // namespace kiosk
