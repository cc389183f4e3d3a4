// UTF-8 that a program took for the code page of its machine: each byte became a letter. The
// letters go back to bytes by the page's table; that those are UTF-8 again is no chance, but in
// pages whose letters are common the words must be Vietnamese besides.

#include "core/domain/code_pages.hpp"

#include "core/domain/code_page_tables.hpp"
#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"
#include "core/domain/vietnamese_syllable.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core {

namespace {

using code_page::HighHalf;
using code_page::windows_1252;

constexpr std::array<const HighHalf*, 5> further_pages = {
    &code_page::mac_roman, &code_page::dos_437, &code_page::dos_850, &code_page::windows_1250,
    &code_page::windows_1251};

// A Vietnamese Windows has other letters at these bytes than one of the West.
constexpr std::array<std::pair<char32_t, unsigned char>, 13> windows_1258_bytes = {{{0x102, 0xC3},
                                                                                    {0x300, 0xCC},
                                                                                    {0x110, 0xD0},
                                                                                    {0x309, 0xD2},
                                                                                    {0x1A0, 0xD5},
                                                                                    {0x1AF, 0xDD},
                                                                                    {0x303, 0xDE},
                                                                                    {0x103, 0xE3},
                                                                                    {0x301, 0xEC},
                                                                                    {0x111, 0xF0},
                                                                                    {0x323, 0xF2},
                                                                                    {0x1A1, 0xF5},
                                                                                    {0x1B0, 0xFD}}};

constexpr char lost_byte = '\0';
constexpr char16_t no_break_space = 0xA0;

unsigned char nth_byte(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

bool continues(unsigned char byte) { return (byte & 0xC0) == 0x80; }

std::optional<char> byte_of(char32_t letter, const HighHalf& page) {
    if (letter < 0x80) return static_cast<char>(letter);
    const auto found = std::ranges::find(page, static_cast<char16_t>(letter));
    if (letter <= 0xFFFF && found != page.end())
        return static_cast<char>(0x80 + (found - page.begin()));
    if (&page != &windows_1252) return std::nullopt;
    // Some programs take bytes that the page has not for control characters.
    if (letter <= 0xFF) return static_cast<char>(letter);
    for (const auto& [own, byte] : windows_1258_bytes) {
        if (own == letter) return static_cast<char>(byte);
    }
    return std::nullopt;
}

/// Its bytes, `lost_byte` where one was lost; none when it never was one of bytes.
std::optional<std::string> bytes_of(const Letters& text, const HighHalf& page) {
    std::string bytes;
    for (const char32_t letter : text) {
        const auto byte = letter == 0xFFFD ? lost_byte : byte_of(letter, page);
        if (!byte) return std::nullopt;
        bytes += *byte;
    }
    return bytes;
}

/// With what follows them: sound letters seldom stand so.
std::size_t count_leads(std::string_view bytes) {
    std::size_t leads = 0;
    for (std::size_t at = 0; at + 1 < bytes.size(); ++at) {
        const unsigned char lead = nth_byte(bytes, at);
        const bool is_followed = continues(nth_byte(bytes, at + 1)) || bytes[at + 1] == lost_byte;
        leads += lead >= 0xC3 && lead <= 0xE2 && is_followed ? 1 : 0;
    }
    return leads;
}

std::string_view word_around(std::string_view bytes, std::size_t at) {
    const std::size_t begin = at == 0 ? 0 : bytes.find_last_of(' ', at - 1) + 1;
    return bytes.substr(begin, std::min(bytes.find(' ', at), bytes.size()) - begin);
}

/// Puts back bytes that the page has not: one of five. Only where one alone gives syllables.
std::optional<std::string> with_lost_bytes(std::string bytes) {
    constexpr std::string_view lost = "\x81\x8D\x8F\x90\x9D";
    constexpr std::size_t most_lost = 8;
    for (std::size_t found = 0;; ++found) {
        const std::size_t at = bytes.find(lost_byte);
        if (at == std::string::npos) return bytes;
        if (found == most_lost) return std::nullopt;
        std::vector<char> fitting;
        for (const char candidate : lost) {
            bytes[at] = candidate;
            const std::string_view word = word_around(bytes, at);
            if (is_utf8(word) && is_vietnamese_syllable(word)) fitting.push_back(candidate);
        }
        if (fitting.size() != 1) return std::nullopt;
        bytes[at] = fitting.front();
    }
}

/// Where a letter's last byte, 0xA0, was a no-break space and went as blanks go: trimmed at the
/// end, or turned into a usual one.
struct TrimmedText {
    std::string bytes;
    bool is_certain = false; ///< no text of people has what was found
};

bool lacks_last_byte(std::string_view bytes, std::size_t end) {
    const unsigned char last = nth_byte(bytes, end - 1);
    if (last == 0xC2 || last == 0xC3 || last == 0xC6) return true;
    return end >= 2 && nth_byte(bytes, end - 2) == 0xE1 && (last == 0xBA || last == 0xBB);
}

/// Whether no one writes the word whose last letter is what 0xC3 stands for: it has a capital
/// behind a small letter, or is a word of two that Vietnamese has not, in a text of small letters.
bool is_no_word(std::string_view bytes, std::size_t end) {
    const unsigned char before = nth_byte(bytes, end - 2);
    if (nth_byte(bytes, end - 1) != 0xC3 || end < 2) return false;
    if (is_plain_small(before)) return true;
    const bool is_short = end == 2 || bytes[end - 3] == ' ';
    const bool in_capitals = std::ranges::count_if(bytes, is_plain_capital) > 1 &&
                             std::ranges::none_of(bytes, is_plain_small);
    return is_short && (before == 'H' || before == 'C') && !in_capitals;
}

bool makes_syllable(const std::string& begin, std::string_view rest) {
    return is_utf8(begin) && is_utf8(rest) && is_vietnamese_syllable(begin + std::string(rest));
}

TrimmedText with_trimmed_bytes(std::string_view bytes) {
    TrimmedText text{{}, true};
    std::size_t found = 0;
    for (std::size_t at = 0; at <= bytes.size(); ++at) {
        const bool is_end = at == bytes.size() || bytes[at] == ' ';
        if (is_end && at > 0 && lacks_last_byte(bytes, at)) {
            ++found;
            text.is_certain = text.is_certain && is_no_word(bytes, at);
            text.bytes += '\xA0';
            // The blank was the letter's own where the word goes on behind it.
            const std::string_view rest = word_around(bytes, at + 1);
            const bool is_small = is_plain_small(nth_byte(bytes, at + 1));
            if (is_small && rest.size() == 1) continue;
            const std::string joined = std::string(word_around(bytes, at)) + '\xA0';
            if ((is_small || !is_vietnamese_syllable(rest)) && makes_syllable(joined, rest))
                continue;
            if (nth_byte(bytes, at + 1) == ' ') continue;
        }
        if (at < bytes.size()) text.bytes += bytes[at];
    }
    text.is_certain = text.is_certain && found > 0;
    return text;
}

/// A letter in capitals and the dots or the quotation mark behind it are one of other scripts, by
/// chance: nobody has just one of those in his text.
bool is_chance(std::string_view reading) {
    return std::ranges::any_of(letters_of(reading), [](char32_t c) {
        return (c >= 0x250 && c < 0x300) || (c >= 0x370 && c < 0x800);
    });
}

std::optional<FieldDamage> damage_of(std::string_view reading) {
    return FieldDamage{DamageKind::utf8_twice, to_nfc(reading)};
}

std::optional<FieldDamage> find_in_windows_1252(const Letters& text) {
    const auto bytes = bytes_of(text, windows_1252);
    if (!bytes) return std::nullopt;
    const std::size_t leads = count_leads(*bytes);
    const TrimmedText trimmed = with_trimmed_bytes(*bytes);
    if (leads == 0) {
        if (!trimmed.is_certain || !is_utf8(trimmed.bytes) ||
            !reads_as_vietnamese(letters_of(trimmed.bytes)))
            return std::nullopt;
        return damage_of(trimmed.bytes);
    }
    const auto whole = with_lost_bytes(trimmed.bytes);
    if (!whole) return FieldDamage{DamageKind::utf8_twice, {}};
    if (!is_utf8(*whole) || (leads == 1 && is_chance(*whole))) return std::nullopt;
    return damage_of(*whole);
}

std::optional<FieldDamage> find_in(const Letters& text, const HighHalf& page) {
    auto bytes = bytes_of(text, page);
    if (!bytes || count_leads(*bytes) == 0) return std::nullopt;
    if (std::ranges::find(page, no_break_space) - page.begin() == 0x20)
        bytes = with_trimmed_bytes(*bytes).bytes;
    if (bytes->find(lost_byte) != std::string::npos || !is_utf8(*bytes) ||
        !reads_as_names_here(letters_of(*bytes)))
        return std::nullopt;
    return damage_of(*bytes);
}

/// Of a text that has sound letters too, typed or mended by hand: word by word.
std::optional<FieldDamage> find_in_words(const Letters& text) {
    if (bytes_of(text, windows_1252)) return std::nullopt; // then it was looked at as a whole
    Letters reading;
    bool is_found = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(U' ', at), text.size());
        const Letters word = text.substr(at, end - at);
        const auto damage = find_in_windows_1252(word);
        const bool is_word = damage && reads_as_vietnamese(letters_of(damage->reading));
        is_found = is_found || is_word;
        reading += is_word ? letters_of(damage->reading) : word;
        if (end < text.size()) reading += U' ';
        at = end + 1;
    }
    return is_found ? damage_of(utf8_of(reading)) : std::nullopt;
}

