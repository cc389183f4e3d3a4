// One of several that implement field_damage.hpp: texts.
//
// Each way of damage is undone by a table, and the result is believed when every word with such
// letters is a Vietnamese syllable now and one of them was none before. Where two ways give two
// readings that are both believable, the damage is told and no reading is offered.

#include "core/domain/field_damage.hpp"
#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"
#include "core/domain/vietnamese_syllable.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdint>
#include <utility>
#include <vector>

namespace core {

namespace {

using Letters = std::u32string;

Letters letters_of(std::string_view text) {
    Letters letters;
    letters.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) letters += next_code_point(text, at);
    return letters;
}

std::string utf8_of(const Letters& letters) {
    std::string text;
    for (const char32_t letter : letters) {
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(letter), bytes.data());
        text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
    }
    return to_nfc(text);
}

bool is_capital_letter(char32_t letter) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(letter)) == UTF8PROC_CATEGORY_LU;
}

bool is_letter(char32_t letter) {
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(letter))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
        return true;
    default:
        return false;
    }
}

char32_t capital_of(char32_t letter) {
    return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(letter)));
}

// --- TCVN3 ---------------------------------------------------------------------------------------

// What the bytes 0xA1 to 0xFE stand for; 0 where the code has none of its own letters.
constexpr std::array<char32_t, 94> tcvn3 = {U'Ă', U'Â', U'Ê', U'Ô', U'Ơ', U'Ư', U'Đ', U'ă', U'â',
                                            U'ê', U'ô', U'ơ', U'ư', U'đ', 0, // A1..AF
                                            0,    0,    0,    0,    0,    U'à', U'ả', U'ã', U'á',
                                            U'ạ', 0,    U'ằ', U'ẳ', U'ẵ', U'ắ', 0, // B0..BF
                                            0,    0,    0,    0,    0,    0,    U'ặ', U'ầ', U'ẩ',
                                            U'ẫ', U'ấ', U'ậ', U'è', 0,    U'ẻ', U'ẽ', // C0..CF
                                            U'é', U'ẹ', U'ề', U'ể', U'ễ', U'ế', U'ệ', U'ì', U'ỉ',
                                            0,    0,    0,    U'ĩ', U'í', U'ị', U'ò', // D0..DF
                                            0,    U'ỏ', U'õ', U'ó', U'ọ', U'ồ', U'ổ', U'ỗ', U'ố',
                                            U'ộ', U'ờ', U'ở', U'ỡ', U'ớ', U'ợ', U'ù', // E0..EF
                                            0,    U'ủ', U'ũ', U'ú', U'ụ', U'ừ', U'ử', U'ữ', U'ứ',
                                            U'ự', U'ỳ', U'ỷ', U'ỹ', U'ý', U'ỵ'}; // F0..FE

/// The fonts of capitals have the codes of small letters: in a word of capitals each is one.
void match_capitals(Letters& word) {
    std::size_t capitals = 0;
    std::size_t small = 0;
    for (const char32_t letter : word) {
        if (letter >= 0x80) continue;
        capitals += is_capital_letter(letter) ? 1 : 0;
        small += letter >= U'a' && letter <= U'z' ? 1 : 0;
    }
    if (small > 0 || capitals < 2) return;
    for (char32_t& letter : word) letter = capital_of(letter);
}

Letters from_tcvn3(const Letters& word) {
    Letters read;
    for (const char32_t letter : word) {
        const bool is_of_table = letter >= 0xA1 && letter <= 0xFE && tcvn3.at(letter - 0xA1) != 0;
        read += is_of_table ? tcvn3.at(letter - 0xA1) : letter;
    }
    match_capitals(read);
    return read;
}

// --- VNI -----------------------------------------------------------------------------------------

