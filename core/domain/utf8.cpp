#include "core/domain/utf8.hpp"

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

} // namespace

std::size_t skip_ascii(std::string_view text, std::size_t at) {
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    while (text.size() - at >= sizeof(std::uint64_t)) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & high_bits) != 0) break;
        at += sizeof eight;
    }
    while (at < text.size() && byte_at(text, at) < 0x80) ++at;
    return at;
}

std::optional<std::size_t> find_broken_utf8(std::string_view text) {
    std::size_t at = skip_ascii(text, 0);
    while (at < text.size()) {
        const std::size_t length = valid_length(text, at);
        if (length == 0) return at;
        at = skip_ascii(text, at + length);
    }
    return std::nullopt;
}

bool is_utf8(std::string_view text) { return !find_broken_utf8(text); }

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const unsigned first = byte_at(text, at++);
    if (first < 0x80) return first;
    const auto continuation = [&] { return byte_at(text, at++) & 0x3FU; };
    if (first < 0xE0) return (first & 0x1FU) << 6 | continuation();
    unsigned code_point = first < 0xF0 ? first & 0x0FU : (first & 0x07U) << 6 | continuation();
    code_point = code_point << 6 | continuation();
    return code_point << 6 | continuation();
}

} // namespace core
