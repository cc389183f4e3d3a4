// A syllable is an initial and a rime; both are closed lists. A tone stands on one of its letters,
// and rimes that end in a stop take two tones only. Source: the orthography as taught (Quyết định
// 1989/QĐ-BGDĐT of 2018 for the letters; the rimes are those of the dictionaries).

#include "core/domain/vietnamese_syllable.hpp"

#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <vector>

namespace core {

namespace {

constexpr std::size_t longest_syllable_bytes = 40;

/// A word in lower case, without its tone; letters as the lists below have them.
struct Word {
    std::string letters;
    char32_t tone = 0;
    std::size_t tone_at = 0; ///< the how manyth letter has it, from 0
    bool is_one_tone = true;
};

bool is_tone(char32_t mark) {
    constexpr std::array<char32_t, 5> tones = {0x300, 0x301, 0x303, 0x309, 0x323};
    return std::ranges::find(tones, mark) != tones.end();
}

bool is_mark(char32_t letter) { return letter >= 0x300 && letter < 0x370; }

Word take_apart(std::string_view text) {
    Word word;
    utf8proc_uint8_t* decomposed = nullptr;
    const auto size =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &decomposed,
                     static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD));
    if (size < 0) return word;
    std::string rest;
    std::size_t letters = 0;
    const std::string_view all(reinterpret_cast<const char*>(decomposed),
                               static_cast<std::size_t>(size));
    for (std::size_t at = 0; at < all.size();) {
        const std::size_t from = at;
        const char32_t letter = next_code_point(all, at);
        if (is_tone(letter)) {
            word.is_one_tone = word.is_one_tone && word.tone == 0 && letters > 0;
            word.tone = letter;
            word.tone_at = letters > 0 ? letters - 1 : 0;
        } else {
            letters += is_mark(letter) ? 0 : 1;
            rest += all.substr(from, at - from);
        }
    }
    free(decomposed); // NOLINT(cppcoreguidelines-no-malloc): the library's own
    word.letters = to_nfc(rest);
    return word;
}

constexpr std::array<std::string_view, 28> initials = {
    "ngh",    "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d",
    "\u0111", "g",  "h",  "k",  "l",  "m",  "n",  "p",  "r",  "s",  "t",  "v", "x", ""};

const std::unordered_set<std::string_view>& rimes() {
    static const std::unordered_set<std::string_view> all = {
        "a",    "ac",   "ach",  "ai",   "am",  "an",   "ang", "anh",  "ao",   "ap",   "at",
        "au",   "ay",   "ăc",   "ăm",   "ăn",  "ăng",  "ăp",  "ăt",   "âc",   "âm",   "ân",
        "âng",  "âp",   "ât",   "âu",   "ây",  "e",    "ec",  "em",   "en",   "eng",  "eo",
        "ep",   "et",   "ê",    "êch",  "êm",  "ên",   "ênh", "êp",   "êt",   "êu",   "i",
        "ia",   "ich",  "iêc",  "iêm",  "iên", "iêng", "iêp", "iêt",  "iêu",  "im",   "in",
        "inh",  "ip",   "it",   "iu",   "o",   "oa",   "oac", "oach", "oai",  "oam",  "oan",
        "oang", "oanh", "oao",  "oap",  "oat", "oay",  "oăc", "oăm",  "oăn",  "oăng", "oăt",
        "oc",   "oe",   "oen",  "oeo",  "oet", "oi",   "om",  "on",   "ong",  "ooc",  "oong",
        "op",   "ot",   "ô",    "ôc",   "ôi",  "ôm",   "ôn",  "ông",  "ôp",   "ôt",   "ơ",
        "ơi",   "ơm",   "ơn",   "ơp",   "ơt",  "u",    "ua",  "uân",  "uâng", "uât",  "uây",
        "uc",   "uê",   "uêch", "uênh", "ui",  "um",   "un",  "ung",  "uôc",  "uôi",  "uôm",
        "uôn",  "uông", "uôt",  "uơ",   "up",  "ut",   "uy",  "uya",  "uych", "uyên", "uyêt",
        "uyn",  "uynh", "uyp",  "uyt",  "uyu", "ư",    "ưa",  "ưc",   "ưi",   "ưm",   "ưn",
        "ưng",  "ươc",  "ươi",  "ươm",  "ươn", "ương", "ươp", "ươt",  "ươu",  "ưt",   "ưu",
        "y",    "yêm",  "yên",  "yêng", "yêt", "yêu",  "ych", "ynh",  "yt",   "yn"};
    return all;
}