/// Combining marks that a letter of VNI puts on the one before it.
std::u32string_view marks_of_vni(char32_t letter) {
    constexpr std::array<std::pair<char32_t, std::u32string_view>, 17> marks = {
        {{U'ù', U"\u0301"},
         {U'ø', U"\u0300"},
         {U'û', U"\u0309"},
         {U'õ', U"\u0303"},
         {U'ï', U"\u0323"},
         {U'â', U"\u0302"},
         {U'á', U"\u0302\u0301"},
         {U'à', U"\u0302\u0300"},
         {U'å', U"\u0302\u0309"},
         {U'ã', U"\u0302\u0303"},
         {U'ä', U"\u0302\u0323"},
         {U'ê', U"\u0306"},
         {U'é', U"\u0306\u0301"},
         {U'è', U"\u0306\u0300"},
         {U'ú', U"\u0306\u0309"},
         {U'ü', U"\u0306\u0303"},
         {U'ë', U"\u0306\u0323"}}};
    const auto found =
        std::ranges::find(marks, letter, &std::pair<char32_t, std::u32string_view>::first);
    return found == marks.end() ? std::u32string_view() : found->second;
}

/// Letters of VNI that stand for themselves; 0 for others.
char32_t letter_of_vni(char32_t letter) {
    constexpr std::array<std::pair<char32_t, char32_t>, 9> letters = {{{U'ô', U'ơ'},
                                                                       {U'ö', U'ư'},
                                                                       {U'ñ', U'đ'},
                                                                       {U'í', U'í'},
                                                                       {U'ì', U'ì'},
                                                                       {U'æ', U'ỉ'},
                                                                       {U'ó', U'ĩ'},
                                                                       {U'ò', U'ị'},
                                                                       {U'î', U'ỵ'}}};
    const auto found = std::ranges::find(letters, letter, &std::pair<char32_t, char32_t>::first);
    return found == letters.end() ? 0 : found->second;
}

char32_t small_of(char32_t letter) {
    return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(letter)));
}

bool takes_marks(char32_t letter) {
    return std::u32string_view(U"aeouyơư").find(small_of(letter)) != std::u32string_view::npos;
}

Letters from_vni(const Letters& word) {
    Letters read;
    bool is_open = false; // what was read last may still get marks
    for (const char32_t letter : word) {
        const auto marks = marks_of_vni(small_of(letter));
        if (is_open && !marks.empty()) {
            read += marks;
            is_open = false;
            continue;
        }
        const char32_t own = letter_of_vni(small_of(letter));
        read += own == 0 ? letter : is_capital_letter(letter) ? capital_of(own) : own;
        is_open = takes_marks(read.back());
    }
    return read;
}

// --- Windows-1258 --------------------------------------------------------------------------------

/// Where it has another letter than Windows' Latin code page: the byte, which is Latin-1's, and it.
constexpr std::array<std::pair<char32_t, char32_t>, 13> windows_1258 = {{{0xC3, U'Ă'},
                                                                         {0xCC, 0x300},
                                                                         {0xD0, U'Đ'},
                                                                         {0xD2, 0x309},
                                                                         {0xD5, U'Ơ'},
                                                                         {0xDD, U'Ư'},
                                                                         {0xDE, 0x303},
                                                                         {0xE3, U'ă'},
                                                                         {0xEC, 0x301},
                                                                         {0xF0, U'đ'},
                                                                         {0xF2, 0x323},
                                                                         {0xF5, U'ơ'},
                                                                         {0xFD, U'ư'}}};

Letters from_windows_1258(const Letters& word) {
    Letters read;
    for (const char32_t letter : word) {
        const auto found =
            std::ranges::find(windows_1258, letter, &std::pair<char32_t, char32_t>::first);
        read += found == windows_1258.end() ? letter : found->second;
    }
    return read;
}

// --- UTF-8 twice ---------------------------------------------------------------------------------

/// The letters that Windows' Latin code page has at 0x80 to 0x9F; 0 where it has none.
constexpr std::array<char32_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::optional<char> byte_of(char32_t letter) {
    if (letter <= 0xFF) return static_cast<char>(letter);
    // A Vietnamese Windows takes bytes for its own code page.
    const auto own =
        std::ranges::find(windows_1258, letter, &std::pair<char32_t, char32_t>::second);
    if (own != windows_1258.end()) return static_cast<char>(own->first);
    const auto found = std::ranges::find(windows_1252, letter);
    if (found == windows_1252.end()) return std::nullopt;
    return static_cast<char>(0x80 + (found - windows_1252.begin()));
}

