#pragma once

#include <boost/json/fwd.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace api {

/// The path of the first member that stands twice in one object of the text, `applicant.name`; none
/// where none does. The library keeps the last of them, so that the rest would vanish unsaid.
/// `parsed` is what the text was parsed into. The text must be sound JSON.
std::optional<std::string> doubled_member(std::string_view text, const boost::json::value& parsed);

} // namespace api
