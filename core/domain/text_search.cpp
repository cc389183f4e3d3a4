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

// The lower-case letters that are a `d` to a Vietnamese reader but have no decomposition: đ,
// and those whose capitals look like Đ and stand for it in texts from old fonts.
bool is_barred_d(utf8proc_int32_t c) { return c == 0x111 || c == 0xF0 || c == 0x256; }

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
        const Kind kind = kind_of(parts.at(i));
        if (kind == Kind::separator) folding.end_word();
        if (kind != Kind::word) continue;
        if (is_barred_d(parts.at(i))) {
            folding.add_word("d");
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

} // namespace

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
