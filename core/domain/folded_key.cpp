// A name is taken apart into letters and tones. Two spellings put the tone of `oa`, `oe` and `uy`
// on different letters, so the key has it at the end of the word: `hoà` and `hòa` are `hoa` and a
// grave accent. The letters of Vietnamese are taken apart once, into a table.

#include "core/domain/folded_key.hpp"

#include "core/domain/latin_table.hpp"
#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <utility>

namespace core {

namespace {

constexpr utf8proc_int32_t as_utf8proc(char32_t letter) {
    return static_cast<utf8proc_int32_t>(letter);
}

void append_letter(std::string& to, char32_t letter) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(as_utf8proc(letter), bytes.data());
    to.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

bool is_dash(char32_t letter) {
    return (letter >= 0x2010 && letter <= 0x2015) || letter == 0x2212 || letter == 0xFE58 ||
           letter == 0xFE63;
}

/// Letters of other scripts that show nothing: Hangul fillers, the blank of braille.
bool is_filler(char32_t letter) {
    return letter == 0x115F || letter == 0x1160 || letter == 0x3164 || letter == 0xFFA0 ||
           letter == 0x2800;
}

/// None for what cannot be seen.
std::optional<char32_t> plain_letter(char32_t letter) {
    constexpr char32_t full_width_begin = 0xFF01;
    constexpr char32_t full_width_end = 0xFF5F;
    constexpr char32_t grapheme_joiner = 0x34F;
    if (letter < 0x20 || letter == 0x7F) return U' ';
    if (letter < 0x7F) return letter;
    if (letter >= full_width_begin && letter < full_width_end)
        return letter - full_width_begin + U'!';
    if (is_dash(letter)) return U'-';
    if (letter == grapheme_joiner || is_filler(letter)) return std::nullopt;
    switch (utf8proc_category(as_utf8proc(letter))) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
        return U' ';
    case UTF8PROC_CATEGORY_CF:
        return std::nullopt;
    default:
        return letter;
    }
}

/// The letter of ASCII that a capital of the Cyrillic or Greek alphabet looks like, Đ for those
/// that look like it, or the capital itself.
char32_t looks_like(char32_t capital) {
    if (capital == 0xD0 || capital == 0x189) return 0x110;
    static constexpr std::array<std::pair<char32_t, char>, 30> pairs = {
        {{0x391, 'A'}, {0x392, 'B'}, {0x395, 'E'}, {0x396, 'Z'}, {0x397, 'H'}, {0x399, 'I'},
         {0x39A, 'K'}, {0x39C, 'M'}, {0x39D, 'N'}, {0x39F, 'O'}, {0x3A1, 'P'}, {0x3A4, 'T'},
         {0x3A5, 'Y'}, {0x3A7, 'X'}, {0x405, 'S'}, {0x406, 'I'}, {0x408, 'J'}, {0x410, 'A'},
         {0x412, 'B'}, {0x415, 'E'}, {0x41A, 'K'}, {0x41C, 'M'}, {0x41D, 'H'}, {0x41E, 'O'},
         {0x420, 'P'}, {0x421, 'C'}, {0x422, 'T'}, {0x423, 'Y'}, {0x425, 'X'}, {0x51A, 'Q'}}};
    const auto* const found = std::ranges::find(pairs, capital, &std::pair<char32_t, char>::first);
    return found == pairs.end() ? capital : static_cast<char32_t>(found->second);
}

bool is_plain_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
}

// --- Names ---------------------------------------------------------------------------------------

/// A letter without its tone, in lower case, and the tone.
struct ToneApart {
    std::array<char, 7> bytes{};
    std::uint8_t size = 0;
    char32_t tone = 0; ///< 0: none
};

constexpr std::array<char32_t, 5> tones = {0x300, 0x301, 0x303, 0x309, 0x323};

bool is_tone(utf8proc_int32_t mark) {
    return std::ranges::find(tones, static_cast<char32_t>(mark)) != tones.end();
}

/// The capitals of these look like Đ, and texts from old fonts have them.
bool looks_like_barred_d(utf8proc_int32_t letter) { return letter == 0xF0 || letter == 0x256; }

