// One of several that implement text.hpp: words as a search compares them.

#include "core/domain/latin_table.hpp"
#include "core/domain/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <stdexcept>
#include <utility>

namespace core {

namespace {

enum class Kind : std::uint8_t {
    word,      ///< part of a word, as `bytes`
    separator, ///< ends a word
    nothing,   ///< a mark, or invisible: left out
};

// What search sees of one character.
struct Folded {
    std::array<char, 7> bytes{};
    std::uint8_t size = 0;
    Kind kind = Kind::nothing;
};

// No character decomposes into more code points than U+FDFA does: 18.
constexpr std::size_t longest_decomposition = 18;

Kind kind_of(utf8proc_int32_t code_point) {
    switch (utf8proc_category(code_point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return Kind::word;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
        return Kind::nothing;
    default:
        return Kind::separator;
    }
}

// Lower-case letters that have no decomposition, as a plain keyboard has them. Two of them have
// capitals that look like Đ and stand for it in texts from old fonts.
std::string_view plain_keys(utf8proc_int32_t c) {
    static constexpr std::array<std::pair<utf8proc_int32_t, std::string_view>, 11> keys = {
        {{0x111, "d"},
         {0xF0, "d"},
         {0x256, "d"},
         {0x180, "b"}, // of Mnông
         {0xF8, "o"},
         {0xE6, "ae"},
         {0x153, "oe"},
         {0x142, "l"},
         {0x127, "h"},
         {0x167, "t"},
         {0x131, "i"}}};
    const auto* const found =
        std::ranges::find(keys, c, &std::pair<utf8proc_int32_t, std::string_view>::first);
    return found == keys.end() ? std::string_view() : found->second;
}

// Letters by Unicode, apostrophes to everybody: `Kʼlong`.
bool looks_like_apostrophe(utf8proc_int32_t c) {
    return (c >= 0x2B9 && c <= 0x2BF) || (c >= 0x2C8 && c <= 0x2CB) || c == 0xA78C || c == 0x2EE;
}

// Collects the folded text; a separator is written only between two words.
class Folding {
public:
    explicit Folding(std::size_t expected_size) { text_.reserve(expected_size); }

    void add_word(std::string_view bytes) {
        if (word_ended_ && !text_.empty()) text_ += ' ';
        word_ended_ = false;
        text_ += bytes;
    }

    void end_word() { word_ended_ = true; }

    std::string take() { return std::move(text_); }

private:
    std::string text_;
    bool word_ended_ = false;
};

void fold_slowly(char32_t c, Folding& folding) {
    std::array<utf8proc_int32_t, longest_decomposition> parts{};
    int boundary_class = UTF8PROC_BOUNDCLASS_START;
    const auto count = utf8proc_decompose_char(
        static_cast<utf8proc_int32_t>(c), parts.data(), static_cast<utf8proc_ssize_t>(parts.size()),
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD),
        &boundary_class);
    if (count < 0) throw std::runtime_error("Unicode folding failed");
    for (std::size_t i = 0; i < std::min(static_cast<std::size_t>(count), parts.size()); ++i) {
        const Kind kind =
            looks_like_apostrophe(parts.at(i)) ? Kind::separator : kind_of(parts.at(i));
        if (kind == Kind::separator) folding.end_word();
        if (kind != Kind::word) continue;
        if (const std::string_view keys = plain_keys(parts.at(i)); !keys.empty()) {
            folding.add_word(keys);
            continue;
        }
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto size = utf8proc_encode_char(parts.at(i), bytes.data());
        folding.add_word(
            {reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size)});
    }
}

Folded fold_one(char32_t c) {
    Folding folding(0);
    fold_slowly(c, folding);
    const std::string text = folding.take();
    Folded folded;
    folded.kind = text.empty() ? kind_of(static_cast<utf8proc_int32_t>(c)) : Kind::word;
    // A character such as ¨ is a space and a mark once decomposed.
    if (text.empty() && folded.kind == Kind::word) folded.kind = Kind::separator;
    assert(text.size() <= folded.bytes.size());
    std::ranges::copy(text, folded.bytes.begin());
    folded.size = static_cast<std::uint8_t>(text.size());
    return folded;
}

bool is_consonant(char c) {
    return c >= 'b' && c <= 'z' && std::string_view("eiouy").find(c) == std::string_view::npos;
}

// A y behind nothing but consonants, or behind `qu`, is an i to half of the writers: `ky`, `quy`,
// `y`. `Thy` stays: who looks for it would find everybody whose middle name is Thị.
void spell_y_as_i(std::string& folded) {
    std::size_t begin = 0;
    bool may_be_i = true;
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const char c = folded[at];
        if (c == ' ') {
            begin = at + 1;
            may_be_i = true;
            continue;
        }
        const std::string_view before = std::string_view(folded).substr(begin, at - begin);
        if (c == 'y' && may_be_i && before != "th") folded[at] = 'i';
        may_be_i = may_be_i && (is_consonant(c) || (c == 'u' && before == "q"));
    }
}

bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == U'`' || c == 0xB4 || (c >= 0x2018 && c <= 0x201B) || c == 0x2032 ||
           c == 0xFF07 || looks_like_apostrophe(static_cast<utf8proc_int32_t>(c));
}

// The words that an apostrophe parts, each without it; empty for nearly every text.
std::string joined_words(std::string_view text) {
    constexpr std::string_view first_bytes = "'`\xC2\xCA\xCB\xE2\xEA\xEF";
    if (text.find_first_of(first_bytes) == std::string_view::npos) return {};
    std::string joined;
    std::string word;
    bool is_parted = false;
    const auto end_word = [&] {
        if (is_parted) joined += " " + fold_for_search(word);
        word.clear();
        is_parted = false;
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = next_code_point(text, at);
        if (is_apostrophe(c)) {
            is_parted = is_parted || !word.empty();
        } else if (c == U' ' || c == 0xA0) {
            end_word();
        } else {
            word += text.substr(from, at - from);
        }
    }
    end_word();
    return joined;
}

} // namespace

std::string searchable_text(std::string_view text) {
    std::string searchable = fold_for_search(text);
    searchable += joined_words(text);
    spell_y_as_i(searchable);
    return searchable;
}

std::vector<std::string> search_words(std::string_view query) {
    std::string folded = fold_for_search(query);
    spell_y_as_i(folded);
    std::vector<std::string> words = split_list(folded, ' ');
    if (words.size() > most_search_words) words.resize(most_search_words);
    return words;
}

std::string fold_for_search(std::string_view text) {
    assert(is_utf8(text));
    static const LatinTable<Folded> table(fold_one);
    Folding folding(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        const Folded* folded = table.find(c);
        if (folded == nullptr) {
            fold_slowly(c, folding);
        } else if (folded->kind == Kind::word) {
            folding.add_word({folded->bytes.data(), folded->size});
        } else if (folded->kind == Kind::separator) {
            folding.end_word();
        }
    }
    return folding.take();
}

} // namespace core
