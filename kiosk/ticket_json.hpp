#pragma once

#include "core/domain/printer_health.hpp"
#include "core/net/client/http_client.hpp"
#include "core/net/http_message.hpp"
#include "core/words/words.hpp"
#include "kiosk/room.hpp"
#include "kiosk/ticket_flow.hpp"

#include <string>
#include <vector>

namespace kiosk {

/// The core looked at the request and said no; not: it is broken, busy, or does not know us.
bool is_refusal(const net::HttpReply* reply);

/// What a change came to. A core that is broken, busy or does not know us may do it yet.
CoreDone done_of(const net::HttpReply* reply);

/// For POST /tickets: the same touch always gives the same bytes, which its key stands for.
std::string ticket_request(const TouchRequest& request);
TicketAnswer read_ticket_answer(const net::HttpReply* reply);
LeaseAnswer read_lease_answer(const net::HttpReply* reply);

/// For POST /tickets/settle.
std::string settlement(std::int64_t lease, const std::vector<const Touch*>& used);

/// The page's answer to a touch that is a ticket now. Requires that it has a number.
std::string ticket_answer(const Touch& touch);

/// The page's problem (409) when its ticket is not on paper, as far as anybody knows.
net::HttpResponse
printer_problem(const Touch& touch, core::PrinterHealth health, words::Language language);

/// For the printer (printer/data/schema.json). Requires that it has a number.
std::string ticket_paper(const Touch& touch, const Room& room);

/// What a page sent to POST /local/tickets; none, with `why_not`, when it is no touch.
std::optional<TouchRequest> read_touch(const std::string& body, core::Message& why_not);

} // namespace kiosk