constexpr std::size_t longest_decomposition = 18; // of U+FDFA

std::string without_tone(char32_t letter, char32_t& tone) {
    std::array<utf8proc_int32_t, longest_decomposition> parts{};
    int boundary_class = UTF8PROC_BOUNDCLASS_START;
    const auto count = utf8proc_decompose_char(
        as_utf8proc(letter), parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD), &boundary_class);
    if (count < 0) throw std::runtime_error("Unicode folding failed");
    std::string rest;
    for (std::size_t i = 0; i < std::min(static_cast<std::size_t>(count), parts.size()); ++i) {
        const utf8proc_int32_t part = parts.at(i);
        if (is_tone(part)) {
            tone = static_cast<char32_t>(part);
        } else {
            append_letter(rest, looks_like_barred_d(part) ? 0x111 : static_cast<char32_t>(part));
        }
    }
    return rest;
}

ToneApart take_apart(char32_t letter) {
    ToneApart apart;
    const std::string rest = without_tone(letter, apart.tone);
    assert(rest.size() <= apart.bytes.size());
    std::ranges::copy(rest, apart.bytes.begin());
    apart.size = static_cast<std::uint8_t>(rest.size());
    return apart;
}

/// Words with one space between them, the tones of each behind it.
class NameKey {
public:
    explicit NameKey(std::size_t expected_size) { key_.reserve(expected_size); }

    void add(std::string_view letter, char32_t tone) {
        if (ended_ && !key_.empty()) key_ += ' ';
        ended_ = false;
        key_ += letter;
        if (tone != 0) append_letter(tones_, tone);
    }

    void end_word() {
        key_ += tones_;
        tones_.clear();
        ended_ = true;
    }

    std::string take() {
        end_word();
        return std::move(key_);
    }

private:
    std::string key_;
    std::string tones_;
    bool ended_ = false;
};

} // namespace

std::string typed_plainly(std::string_view text) {
    if (is_plain_ascii(text)) return std::string(text);
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (const auto letter = plain_letter(next_code_point(text, at)))
            append_letter(plain, *letter);
    }
    return to_nfc(plain);
}

bool shows_nothing(std::string_view text) {
    // Nearly every text.
    const bool begins_visibly = !text.empty() && text.front() > ' ' && text.front() < 0x7F;
    return !begins_visibly && typed_plainly(text).find_first_not_of(' ') == std::string::npos;
}

std::string code_key(std::string_view text) {
    // Nearly every code is its own key.
    const bool is_key = std::ranges::all_of(
        text, [](char c) { return c > ' ' && c < '\x7f' && !(c >= 'a' && c <= 'z'); });
    if (is_key) return std::string(text);
    const std::string plain = typed_plainly(text);
    std::string key;
    key.reserve(plain.size());
    for (std::size_t at = 0; at < plain.size();) {
        const char32_t letter = next_code_point(plain, at);
        if (letter == U' ') continue;
        if (letter < 0x80) {
            key += letter >= U'a' && letter <= U'z' ? static_cast<char>(letter - U'a' + U'A')
                                                    : static_cast<char>(letter);
        } else {
            append_letter(key,
                          looks_like(static_cast<char32_t>(utf8proc_toupper(as_utf8proc(letter)))));
        }
    }
    return key;
}

std::string login_key(std::string_view text) {
    std::string key = code_key(text);
    for (char& c : key) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return key;
}

std::string name_key(std::string_view text) {
    assert(is_utf8(text));
    static const LatinTable<ToneApart> table(take_apart);
    NameKey key(text.size() + text.size() / 4);
    for (std::size_t at = 0; at < text.size();) {
        const auto letter = plain_letter(next_code_point(text, at));
        if (!letter) continue;
        if (*letter == U' ') {
            key.end_word();
        } else if (const ToneApart* apart = table.find(*letter)) {
            key.add({apart->bytes.data(), apart->size}, apart->tone);
        } else {
            char32_t tone = 0;
            const std::string rest = without_tone(*letter, tone);
            key.add(rest, tone);
        }
    }
    return key.take();
}

} // namespace core
