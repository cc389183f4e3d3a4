// Each way of writing is undone by a table, word by word. A text is damaged when every word with
// such letters is a word of somebody here then, a Vietnamese syllable or a name of another people,
// and one of them was none before. Names of foreigners stand beside such words and look like them:
// the more of a text is foreign, the clearer the damage of the others must be. Where two ways give
// two readings that are both believable, or a word has none, no reading is offered.

#include "core/domain/old_fonts.hpp"

#include "core/domain/name_words.hpp"
#include "core/domain/old_font_tables.hpp"
#include "core/domain/text.hpp"
#include "core/domain/vietnamese_syllable.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace core {

namespace {

// --- Words ---------------------------------------------------------------------------------------

// U+00AD, a soft hyphen, is the letter 01B0 of TCVN3, and U+00A7 to U+00B5 are letters of it too.
bool is_of_word(char32_t c) { return is_letter(c) || (c >= 0xA1 && c <= 0xFE); }

bool has_latin_letters(const Letters& word) {
    return std::ranges::any_of(word, [](char32_t c) { return c >= 0xA1 && c <= 0xFE; });
}

/// Beyond the bytes that the fonts have: `Ƀhôk` was written in Unicode.
bool has_letter_beyond_fonts(const Letters& word) {
    // Windows-1252, by which the fonts' bytes were read, has these few beyond Latin-1.
    constexpr std::u32string_view of_page = U"\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192";
    return std::ranges::any_of(word, [&](char32_t c) {
        return is_letter(c) && c > 0xFF && of_page.find(c) == std::u32string_view::npos;
    });
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

std::size_t count_marked(const Letters& letters) {
    return static_cast<std::size_t>(
        std::ranges::count_if(letters, [](char32_t c) { return c >= 0x80; }));
}

// --- How clear it is -----------------------------------------------------------------------------

/// Letters of Europe's names that the fonts have for Vietnamese ones.
bool is_european(char32_t c) {
    return std::u32string_view(U"\u00E4\u00F6\u00FC\u00EF\u00EB\u00F8\u00E5\u00E6\u00F1\u00FF")
               .find(small_of(c)) != std::u32string_view::npos;
}

bool has_one_european(const Letters& word) {
    return count_marked(word) == 1 && std::ranges::any_of(word, is_european);
}

bool is_plain_vowel(char32_t small) {
    return std::u32string_view(U"aeouy").find(small) != std::u32string_view::npos;
}

/// What VNI writes for a vowel with marks, where names of Europe have it too: `Loïc`, `Seán`,
/// `João`, `Michaël`.
bool is_european_pair(char32_t vowel, char32_t mark) {
    constexpr std::array<std::pair<char32_t, std::u32string_view>, 5> pairs = {
        {{U'a', U"ïëüéèú"}, {U'e', U"ïáõûü"}, {U'o', U"ïëûãõéè"}, {U'u', U"ïëáâ"}, {U'y', U"ë"}}};
    const auto found =
        std::ranges::find(pairs, vowel, &std::pair<char32_t, std::u32string_view>::first);
    return found != pairs.end() && found->second.find(mark) != std::u32string_view::npos;
}

bool has_european_pair(const Letters& word) {
    for (std::size_t at = 1; at < word.size(); ++at) {
        const char32_t vowel = small_of(word[at - 1]);
        const char32_t mark = small_of(word[at]);
        if (is_european_pair(vowel, mark) || (vowel == U'o' && (mark == U'â' || mark == U'ù')))
            return true;
    }
    return false;
}

bool ends_as_vietnamese(std::u32string_view rest) {
    Letters end(rest);
    std::ranges::transform(end, end.begin(), small_of);
    return end == U"ng" || end == U"nh" || end == U"ch";
}

/// A sign that stands in the middle of letters: no name has one.
bool is_sign_in_word(const Letters& word, std::size_t at) {
    const char32_t c = word[at];
    // `Mª` is short for María.
    const bool is_ordinal = (c == 0xAA || c == 0xBA) && word.size() == 2;
    return (c < 0xC0 && c >= 0xA1 && !is_ordinal) || c == 0xD7 || c == 0xF7;
}

/// `Sãc`: where Portuguese has those vowels, no stop ends the word.
bool is_tilde_before_stop(const Letters& word, std::size_t at) {
    constexpr std::array<std::u32string_view, 4> stops = {U"c", U"ch", U"p", U"t"};
    Letters rest = word.substr(at + 1);
    std::ranges::transform(rest, rest.begin(), small_of);
    return (small_of(word[at]) == U'ã' || small_of(word[at]) == U'õ') &&
           std::ranges::find(stops, std::u32string_view(rest)) != stops.end();
}

/// How much tells that a word is of an old font and of no language.
enum class Clearness {
    none,
    likely, ///< hardly anybody's name
    certain ///< only a program writes so
};

/// Certain is a sign for a letter, several letters with marks, a capital inside, a letter in front
/// that Europe has inside words, and a vowel with a mark behind it that no other language has.
/// Asked of words that an old font makes sound.
Clearness clearness_of(const Letters& word) {
    if (count_marked(word) > 1 || has_capital_inside(word) ||
        (small_of(word.front()) == U'ñ' && word.size() > 1))
        return Clearness::certain;
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (is_sign_in_word(word, at) || is_tilde_before_stop(word, at)) return Clearness::certain;
        if (at == 0 || word[at] < 0x80) continue;
        const char32_t before = small_of(word[at - 1]);
        const char32_t mark = small_of(word[at]);
        if (mark == U'ñ' && !is_plain_vowel(before) && before != U'i') return Clearness::likely;
        if (!is_plain_vowel(before) || marks_of_vni(mark).empty()) continue;
        if (ends_as_vietnamese(std::u32string_view(word).substr(at + 1))) return Clearness::certain;
        // French has them, seldom: `Noâm`, `où`.
        if (before == U'o' && mark == U'â') return Clearness::likely;
        if (before == U'o' && mark == U'ù' && at + 1 == word.size())
            return at > 1 ? Clearness::likely : Clearness::none;
        if (!is_european_pair(before, mark)) return Clearness::certain;
    }
    return Clearness::none;
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

bool is_built_as_another_peoples(const Letters& word) {
    return may_be_of_another_people(utf8_of(word)) && !has_capital_inside(word);
}

bool is_long_name(const Letters& word) {
    return may_be_long_name_of_another_people(utf8_of(word)) && !has_capital_inside(word);
}

Letters undo(const Letters& word, const OldFont& font, const UsualCase& usual) {
    Letters read = font.undo(word);
    // Typed with another program: `Công ty TNHH Ñöùc`.
    if (is_sound(word) && !is_sound(read)) return word;
    if (read != word && !font.keeps_case) even_case(read);
    // Some letters with a tone are the same by the font, and hold no case either.
    if (font.has_caseless && std::ranges::any_of(word, has_no_case_in_tcvn3)) {
        if (usual.capitals) std::ranges::transform(read, read.begin(), capital_of);
        if (usual.titles && has_no_case_in_tcvn3(word.front()))
            read.front() = capital_of(read.front());
    }
    return read;
}

/// A text by one font, and what its words tell of that.
struct TextRead {
    Letters reading;
    Clearness clearness = Clearness::none; ///< of its clearest word
    std::size_t certain = 0;               ///< words that are so clear
    std::size_t words = 0;
    std::size_t odd = 0;       ///< were none and are syllables now, their tones in place
    std::size_t unsound = 0;   ///< were none
    std::size_t european = 0;  ///< of those, with one mark, which names of Europe have
    std::size_t kept = 0;      ///< with marks, sound as they stand and by the font none
    std::size_t of_others = 0; ///< as other peoples' names here are built, and few Vietnamese words
    bool is_whole = true;      ///< each word with a mark is sound by the font
    bool is_readable = true;   ///< or may be a long name of another people
    bool has_stranger = false; ///< a word of nobody's name here

    void take_plain(const Letters& word);
    void take(const Letters& word, const Letters& read);
    void weigh(const Letters& word, const Letters& read);
};

/// One that the font has no letter of: an own letter of Unicode may stand in a line that was typed
/// by two programs.
void TextRead::take_plain(const Letters& word) {
    if (count_marked(word) > 0) {
        has_stranger = true;
    } else if (!may_stand_beside(word)) {
        of_others += 1;
        has_stranger = has_stranger || !is_built_as_another_peoples(word);
    }
}

void TextRead::take(const Letters& word, const Letters& read) {
    const bool is_syllable = is_sound(read);
    const bool is_word = is_syllable || (read != word && is_built_as_another_peoples(read));
    is_whole = is_whole && is_word;
    is_readable = is_readable && (is_word || (read != word && is_long_name(read)));
    // `xoong`, `goòng`: lent words.
    const bool is_lent = fold_for_search(utf8_of(read)).find("oo") != std::string::npos;
    of_others += is_syllable && !is_lent ? 0 : 1;
    kept += is_sound(word) && read == word && count_marked(word) > 0 ? 1 : 0;
    if (is_sound(word) || !has_own_letter(word)) return;
    unsound += 1;
    european += has_one_european(word) ? 1 : 0;
    if (is_word && read != word) weigh(word, read);
}

/// A word that was none, and what it reads as.
void TextRead::weigh(const Letters& word, const Letters& read) {
    const std::string written = utf8_of(read);
    const bool is_syllable = is_sound(read);
    const bool is_frequent = is_frequent_in_names(written);
    if (is_syllable && !is_well_written_syllable(written)) return;
    // `Neáng` is a name of the Khmer, and reads as what only might be one. A soft hyphen is an own
    // letter of a font, and what a page's text had at the end of a line.
    if (!is_syllable && !is_frequent && (count_marked(word) == 1 || word.back() == 0xAD)) return;
    odd += is_syllable ? 1 : 0;
    Clearness of_word = clearness_of(word);
    if (of_word == Clearness::certain && !is_syllable && !is_frequent) of_word = Clearness::likely;
    if (of_word == Clearness::none && is_frequent)
        of_word = has_one_european(word) ? Clearness::likely : Clearness::certain;
    if (of_word == Clearness::likely && words == 1 && !is_frequent) of_word = Clearness::none;
    certain += of_word == Clearness::certain ? 1 : 0;
    clearness = std::max(clearness, of_word);
}

std::size_t count_words(const Letters& text) {
    std::size_t count = 0;
    std::size_t at = 0;
    while (!next_word(text, at).empty()) ++count;
    return count;
}

TextRead read_by(const Letters& text, const OldFont& font, const UsualCase& usual) {
    TextRead by;
    by.words = count_words(text);
    for (std::size_t at = 0; at < text.size();) {
        if (!is_of_word(text[at])) {
            by.reading += text[at++];
            continue;
        }
        const Letters word = next_word(text, at);
        if (!has_latin_letters(word) || has_letter_beyond_fonts(word)) {
            by.take_plain(word);
            by.kept += has_letter_beyond_fonts(word) && is_sound(word) ? 1 : 0;
            by.reading += word;
            continue;
        }
        const Letters read = undo(word, font, usual);
        by.take(word, read);
        by.reading += read;
    }
    // `Buôn Ñao`: beside words of Unicode one letter is too little.
    if (by.kept > 0 && by.unsound == 1 && by.european == 1) by.clearness = Clearness::none;
    return by;
}

/// Whether all that is odd is a letter or two that names of Europe have: `Mai Björn`. Too little to
/// send somebody away for; so is a single word, `Seán`.
bool may_be_foreign(const TextRead& by, const Letters& text) {
    constexpr std::size_t most_words = 2;
    if (by.words == 1 && has_european_pair(text)) return true;
    return by.unsound == by.european && by.unsound <= most_words;
}

/// Beside a stranger's word, only what is certain counts; else a likely word is enough, and where
/// all words are of Vietnamese one that was none.
bool is_believable(const TextRead& by, const Letters& text) {
    if (by.has_stranger || !by.is_whole) return by.clearness == Clearness::certain;
    if (by.clearness != Clearness::none) return true;
    return by.odd > 0 && (by.of_others == 0 || (by.unsound > 1 && by.european == 0)) &&
           !may_be_foreign(by, text);
}

} // namespace

std::optional<FieldDamage> find_old_font(const Letters& text) {
    if (!has_odd_word(text)) return std::nullopt;
    const UsualCase usual = usual_case(text);
    std::optional<FieldDamage> found;
    TextRead best;
    for (const OldFont& font : old_fonts) {
        TextRead by = read_by(text, font, usual);
        if (!is_believable(by, text)) continue;
        std::string reading = by.is_readable ? utf8_of(by.reading) : std::string();
        // The more of it is Vietnamese, the likelier it is.
        const auto rank = [](const TextRead& each) {
            return std::tuple(!each.is_whole, each.is_whole ? each.of_others : 0,
                              each.is_whole ? 0 : -static_cast<std::ptrdiff_t>(each.certain));
        };
        if (!found || rank(by) < rank(best)) {
            found = FieldDamage{font.kind, std::move(reading)};
            best = std::move(by);
        } else if (rank(by) == rank(best) && found->reading != reading) {
            found->reading.clear();
        }
    }
    return found;
}

} // namespace core
