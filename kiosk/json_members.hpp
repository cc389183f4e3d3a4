#pragma once

#include <boost/json/object.hpp>

#include <string>

namespace kiosk {

/// Throws as Boost.JSON does when it is no string.
inline std::string text_of(const boost::json::value& value) {
    return std::string(value.as_string());
}

/// `otherwise` when the member is missing or no string.
inline std::string
text_or(const boost::json::object& from, const char* name, const char* otherwise = "") {
    const boost::json::value* value = from.if_contains(name);
    return value && value->is_string() ? text_of(*value) : otherwise;
}

} // namespace kiosk
