#include "core/api/dossier_json.hpp"
#include "core/api/json_text.hpp"
#include "core/api/ticket_json.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/ticket_code.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

namespace server {

namespace {

using api::JsonFields;
using core::Result;
using Need = JsonFields::Need;

constexpr std::size_t most_dossiers_of_a_ticket = 50;

std::optional<char> read_letter(JsonFields& fields, std::string_view name, Need need) {
    const std::string letter = core::code_key(fields.line(name, need, 8));
    if (letter.empty()) return std::nullopt;
    if (letter.size() == 1 && core::is_service_letter(letter.front())) return letter.front();
    fields.complain(name, "field-no-service-letter");
    return std::nullopt;
}

/// A kind of priority; `true` is one that does not say which, `false` and `none` are none.
std::optional<core::PriorityKind> read_priority(JsonFields& fields) {
    const boost::json::value* value = fields.find("priority");
    if (!value) return std::nullopt;
    if (value->is_bool())
        return value->get_bool() ? std::optional(core::PriorityKind::other) : std::nullopt;
    const std::string word = fields.line("priority", Need::optional);
    if (word.empty() || word == "none") return std::nullopt;
    return fields.word("priority", Need::optional, core::parse_priority_kind,
                       core::list_of(core::priorities.vocabulary()));
}

boost::json::object
place_json(const core::PlaceInLine& place, const core::FrontDesk& desk, words::Language language) {
    boost::json::object object = api::to_json(place.ticket.ticket, language);
    if (const auto* service = desk.service(place.ticket.ticket.service))
        object["service_name"] = service->name;
    object["ahead"] = place.ahead;
    object["open_counters"] = place.open_counters;
    object["offline"] = place.ticket.offline;
    api::put_wait(object, place.wait, language);
    return object;
}

std::variant<net::HttpResponse, WriteWork> issue_ticket(const Call& call) {
    Body body(call);
    if (body.unreadable()) return *body.unreadable();
    JsonFields fields = body.fields();
    core::TicketRequest request;
    const std::string dossier = fields.line("dossier", Need::optional);
    if (!dossier.empty()) request.dossier = dossier;
    request.service =
        read_letter(fields, "service", dossier.empty() ? Need::required : Need::optional);
    request.priority = read_priority(fields);
    // Of a phone or ID number only a digest is kept with the ticket.
    const std::string id_number = fields.line("id_number", Need::optional, 64);
    // One number tells who it is; beside the ID a telephone is told as not read.
    const std::string phone =
        id_number.empty() ? fields.line("phone", Need::optional, 64) : std::string();
    if (const auto sound = core::check_ticket_person(id_number, phone); !sound)
        fields.complain(sound.error().field, sound.error().message);
    request.by_tail = (call.caller.as_set() & callers::staff) != 0;
    request.person = core::person_digest(id_number, phone);
    if (call.caller.kind == Caller::Kind::device) request.device = call.caller.name;
    if (!body.errors.empty()) return fields_response(body.errors, call.language);
    return WriteWork([request, rules = call.rules, language = call.language](
                         core::Books& books, const core::ActContext& by) -> Result<Answer> {
        const auto place = rules->front_desk.issue(books, request, by);
        if (!place) return place.error();
        return Answer{201, api::to_text(place_json(*place, rules->front_desk, language))};
    });
}

boost::json::array dossiers_of(const Call& call, core::BooksView& books, const std::string& code) {
    core::DossierQuery query;
    query.ticket = code;
    query.limit = most_dossiers_of_a_ticket;
    boost::json::array items;
    for (const core::StoredDossier& stored : books.list_dossiers(query)) {
        items.emplace_back(api::summary_json(stored.dossier, rules_of(*call.rules, stored.dossier),
                                             call.now, call.language));
    }
    return items;
}

net::HttpResponse show_ticket(const Call& call, core::BooksView& books) {
    const core::FrontDesk& desk = call.rules->front_desk;
    const auto found = desk.look_up(books, call.path.front(), call.now);
    if (!found) return problem_response(problem_of(found.error()), call.language);
    const core::Ticket& ticket = found->place.ticket.ticket;
    boost::json::object answer = place_json(found->place, desk, call.language);
    answer["waited_s"] =
        found->waited ? boost::json::value(found->waited->count()) : boost::json::value(nullptr);
    if (call.caller.kind == Caller::Kind::nobody) {
        // Numbers are easy to guess: why somebody comes first, and what for, is theirs.
        answer["priority"] = nullptr;
        answer["dossier"] = nullptr;
    }
    // From ticket to result is one story, for those who may read dossiers.
    if ((call.caller.as_set() & (callers::officer | callers::specialist | callers::chairman)) != 0)
        answer["dossiers"] = dossiers_of(call, books, ticket.code);
    return json_response(answer);
}

using TicketChange = Result<core::StoredTicket> (core::FrontDesk::*)(core::Books&,
                                                                     const std::string&,
                                                                     const core::ActContext&) const;

/// The citizen of a held ticket is back, or nobody holds the ticket any more.
template <TicketChange change>
std::variant<net::HttpResponse, WriteWork> change_ticket(const Call& call) {
    return WriteWork([code = call.path.front(), rules = call.rules, language = call.language](
                         core::Books& books, const core::ActContext& by) -> Result<Answer> {
        const auto stored = (rules->front_desk.*change)(books, code, by);
        if (!stored) return stored.error();
        return Answer{
            200, api::to_text(place_json(rules->front_desk.place_of(books, *stored, by.recorded_at),
                                         rules->front_desk, language))};
    });
}

boost::json::object lease_json(const core::TicketLease& lease) {
    boost::json::array numbers;
    boost::json::array codes;
    for (const int number : lease.numbers) {
        const std::string text = core::make_ticket_number(lease.letter, number);
        numbers.emplace_back(text);
        codes.emplace_back(core::make_ticket_code(lease.day, text));
    }
    return {{"lease", lease.id},
            {"service", std::string(1, lease.letter)},
            {"day", core::format_date(lease.day)},
            {"numbers", std::move(numbers)},
            {"codes", std::move(codes)}};
}

std::variant<net::HttpResponse, WriteWork> lease_numbers(const Call& call) {
    Body body(call);
    if (body.unreadable()) return *body.unreadable();
    JsonFields fields = body.fields();
    const auto letter = read_letter(fields, "service", Need::required);
    const auto count =
        fields.integer("count", Need::optional, 1, core::largest_lease).value_or(core::usual_lease);
    if (!body.errors.empty()) return fields_response(body.errors, call.language);
    return WriteWork([letter = *letter, count, device = call.caller.name, rules = call.rules](
                         core::Books& books, const core::ActContext& by) -> Result<Answer> {
        const auto lease =
            rules->front_desk.lease(books, letter, static_cast<int>(count), device, by);
        if (!lease) return lease.error();
        return Answer{201, api::to_text(lease_json(*lease))};
    });
}

std::variant<net::HttpResponse, WriteWork> settle_numbers(const Call& call) {
    Body body(call);
    if (body.unreadable()) return *body.unreadable();
    JsonFields fields = body.fields();
    const auto lease = fields.integer("lease", Need::required, 1, INT64_MAX);
    std::vector<core::OfflineTicket> used;
    for (JsonFields& item : fields.objects("used", Need::required)) {
        core::OfflineTicket ticket;
        ticket.number = item.line("number", Need::required, 16);
        ticket.touched_at = item.instant("at", Need::required).value_or(core::Instant{});
        ticket.priority = read_priority(item);
        used.push_back(std::move(ticket));
    }
    if (!body.errors.empty()) return fields_response(body.errors, call.language);
    return WriteWork([lease = *lease, used, device = call.caller.name, rules = call.rules,
                      language = call.language](core::Books& books,
                                                const core::ActContext& by) -> Result<Answer> {
        const auto settled = rules->front_desk.settle(books, lease, used, device, by);
        if (!settled) return settled.error();
        boost::json::array tickets;
        for (const core::StoredTicket& stored : *settled)
            tickets.emplace_back(api::to_json(stored.ticket, language));
        return Answer{200, api::to_text({{"lease", lease}, {"tickets", std::move(tickets)}})};
    });
}

} // namespace

void add_tickets(Router& router) {
    constexpr CallerSet givers = callers::kiosk | callers::counter | callers::staff;
    router.add({"POST",
                "/api/v1/tickets",
                givers,
                Write{issue_ticket},
                {"takeTicket", "Take a number; with `dossier` to fetch its result", "NewTicket",
                 "PlaceInLine", 201},
                json_body_limit});
    router.add({"POST",
                "/api/v1/tickets/lease",
                callers::kiosk,
                Write{lease_numbers},
                {"leaseNumbers", "Numbers to give out while the core cannot be reached",
                 "LeaseRequest", "Lease", 201},
                json_body_limit});
    router.add({"POST",
                "/api/v1/tickets/settle",
                callers::kiosk,
                Write{settle_numbers},
                {"settleNumbers", "What became of leased numbers; the rest is given back",
                 "Settlement", "Settled"},
                json_body_limit});
    router.add({"GET",
                "/api/v1/tickets/{code}",
                callers::all,
                QuickRead{show_ticket},
                {"getTicket", "A ticket by its code, or by today's number", "", "PlaceInLine"}});
    router.add({"POST",
                "/api/v1/tickets/{code}/re-enter",
                givers,
                Write{change_ticket<&core::FrontDesk::re_enter>},
                {"reEnter", "The citizen of a held ticket is back", "", "PlaceInLine"},
                json_body_limit});
    router.add({"POST",
                "/api/v1/tickets/{code}/cancel",
                givers,
                Write{change_ticket<&core::FrontDesk::cancel>},
                {"cancelTicket", "Its paper never came out, or the citizen gives it up", "",
                 "PlaceInLine"},
                json_body_limit});
}

} // namespace server