/// Its bytes, with 0 where one was lost on the way; none when it never was one of bytes.
std::optional<std::string> bytes_of(const Letters& text) {
    std::string bytes;
    for (const char32_t letter : text) {
        if (letter == 0xFFFD) {
            bytes += '\0';
            continue;
        }
        const auto byte = byte_of(letter);
        if (!byte) return std::nullopt;
        bytes += *byte;
    }
    return bytes;
}

/// Puts back bytes that Windows-1252 has not: one of five. Only where one alone gives syllables.
std::optional<std::string> with_lost_bytes(std::string bytes) {
    constexpr std::string_view lost = "\x81\x8D\x8F\x90\x9D";
    constexpr std::size_t most_lost = 8;
    for (std::size_t found = 0;; ++found) {
        const std::size_t at = bytes.find('\0');
        if (at == std::string::npos) return bytes;
        if (found == most_lost) return std::nullopt;
        const std::size_t word_begin = bytes.find_last_of(' ', at) + 1; // 0 when there is none
        const std::size_t word_end = std::min(bytes.find(' ', at), bytes.size());
        std::vector<char> fitting;
        for (const char candidate : lost) {
            bytes[at] = candidate;
            const std::string word = bytes.substr(word_begin, word_end - word_begin);
            if (is_utf8(word) && is_vietnamese_syllable(word)) fitting.push_back(candidate);
        }
        if (fitting.size() != 1) return std::nullopt;
        bytes[at] = fitting.front();
    }
}

std::optional<FieldDamage> find_utf8_twice(const Letters& text) {
    const auto bytes = bytes_of(text);
    if (!bytes) return std::nullopt;
    // A lead byte and what follows it: sound Latin letters never stand so.
    std::size_t leads = 0;
    for (std::size_t at = 0; at + 1 < bytes->size(); ++at) {
        const auto lead = static_cast<unsigned char>((*bytes)[at]);
        const auto next = static_cast<unsigned char>((*bytes)[at + 1]);
        leads += lead >= 0xC3 && lead <= 0xE2 && ((next & 0xC0) == 0x80 || next == 0) ? 1 : 0;
    }
    if (leads == 0) return std::nullopt;
    auto whole = with_lost_bytes(*bytes);
    if (!whole) return FieldDamage{DamageKind::utf8_twice, {}};
    if (!is_utf8(*whole)) return std::nullopt;
    return FieldDamage{DamageKind::utf8_twice, to_nfc(*whole)};
}

// --- Which it is ---------------------------------------------------------------------------------

// U+00AD, a soft hyphen, is the ư of TCVN3, and U+00A7 to U+00B5 are letters of it too.
bool is_of_word(char32_t c) { return is_letter(c) || (c >= 0xA1 && c <= 0xFE); }

bool has_latin_letters(const Letters& word) {
    return std::ranges::any_of(word, [](char32_t c) { return c >= 0xA1 && c <= 0xFE; });
}

/// The next word from `at` on, which moves behind it; empty at the end.
Letters next_word(const Letters& text, std::size_t& at) {
    while (at < text.size() && !is_of_word(text[at])) ++at;
    const std::size_t begin = at;
    while (at < text.size() && is_of_word(text[at])) ++at;
    return text.substr(begin, at - begin);
}

/// Whether a word with letters of Latin-1 is none of Vietnamese. Without one there is nothing that
/// another reading could mend, and most texts have none: the readings are dear.
bool has_odd_word(const Letters& text) {
    std::size_t at = 0;
    for (Letters word = next_word(text, at); !word.empty(); word = next_word(text, at)) {
        if (!has_latin_letters(word)) continue;
        // Ð is how some keyboards write Đ.
        std::ranges::replace(word, char32_t{0xD0}, U'Đ');
        std::ranges::replace(word, char32_t{0xF0}, U'đ');
        if (!is_vietnamese_syllable(utf8_of(word))) return true;
    }
    return false;
}

/// Whether a word without marks may be in a Vietnamese name: a syllable, or an abbreviation. Where
/// there is another one the name is foreign, and its odd letters are its own.
bool may_stand_beside(const Letters& word) {
    constexpr std::size_t shortest_word = 2;
    const bool has_small =
        std::ranges::any_of(word, [](char32_t c) { return c >= U'a' && c <= U'z'; });
    return word.size() < shortest_word || !has_small || is_vietnamese_syllable(utf8_of(word));
}

