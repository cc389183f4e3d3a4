// One of several that implement field_damage.hpp: texts.
//
// Most texts are sound, and every one that comes in is looked at: letters that stand as sound ones
// do are passed over, and only what is odd is looked into, by one file for each way of damage. What
// was damaged several times is undone layer by layer, so that the reading is sound or none.

#include "core/domain/code_pages.hpp"
#include "core/domain/field_damage.hpp"
#include "core/domain/lost_letters.hpp"
#include "core/domain/no_value.hpp"
#include "core/domain/old_fonts.hpp"
#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"
#include "core/domain/word_letters.hpp"
#include "core/domain/written_escapes.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace core {

namespace {

bool is_in(char32_t letter, std::u32string_view letters) {
    return letters.find(letter) != std::u32string_view::npos;
}

/// Of ASCII: those with which damage is written.
constexpr std::array<bool, 0x80> signs_of_damage = [] {
    std::array<bool, 0x80> set{};
    for (const char sign : std::string_view("?_&%\\="))
        set.at(static_cast<std::size_t>(sign)) = true;
    return set;
}();

/// Of Latin-1.
constexpr std::array<bool, 0x100> vietnamese_letters = [] {
    std::array<bool, 0x100> set{};
    for (const char32_t letter : std::u32string_view(U"ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúý"))
        set.at(letter) = true;
    return set;
}();

/// Whether Vietnamese has the letter of Latin-1 behind that one, and no old font for something
/// else. A vowel with a mark is followed by few.
bool follows_soundly(char32_t before, char32_t letter, char32_t before_both) {
    if (before >= 0xC0) return false; // two letters with marks
    if (before == U'u' || before == U'U') return is_in(letter, U"ÀÁÂÃÈÉÊÌÍÒÓÔÝàáâãèéêìíòóôý");
    if (before == U'y' || before == U'Y') return letter == U'ê' || letter == U'Ê';
    if (before == U'i' || before == U'I')
        return letter == U'ê' || letter == U'Ê' || before_both == U'g' || before_both == U'G';
    return !is_in(before, U"aeoAEO");
}

/// The plain vowels that Vietnamese has behind one of Latin-1.
std::u32string_view vowels_behind(char32_t letter) {
    if (is_in(letter, U"àáãÀÁÃ")) return U"iouyIOUY";
    if (is_in(letter, U"âÂ")) return U"uyUY";
    if (is_in(letter, U"èéÈÉ")) return U"oO";
    if (is_in(letter, U"êÊ")) return U"uU";
    if (is_in(letter, U"ìíÌÍ")) return U"auAU";
    if (is_in(letter, U"òóõÒÓÕ")) return U"aeioAEIO";
    if (is_in(letter, U"ôÔ")) return U"iI";
    return U"aeiuyAEIUY";
}

/// Goes over a text from its beginning, three letters in sight.
class Watch {
public:
    bool is_odd(char32_t letter) {
        const bool odd = letter < 0x80 ? is_odd_plain(letter) : is_odd_other(letter);
        before_both_ = before_;
        before_ = letter;
        return odd;
    }

    /// At the end, and at a blank: a letter that lost its last byte.
    bool is_cut_off() const { return before_ == 0xC3 && is_plain_letter(before_both_); }

private:
    bool is_odd_plain(char32_t letter) const {
        if (signs_of_damage[letter]) return true;
        if (before_ < 0xC0 || before_ > 0xFF) return false;
        if (letter == U' ') return is_cut_off();
        if (is_in(letter, U"aeiouyAEIOUY") && !is_in(letter, vowels_behind(before_))) return true;
        // Two capitals, then small letters.
        return before_ <= 0xDE && is_plain_small(letter) && is_plain_capital(before_both_);
    }

    bool is_odd_other(char32_t letter) const {
        if (letter > 0xFF) return !is_vietnamese_beyond_latin_1(letter);
        // The two bytes of one letter, of which the second is a no-break space.
        if (letter <= 0xA0) return letter < 0xA0 || before_ == 0xC3 || before_ == 0x102;
        const bool is_capital_inside = letter <= 0xDE && is_plain_small(before_);
        return !vietnamese_letters[letter] || is_capital_inside ||
               !follows_soundly(before_, letter, before_both_);
    }

    char32_t before_ = 0;
    char32_t before_both_ = 0;
};

bool is_suspicious(std::string_view text) {
    Watch watch;
    for (std::size_t at = 0; at < text.size();) {
        if (watch.is_odd(next_code_point(text, at))) return true;
    }
    return watch.is_cut_off();
}

/// What was done to it last.
std::optional<FieldDamage> find_last_damage(std::string_view text) {
    if (auto none = find_no_value(text)) return none;
    if (text.size() > 3 && text.starts_with("=\"") && text.ends_with('"'))
        return FieldDamage{DamageKind::formula, std::string(text.substr(2, text.size() - 3))};
    if (!is_suspicious(text)) return std::nullopt;
    if (auto escaped = find_escapes(text)) return escaped;
    const Letters letters = letters_of(text);
    if (auto twice = find_utf8_twice(letters)) return twice;
    if (std::ranges::any_of(letters, draws_boxes)) return FieldDamage{DamageKind::utf8_twice, {}};
    if (has_lost_letters(letters)) return FieldDamage{DamageKind::letters_lost, {}};
    return find_old_font(letters);
}

} // namespace

std::optional<FieldDamage> find_text_damage(std::string_view text) {
    assert(is_utf8(text));
    auto damage = find_last_damage(text);
    if (!damage) return damage;
    for (int undone = 1; !damage->reading.empty(); ++undone) {
        auto before = find_last_damage(damage->reading);
        if (!before) break;
        // Nobody is offered a reading that would be refused in its turn.
        damage->reading = undone < most_damages_undone ? std::move(before->reading) : std::string();
    }
    damage->reading = trim(damage->reading);
    return damage;
}

} // namespace core
