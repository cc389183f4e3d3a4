#include "core/domain/utf8.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace core {

namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

bool is_between(unsigned byte, unsigned low, unsigned high) { return byte >= low && byte <= high; }

// The number of bytes of the valid code point at `at`, or 0. What the second byte may be
// depends on the first: that is where overlong forms and surrogates are refused.
std::size_t valid_length(std::string_view text, std::size_t at) {
    const unsigned first = byte_at(text, at);
    if (first < 0x80) return 1;
    if (first < 0xC2 || first > 0xF4) return 0;

    const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (text.size() - at < length) return 0;

    unsigned low = 0x80;
    unsigned high = 0xBF;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
    if (!is_between(byte_at(text, at + 1), low, high)) return 0;
    if (length > 2 && !is_between(byte_at(text, at + 2), 0x80, 0xBF)) return 0;
    if (length > 3 && !is_between(byte_at(text, at + 3), 0x80, 0xBF)) return 0;
    return length;
}

// As many times eight bytes of ASCII as there are.
std::size_t skip_eights(std::string_view text, std::size_t at) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    while (text.size() - at >= sizeof(std::uint64_t)) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & high_bits) != 0) break;
        at += sizeof eight;
    }
    return at;
}

} // namespace

std::size_t skip_ascii(std::string_view text, std::size_t at) {
    at = skip_eights(text, at);
    while (at < text.size() && byte_at(text, at) < 0x80) ++at;
    return at;
}

std::optional<std::size_t> find_broken_utf8(std::string_view text) {
    std::size_t at = 0;
    while ((at = skip_eights(text, at)) < text.size()) {
        // Where letters with marks stand among others eight plain bytes in a row are rare.
        const std::size_t until = std::min(at + 8, text.size());
        while (at < until) {
            const std::size_t length = valid_length(text, at);
            if (length == 0) return at;
            at += length;
        }
    }
    return std::nullopt;
}

std::size_t count_letters(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_utf8(std::string_view text) { return !find_broken_utf8(text); }

} // namespace core
