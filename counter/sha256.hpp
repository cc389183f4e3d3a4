#pragma once

#include <string>
#include <string_view>

namespace counter {

/// SHA-256 in lower-case hexadecimal digits. Throws std::runtime_error when there is none.
std::string sha256_hex(std::string_view text);

} // namespace counter
