#pragma once

#include <boost/json/fwd.hpp>

#include <string>

namespace api {

/// JSON text on one line. Like boost::json::serialize(), but numbers with a fraction are written
/// the way people write them: 84.17 rather than 8.417E1.
std::string to_text(const boost::json::value& value);

} // namespace api
