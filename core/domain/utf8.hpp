#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace core {

/// Offset of the first byte that is not part of valid UTF-8. Strict: refuses
/// surrogates, overlong forms and anything above U+10FFFF.
std::optional<std::size_t> find_broken_utf8(std::string_view text);

bool is_utf8(std::string_view text);

/// The code point that starts at `at`, which is moved past it.
/// Requires valid UTF-8 and `at` at the start of a code point.
char32_t next_code_point(std::string_view text, std::size_t& at);

/// Offset of the first byte from `at` on that is not ASCII, or the length of the text.
std::size_t skip_ascii(std::string_view text, std::size_t at);

} // namespace core