/// The reading when every word with letters of Latin-1 is a syllable by it and one was none before;
/// else empty.
std::string believable(const Letters& text, Letters (*undo)(const Letters&)) {
    Letters read;
    bool was_odd = false;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_of_word(text[at])) {
            read += text[at++];
            continue;
        }
        const Letters word = next_word(text, at);
        const Letters undone = undo(word);
        if (undone != word || has_latin_letters(word)) {
            if (!is_vietnamese_syllable(utf8_of(undone))) return {};
            was_odd = was_odd || !is_vietnamese_syllable(utf8_of(word));
        } else if (!may_stand_beside(word)) {
            return {};
        }
        read += undone;
    }
    return was_odd ? utf8_of(read) : std::string();
}

/// Whether it has letters of Vietnamese beyond Latin-1. No text of an old font has; what is odd in
/// it is a foreign name, a soft hyphen of a word processor (the ư of TCVN3) or Ð for Đ.
bool is_vietnamese_unicode(const Letters& text) {
    return std::ranges::any_of(text, [](char32_t c) {
        constexpr std::u32string_view letters = U"ĂăĐđĨĩŨũƠơƯư";
        return (c >= 0x1EA0 && c <= 0x1EF9) || letters.find(c) != std::u32string_view::npos;
    });
}

bool has_lost_letters(const Letters& text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == 0xFFFD) return true;
        if (text[at] != U'?') continue;
        const bool after = at > 0 && is_letter(text[at - 1]);
        const bool before =
            at + 1 < text.size() && (is_letter(text[at + 1]) || text[at + 1] == U'?');
        if (after || before) return true;
    }
    return false;
}

/// Whether Vietnamese has the letter behind that vowel, and no old font for something else.
bool follows_soundly(char32_t vowel, char32_t letter) {
    constexpr std::u32string_view after_u = U"ÀÁÂÃÈÉÊÌÍÒÓÔÝàáâãèéêìíòóôý";
    if (vowel == U'u' || vowel == U'U') return after_u.find(letter) != std::u32string_view::npos;
    return (vowel == U'y' || vowel == U'Y') && (letter == U'ê' || letter == U'Ê');
}

/// Whether there is anything to look into: most texts have no letter of Latin-1 beside a vowel that
/// Vietnamese would not have there.
bool is_suspicious(std::string_view text) {
    constexpr std::u32string_view vowels = U"aeoyuAEOYU";
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c == U'?' || c == 0xFFFD) return true;
        // "HÃ" and a no-break space are the two bytes of "à".
        if (c == 0xA0 && (before == U'Ã' || before == U'Ă')) return true;
        if (c > 0xA0 && c <= 0xFF) {
            constexpr std::u32string_view vietnamese = U"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý";
            if (vietnamese.find(c) == std::u32string_view::npos) return true;
            const bool after_vowel = vowels.find(before) != std::u32string_view::npos;
            if (after_vowel && !follows_soundly(before, c)) return true;
        }
        before = c;
    }
    return false;
}

} // namespace

std::optional<FieldDamage> find_text_damage(std::string_view text) {
    assert(is_utf8(text));
    if (!is_suspicious(text)) return std::nullopt;
    Letters letters = letters_of(text);
    if (auto twice = find_utf8_twice(letters)) return twice;
    if (has_lost_letters(letters)) return FieldDamage{DamageKind::letters_lost, {}};
    if (is_vietnamese_unicode(letters) || !has_odd_word(letters)) return std::nullopt;
    constexpr std::array<std::pair<DamageKind, Letters (*)(const Letters&)>, 3> ways = {
        {{DamageKind::tcvn3, from_tcvn3},
         {DamageKind::vni, from_vni},
         {DamageKind::windows_1258, from_windows_1258}}};
    std::optional<FieldDamage> found;
    for (const auto& [damage, undo] : ways) {
        std::string reading = believable(letters, undo);
        if (reading.empty()) continue;
        if (!found) {
            found = FieldDamage{damage, std::move(reading)};
        } else if (found->reading != reading) {
            found->reading.clear();
        }
    }
    return found;
}

} // namespace core
