#pragma once

#include "core/domain/ticket.hpp"
#include "core/domain/ticket_queue.hpp"
#include "core/words/words.hpp"

#include <boost/json/fwd.hpp>

#include <optional>

namespace api {

/// A ticket as boards, kiosks and counters see it: nothing of a person in it.
boost::json::object to_json(const core::Ticket& ticket, words::Language language);

/// Adds `expected_wait_s` (the middle of the range), `expected_wait_low_s`, `expected_wait_high_s`
/// the whole minutes `expected_wait_minutes` for programs that say it in their own words, and a
/// text; all null and a text that says so when it cannot be known.
void put_wait(boost::json::object& object,
              const std::optional<core::WaitRange>& wait,
              words::Language language);

} // namespace api