/// The first two bytes of most Vietnamese letters, where the third was lost on the way: `Thá»`,
/// `PhÆ°á»ng`. Nobody writes them beside each other, but `á»` at the end of what is quoted.
bool has_halves_of_letters(const Letters& text) {
    constexpr std::u32string_view behind_quotes = U" .,;:!?)]\u00A0";
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const char32_t first = text[at];
        const char32_t second = text[at + 1];
        if (first == 0xC6 && second == 0xB0) return true;
        if (first != 0xE1) continue;
        if (second == 0xBA) return true;
        const bool is_last = at + 2 >= text.size();
        if (second == 0xBB && !is_last && behind_quotes.find(text[at + 2]) == Letters::npos)
            return true;
    }
    return false;
}

} // namespace

std::optional<FieldDamage> find_utf8_twice(const Letters& text) {
    if (auto found = find_in_windows_1252(text)) return found;
    if (auto found = find_in_words(text)) return found;
    std::optional<FieldDamage> found;
    for (const HighHalf* page : further_pages) {
        auto damage = find_in(text, *page);
        if (!damage) continue;
        if (!found) {
            found = std::move(damage);
        } else if (found->reading != damage->reading) {
            found->reading.clear();
        }
    }
    if (!found && has_halves_of_letters(text)) return FieldDamage{DamageKind::utf8_twice, {}};
    return found;
}

} // namespace core
