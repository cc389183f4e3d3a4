#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace net {

enum class PlusMeans { plus, blank };

/// Resolves `%41`; none when a `%` is not followed by two hexadecimal digits.
std::optional<std::string> unescape(std::string_view escaped, PlusMeans plus);

} // namespace net
