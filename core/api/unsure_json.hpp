#pragma once

#include "core/domain/message.hpp"
#include "core/words/words.hpp"

#include <boost/json/fwd.hpp>

#include <chrono>
#include <span>

namespace api {

/// `[2027, 2028]`
boost::json::array to_json(std::span<const std::chrono::year> years);

/// Says of an object's `due_at` whether it is sure, by the years that make it unsure: the members
/// `due_unsure`, `due_unsure_years` and `due_unsure_text`, null for a sure one.
void put_unsure(boost::json::object& object,
                std::span<const std::chrono::year> years,
                words::Language language);

} // namespace api