bool ends_in_stop(std::string_view rime) {
    return rime.ends_with('c') || rime.ends_with("ch") || rime.ends_with('p') ||
           rime.ends_with('t');
}

/// Letters, each in UTF-8.
std::vector<std::string_view> split_letters(std::string_view text) {
    std::vector<std::string_view> letters;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        next_code_point(text, at);
        letters.push_back(text.substr(from, at - from));
    }
    return letters;
}

bool is_vowel(std::string_view letter) {
    constexpr std::string_view plain = "aeiouy";
    return letter.size() > 1 ? letter != "\u0111" : plain.find(letter) != std::string_view::npos;
}

/// Whether the tone of a rime stands on the vowel that takes it: one with a mark of its own, the
/// last of them; else the first, but the second where others or a consonant come behind.
bool is_tone_in_place(std::string_view rime, std::size_t at) {
    const std::vector<std::string_view> letters = split_letters(rime);
    const auto end = std::ranges::find_if_not(letters, is_vowel);
    const auto vowels = static_cast<std::size_t>(end - letters.begin());
    for (std::size_t i = vowels; i > 0; --i) {
        if (letters[i - 1].size() > 1) return at == i - 1;
    }
    if (vowels == 2 && end == letters.end() && (rime == "oa" || rime == "oe" || rime == "uy"))
        return at < vowels;
    const bool is_second = vowels > 2 || (vowels == 2 && end != letters.end());
    return at == (is_second ? 1 : 0);
}

bool fits(std::string_view initial, std::string_view rime, char32_t tone) {
    constexpr char32_t acute = 0x301;
    constexpr char32_t dot_below = 0x323;
    if (rime.empty()) return initial == "gi"; // gì
    if (!rimes().contains(rime)) return false;
    // Behind a consonant, y with another letter behind it follows u only.
    if (rime.size() > 1 && rime.front() == 'y' && !initial.empty() && initial != "qu") return false;
    return !ends_in_stop(rime) || tone == acute || tone == dot_below;
}

} // namespace

bool is_vietnamese_syllable(std::string_view text) {
    if (text.empty() || text.size() > longest_syllable_bytes || !is_utf8(text)) return false;
    const Word word = take_apart(text);
    if (!word.is_one_tone) return false;
    const std::vector<std::string_view> letters = split_letters(word.letters);
    const bool has_vowel_there = word.tone_at < letters.size() && is_vowel(letters[word.tone_at]);
    if (word.tone != 0 && !has_vowel_there) return false;
    return std::ranges::any_of(initials, [&](std::string_view initial) {
        return word.letters.starts_with(initial) &&
               fits(initial, std::string_view(word.letters).substr(initial.size()), word.tone);
    });
}

bool is_well_written_syllable(std::string_view text) {
    if (!is_vietnamese_syllable(text)) return false;
    const Word word = take_apart(text);
    if (word.tone == 0) return true;
    return std::ranges::any_of(initials, [&](std::string_view initial) {
        if (!word.letters.starts_with(initial)) return false;
        const std::string_view rime = std::string_view(word.letters).substr(initial.size());
        if (!fits(initial, rime, word.tone)) return false;
        const std::size_t before = split_letters(initial).size();
        if (rime.empty()) return true;
        return word.tone_at >= before && is_tone_in_place(rime, word.tone_at - before);
    });
}

} // namespace core
