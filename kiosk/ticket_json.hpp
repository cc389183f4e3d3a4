#pragma once

#include "core/net/client/http_client.hpp"
#include "kiosk/room.hpp"
#include "kiosk/ticket_flow.hpp"

#include <string>
#include <vector>

namespace kiosk {

/// The core looked at the request and said no; not: it is broken, busy, or does not know us.
bool is_refusal(const net::HttpReply* reply);

/// For POST /tickets: the same touch always gives the same bytes, which its key stands for.
std::string ticket_request(const TouchRequest& request);
TicketAnswer read_ticket_answer(const net::HttpReply* reply);
LeaseAnswer read_lease_answer(const net::HttpReply* reply);

/// For POST /tickets/settle.
std::string settlement(std::int64_t lease, const std::vector<const Touch*>& used);

/// The page's answer to a touch that is a ticket now. Requires that it has a number.
std::string ticket_answer(const Touch& touch);

/// The page's problem when its ticket is not on paper, as far as anybody knows.
std::string printer_problem(const Touch& touch, const std::string& printer_sentence);

/// For the printer (printer/data/schema.json). Requires that it has a number.
std::string ticket_paper(const Touch& touch, const Room& room);

/// What a page sent to POST /local/tickets; none, with a sentence, when it is no touch.
std::optional<TouchRequest> read_touch(const std::string& body, std::string& why_not);

} // namespace kiosk
