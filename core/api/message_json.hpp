#pragma once

#include "core/domain/message.hpp"

#include <boost/json/fwd.hpp>

#include <optional>

namespace api {

// A message in a file, so that it can be said in any language later:
//   {"code": "finding-missing-up-to", "facts": {"row": "17"}}
// A text stands as it is, a count as a number; of what would else look like one of them, an object
// tells what it is: {"date": "2023-01-03"}, {"instant": …}, {"vocabulary": "act", "name": "pay"},
// {"terms": […]}, {"messages": […]}.

boost::json::object to_json(const core::Message& message);

/// None where it is no such message, or of a later version: with a code, a fact or a vocabulary
/// that this one does not know.
std::optional<core::Message> read_message(const boost::json::value& value);

} // namespace api
