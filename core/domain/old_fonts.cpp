// Each way of writing is undone by a table, and the result is believed when every word with such
// letters is a Vietnamese syllable then and one of them was none before. Where two ways give two
// readings that are both believable, the damage is told and no reading is offered.

#include "core/domain/old_fonts.hpp"

#include "core/domain/vietnamese_syllable.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace core {

namespace {

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

Letters from_tcvn3(const Letters& word) {
    Letters read;
    for (const char32_t letter : word) {
        const bool is_of_table = letter >= 0xA1 && letter <= 0xFE && tcvn3.at(letter - 0xA1) != 0;
        read += is_of_table ? tcvn3.at(letter - 0xA1) : letter;
    }
    return read;
}

/// Whether the font has one code for the capital and the small letter: those with a tone.
bool has_no_case(char32_t letter) { return letter >= 0xB5 && letter <= 0xFE; }

bool is_small_in_tcvn3(char32_t letter) {
    return is_plain_small(letter) || (letter >= 0xA8 && letter <= 0xAE);
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

// --- Words ---------------------------------------------------------------------------------------

// U+00AD, a soft hyphen, is the letter 01B0 of TCVN3, and U+00A7 to U+00B5 are letters of it too.
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

/// A capital with a mark behind a small letter: nobody's hand writes so.
bool has_capital_inside(const Letters& word) {
    for (std::size_t at = 1; at < word.size(); ++at) {
        if (word[at] >= 0xC0 && is_capital_letter(word[at]) && is_plain_small(word[at - 1]))
            return true;
    }
    return false;
}

bool is_sound(const Letters& word) {
    return is_vietnamese_syllable(utf8_of(word)) && !has_capital_inside(word);
}

/// Signs alone, the cross of a size or the marks of a quotation, tell nothing.
bool has_own_letter(const Letters& word) {
    return std::ranges::any_of(word, [](char32_t c) {
        return is_plain_letter(c) || (c >= 0xC0 && c != 0xD7 && c != 0xF7);
    });
}

/// Whether a word with letters of Latin-1 is none of Vietnamese. Without one there is nothing that
/// another reading could mend, and most texts have none: the readings are dear.
bool has_odd_word(const Letters& text) {
    std::size_t at = 0;
    for (Letters word = next_word(text, at); !word.empty(); word = next_word(text, at)) {
        if (!has_latin_letters(word) || !has_own_letter(word)) continue;
        // Some keyboards write the Icelandic letter, which looks like the Vietnamese one.
        std::ranges::replace(word, char32_t{0xD0}, char32_t{0x110});
        std::ranges::replace(word, char32_t{0xF0}, char32_t{0x111});
        if (!is_sound(word)) return true;
    }
    return false;
}

/// Letters of Europe's names that the fonts have for Vietnamese ones.
bool is_european(char32_t c) {
    return std::u32string_view(U"\u00E4\u00F6\u00FC\u00EF\u00EB\u00F8\u00E5\u00E6\u00F1\u00FF")
               .find(small_of(c)) != std::u32string_view::npos;
}

/// Whether all that is odd is one letter of one word, which names of Europe have: `Mai Björn`. Too
/// little to send somebody away for.
bool may_be_foreign(const Letters& text) {
    std::size_t odd_words = 0;
    std::size_t at = 0;
    for (Letters word = next_word(text, at); !word.empty(); word = next_word(text, at)) {
        if (!has_latin_letters(word) || is_sound(word)) continue;
        const auto marked = std::ranges::count_if(word, [](char32_t c) { return c >= 0x80; });
        const bool is_one = marked == 1 && std::ranges::any_of(word, is_european);
        if (!is_one || ++odd_words > 1) return false;
    }
    return odd_words == 1;
}

// --- Capitals ------------------------------------------------------------------------------------

/// Fonts whose codes hold no case, and programs that make capitals of ASCII letters only, leave
/// words of both: the letters that hold a case tell that of the others.
void even_case(Letters& word) {
    const bool begins_small = !is_capital_letter(word.front());
    const auto is_capital = [](char32_t c) { return is_capital_letter(c); };
    const auto capitals = std::ranges::count_if(word, is_capital);
    const bool is_even = capitals == 0 || capitals == static_cast<std::ptrdiff_t>(word.size()) ||
                         (capitals == 1 && !begins_small);
    if (is_even) return;
    if (std::ranges::none_of(word, is_plain_small)) {
        std::ranges::transform(word, word.begin(), capital_of);
        return;
    }
    std::transform(word.begin() + 1, word.end(), word.begin() + 1, small_of);
}

/// How words are written whose own letters do not tell.
struct UsualCase {
    bool capitals = false; ///< the text is in capitals
    bool titles = false;   ///< each of its words begins with one
};

UsualCase usual_case(const Letters& text) {
    UsualCase usual{false, true};
    std::size_t at = 0;
    for (Letters word = next_word(text, at); !word.empty(); word = next_word(text, at)) {
        usual.capitals = usual.capitals || std::ranges::count_if(word, is_plain_capital) > 1;
        usual.titles = usual.titles && !is_small_in_tcvn3(word.front());
    }
    usual.capitals = usual.capitals && std::ranges::none_of(text, is_plain_small);
    return usual;
}

// --- Which it is ---------------------------------------------------------------------------------

struct OldFont {
    DamageKind kind{};
    Letters (*undo)(const Letters& word) = nullptr;
    bool keeps_case = false; ///< as it was written; else small letters may stand for capitals
    bool has_caseless = false;
};

constexpr std::array<OldFont, 3> old_fonts = {
    {{DamageKind::tcvn3, from_tcvn3, false, true},
     {DamageKind::vni, from_vni, false, false},
     {DamageKind::windows_1258, from_windows_1258, true, false}}};

/// The word by that font; empty where it cannot be one.
Letters read_word(const Letters& word, const OldFont& font, const UsualCase& usual) {
    Letters read = font.undo(word);
    const bool is_changed = read != word;
    if (!is_changed && !has_latin_letters(word)) return may_stand_beside(word) ? read : Letters();
    if (is_changed && !font.keeps_case) even_case(read);
    // Some letters with a tone are the same by the font, and hold no case either.
    if (font.has_caseless && std::ranges::any_of(word, has_no_case)) {
        if (usual.capitals) std::ranges::transform(read, read.begin(), capital_of);
        if (usual.titles && has_no_case(word.front())) read.front() = capital_of(read.front());
    }
    return is_sound(read) ? read : Letters();
}

/// The reading when every word with letters of Latin-1 is a syllable by it, and one that was none
/// before has its tone in place; else empty.
std::string believable(const Letters& text, const OldFont& font, const UsualCase& usual) {
    Letters read;
    bool was_odd = false;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_of_word(text[at])) {
            read += text[at++];
            continue;
        }
        const Letters word = next_word(text, at);
        const Letters undone = read_word(word, font, usual);
        if (undone.empty()) return {};
        was_odd = was_odd || (undone != word && has_own_letter(word) && !is_sound(word) &&
                              is_well_written_syllable(utf8_of(undone)));
        read += undone;
    }
    return was_odd ? utf8_of(read) : std::string();
}

} // namespace

std::optional<FieldDamage> find_old_font(const Letters& text) {
    // What is odd in a text with letters of Unicode is a foreign name, a soft hyphen of a word
    // processor or a letter that looks like another.
    if (std::ranges::any_of(text, is_vietnamese_beyond_latin_1) || !has_odd_word(text) ||
        may_be_foreign(text))
        return std::nullopt;
    const UsualCase usual = usual_case(text);
    std::optional<FieldDamage> found;
    for (const OldFont& font : old_fonts) {
        std::string reading = believable(text, font, usual);
        if (reading.empty()) continue;
        if (!found) {
            found = FieldDamage{font.kind, std::move(reading)};
        } else if (found->reading != reading) {
            found->reading.clear();
        }
    }
    return found;
}

} // namespace core
