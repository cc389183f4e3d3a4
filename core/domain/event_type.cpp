#include "core/domain/event_type.hpp"

#include "core/domain/act.hpp"

#include <array>
#include <vector>

namespace core {

namespace {

constexpr std::string_view ticket_prefix = "ticket-";

} // namespace

std::string ticket_event(TicketAct act) {
    return std::string(ticket_prefix) + std::string(to_text(act));
}

std::optional<TicketAct> ticket_act_of(std::string_view event_type) {
    if (!event_type.starts_with(ticket_prefix)) return std::nullopt;
    return parse_ticket_act(event_type.substr(ticket_prefix.size()));
}

std::span<const std::string_view> event_types() {
    static const auto of_tickets = [] {
        std::array<std::string, ticket_acts.values().size()> texts;
        for (std::size_t at = 0; at < texts.size(); ++at)
            texts[at] = ticket_event(ticket_acts.values()[at]);
        return texts;
    }();
    static const auto all = [] {
        std::vector<std::string_view> types;
        for (const std::string_view name : dossier_acts.vocabulary().names) types.push_back(name);
        for (const std::string_view name : office_events.vocabulary().names) types.push_back(name);
        types.insert(types.end(), of_tickets.begin(), of_tickets.end());
        return types;
    }();
    return all;
}

} // namespace core
