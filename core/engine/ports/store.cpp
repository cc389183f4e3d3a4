#include "core/engine/ports/store.hpp"

#include "core/domain/folded_key.hpp"
#include "core/domain/ticket_code.hpp"

#include <future>

namespace core {

DossierOrder order_of(const DossierQuery& query) {
    if (query.order) return *query.order;
    if (query.is_of_open()) return {DossierSort::due, false};
    if (query.standing == DossierQuery::Standing::to_return) return {DossierSort::closed, false};
    return {DossierSort::stored, true};
}

Result<void> Store::write(AgencyId agency, const Command& command) {
    std::promise<Result<void>> answer;
    submit(agency, command, [&](Result<void> result, const std::exception_ptr& failure) {
        if (failure) {
            answer.set_exception(failure);
        } else {
            answer.set_value(std::move(result));
        }
    });
    return answer.get_future().get();
}

std::optional<StoredTicket>
find_ticket(const TicketTable& tickets, std::string_view code_or_number, Day today) {
    const std::string wanted = code_key(code_or_number);
    if (auto stored = tickets.find(wanted)) return stored;
    if (auto stored = tickets.find(today, wanted)) return stored;
    if (const auto code = read_ticket_code(wanted)) return tickets.find(*code);
    const auto number = read_ticket_number(wanted);
    return number ? tickets.find(today, *number) : std::nullopt;
}

} // namespace core
