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
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
    // Here and not in the source: every text that comes in is gone through letter by letter.
    const auto byte = [&] { return static_cast<unsigned>(static_cast<unsigned char>(text[at++])); };
    const unsigned first = byte();
    if (first < 0x80) return first;
    const auto continuation = [&] { return byte() & 0x3FU; };
    if (first < 0xE0) return (first & 0x1FU) << 6 | continuation();
    unsigned code_point = first < 0xF0 ? first & 0x0FU : (first & 0x07U) << 6 | continuation();
    code_point = code_point << 6 | continuation();
    return code_point << 6 | continuation();
}

/// How many code points. Requires valid UTF-8.
std::size_t count_letters(std::string_view text);

/// Offset of the first byte from `at` on that is not ASCII, or the length of the text.
std::size_t skip_ascii(std::string_view text, std::size_t at);

} // namespace core
