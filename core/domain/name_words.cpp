// The peoples of the highlands, the Cham, the Khmer and the Hmong write their names with the
// letters of Vietnamese, in syllables that it has not: consonants stand together in front
// (`Kbuôr`), `r`, `l`, `h`, `s` and `k` behind, and an open `iê` may end a word. A list of such
// syllables would never be whole, so their build is described.

#include "core/domain/name_words.hpp"

#include "core/domain/folded_key.hpp"
#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"
#include "core/domain/word_letters.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>

namespace core {

namespace {

constexpr std::size_t longest_word_bytes = 40;

bool is_tone_of_name(char32_t mark) {
    return std::u32string_view(U"\u0300\u0301\u0303\u0309\u0323").find(mark) !=
           std::u32string_view::npos;
}

/// In lower case, in NFC, without its one tone; empty where it has several, or one on a vowel that
/// takes none: short, or written without its marks.
Letters letters_without_tone(std::string_view word) {
    Letters letters = letters_of(name_key(word)); // its tones stand at the end
    const bool has_tone = !letters.empty() && is_tone_of_name(letters.back());
    if (has_tone) letters.pop_back();
    if (std::ranges::any_of(letters, is_tone_of_name)) return {};
    letters = letters_of(utf8_of(letters));
    const bool takes_none = letters.find_first_of(U"ĕŏŭĭ") != Letters::npos ||
                            letters.find(U"ie") != Letters::npos ||
                            letters.find(U"uo") != Letters::npos;
    return has_tone && takes_none ? Letters() : letters;
}

/// The letters of any Vietnamese vowel, and the short ones of Ê Đê, Gia Rai and Mnông.
bool is_name_vowel(char32_t c) {
    return std::u32string_view(U"aăâeĕêioŏôơuŭưyĭ").find(c) != std::u32string_view::npos;
}

bool is_one_of(const Letters& part, auto& list) {
    return std::ranges::find(list, std::u32string_view(part)) != list.end();
}

/// Up to three consonants, none of them twice, f and q never.
bool may_begin_name(const Letters& part) {
    constexpr std::size_t most = 3;
    constexpr std::u32string_view consonants = U"bcdđghjklmnñprstvwxyzƀ";
    if (part.size() > most) return false;
    for (std::size_t at = 0; at < part.size(); ++at) {
        if (consonants.find(part[at]) == std::u32string_view::npos) return false;
        if (at > 0 && part[at] == part[at - 1]) return false;
    }
    return true;
}

bool may_be_inside_name(const Letters& vowels, bool is_open) {
    constexpr std::array<std::u32string_view, 12> any = {U"iê", U"uô", U"ươ", U"ôơ", U"ua", U"oa",
                                                         U"oă", U"ea", U"uê", U"uâ", U"ie", U"uo"};
    constexpr std::array<std::u32string_view, 24> open = {
        U"ia", U"ưa", U"ai", U"ao", U"au", U"ay", U"âu", U"ây", U"eo", U"êu", U"iu", U"oi",
        U"ôi", U"ơi", U"ui", U"ưi", U"ơư", U"ưu", U"oe", U"uy", U"io", U"âo", U"ei", U"iêu"};
    if (vowels == U"oo") return !is_open; // Cơ Tu
    return vowels.size() == 1 || is_one_of(vowels, any) || (is_open && is_one_of(vowels, open));
}

bool may_end_name(const Letters& part) {
    constexpr std::array<std::u32string_view, 15> ends = {
        U"", U"c", U"ch", U"h", U"k", U"l", U"m", U"n", U"ng", U"nh", U"p", U"r", U"s", U"t", U"w"};
    return is_one_of(part, ends);
}

/// Where the vowels begin; y in front of one is a consonant.
auto find_vowels(const Letters& word) {
    const auto begin = std::ranges::find_if(word, is_name_vowel);
    const bool is_glide = word.end() - begin > 1 && *begin == U'y' && is_name_vowel(begin[1]);
    return is_glide ? begin + 1 : begin;
}

bool is_syllable_of_name(const Letters& word) {
    const auto begin = find_vowels(word);
    const auto end = std::find_if_not(begin, word.end(), is_name_vowel);
    if (begin == word.end()) return false;
    Letters vowels(begin, end);
    Letters last(end, word.end());
    // `Puih`, `Hôih`: a glide in front of the breath.
    if (last == U"h" && vowels.size() > 1 && vowels.back() == U'i') vowels.pop_back();
    return may_begin_name(Letters(word.begin(), begin)) &&
           may_be_inside_name(vowels, last.empty()) && may_end_name(last);
}

// Of those that are written with marks: words without any tell nothing.
constexpr std::array<std::string_view, 118> frequent_words = {
    "nguyễn", "trần",   "lê",    "phạm",  "huỳnh",  "võ",     "vũ",    "đặng",  "bùi",  "đỗ",
    "hồ",     "ngô",    "đinh",  "lý",    "đoàn",   "đào",    "trịnh", "tạ",    "tô",   "vương",
    "phùng",  "lữ",     "cù",    "hứa",   "thạch",  "triệu",  "nông",  "lương", "hà",   "lò",
    "vàng",   "giàng",  "sùng",  "thào",  "vừ",     "đàm",    "tống",  "khổng", "từ",   "lục",
    "mạc",    "thị",    "văn",   "đức",   "ngọc",   "hữu",    "đình",  "quốc",  "công", "thế",
    "bá",     "hồng",   "mỹ",    "như",   "bích",   "diệu",   "hùng",  "dũng",  "tùng", "thủy",
    "thúy",   "thùy",   "hằng",  "hạnh",  "phượng", "phương", "hương", "huệ",   "hiền", "hiếu",
    "hải",    "hậu",    "thảo",  "thắng", "thành",  "thịnh",  "thọ",   "thuận", "tuấn", "tú",
    "tuyết",  "trường", "trọng", "trí",   "tiến",   "toàn",   "quỳnh", "quý",   "phúc", "phú",
    "nhật",   "mẫn",    "lộc",   "lợi",   "khánh",  "hưng",   "hoà",   "hoá",   "thư",  "cường",
    "niê",    "mlô",    "kbuôr", "êban",  "kpă",    "krông",  "rơ",    "châm",  "byă",  "hđơk",
    "ênuôl",  "buôn",   "mjâo",  "măh",   "liêng",  "chăm",   "zơ",    "kră"};

} // namespace

bool may_be_of_another_people(std::string_view word) {
    if (word.empty() || word.size() > longest_word_bytes || !is_utf8(word)) return false;
    const Letters letters = letters_without_tone(word);
    if (letters.empty()) return false;
    // `Êban`, `Ayun`, `Adrơng`: a light vowel in front.
    const bool begins_lightly =
        std::u32string_view(U"aêơâ").find(letters.front()) != std::u32string_view::npos &&
        letters.size() > 2 && !is_name_vowel(letters[1]);
    return is_syllable_of_name(letters) ||
           (begins_lightly && is_syllable_of_name(letters.substr(1)));
}

bool may_be_long_name_of_another_people(std::string_view word) {
    constexpr int most_before = 2;
    if (word.empty() || word.size() > longest_word_bytes || !is_utf8(word)) return false;
    Letters letters = letters_without_tone(word);
    for (int before = 0; before < most_before && !letters.empty(); ++before) {
        const auto vowel = find_vowels(std::as_const(letters));
        if (letters.cend() - vowel < 3) return false;
        if (!may_begin_name(Letters(letters.cbegin(), vowel))) return false;
        letters.erase(letters.cbegin(), vowel + 1);
        if (is_syllable_of_name(letters)) return true;
    }
    return false;
}

bool is_frequent_in_names(std::string_view word) {
    static const std::unordered_set<std::string> keys = [] {
        std::unordered_set<std::string> all;
        for (const std::string_view each : frequent_words) all.insert(name_key(each));
        return all;
    }();
    return is_utf8(word) && keys.contains(name_key(word));
}

} // namespace core
