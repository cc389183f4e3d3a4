#include "core/domain/typed_card.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/card_line.hpp"
#include "core/domain/field_damage.hpp"
#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"
#include "core/domain/word_letters.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace core {

namespace {

constexpr std::string_view woman = "N\u1EEF"; // as the card writes it

/// No sex that is damaged has more letters: what does is another field.
constexpr std::size_t longest_sex = 4;

Letters small_letters(std::string_view text) {
    Letters letters = letters_of(to_nfc(trimmed(text)));
    std::ranges::transform(letters, letters.begin(), small_of);
    return letters;
}

/// Whether Caps Lock, or a Shift that was lost, turned the letters of a name.
bool is_name_turned(std::string_view name) {
    bool has_capital = false;
    bool has_turned = false;
    bool has_usual = false;
    char32_t last = U' ';
    char32_t before = U' ';
    for (const char32_t letter : letters_of(to_nfc(name))) {
        has_capital = has_capital || is_capital_letter(letter);
        const bool is_second = is_letter(last) && !is_letter(before);
        if (is_second && is_letter(letter) &&
            is_capital_letter(last) != is_capital_letter(letter)) {
            has_usual = has_usual || is_capital_letter(last);
            has_turned = has_turned || is_capital_letter(letter);
        }
        before = last;
        last = letter;
    }
    return !has_usual && (has_turned || !has_capital);
}

/// `nAM` nobody writes but a keyboard; of a sex in small letters the name says more.
bool is_case_turned(const std::vector<std::string_view>& fields) {
    const Letters sex = letters_of(to_nfc(trimmed(fields[sex_place])));
    if (!sex.starts_with(U'n')) return false;
    return std::ranges::any_of(sex, is_capital_letter) || is_name_turned(fields[name_place]);
}

/// What a layout without the letter leaves of `Nữ`, and what a code page makes of it.
bool is_left_of_woman(const Letters& sex, std::string_view typed) {
    if (!sex.starts_with(U'n')) return false;
    const auto is_sign_for_letter = [](char32_t sign) { return sign == U'?' || sign == 0xFFFD; };
    if (std::all_of(sex.begin() + 1, sex.end(), is_sign_for_letter)) return true;
    if (fold_for_search(typed) == "nu") return true;
    const auto damage = find_text_damage(to_nfc(typed));
    return damage && small_letters(damage->reading) == U"n\u1EEF";
}

struct TypedSex {
    std::string text; ///< as the card writes it, or as it was typed
    bool is_unclear = false;
};

TypedSex whole_sex(std::string_view typed, const CitizenNumber& number) {
    const Letters sex = small_letters(typed);
    if (sex == U"nam") return {"Nam"};
    if (sex == U"n\u1EEF") return {std::string(woman)};
    const bool is_left = is_left_of_woman(sex, trimmed(typed));
    if (is_left && number.sex == Sex::woman) return {std::string(woman)};
    if (is_left || (sex.starts_with(U'n') && sex.size() <= longest_sex)) return {{}, true};
    return {std::string(typed)};
}

/// Garbled it still has more digits than other signs.
bool may_be_date(std::string_view field) {
    constexpr std::size_t longest_date = 10;
    return trimmed(field).empty() ||
           (field.size() <= longest_date && 2 * count_digits(field) >= field.size());
}

/// Whether what was refused of the line is its fault, not one of a bar too many or too few.
bool is_cause_sure(std::string_view text, std::string_view cause) {
    const std::string line = with_bars(text);
    const auto fields = fields_of_line(line, "|");
    if (fields.size() < card_fields_read) return cause != "card-code-of-no-card";
    if (cause == "citizen-number-not-12-digits" && begins_as_card(line)) return false;
    return !all_digits(fields[name_place]) && may_be_date(fields[birth_place]) &&
           count_letters(fields[sex_place]) <= longest_sex && may_be_date(fields[issue_place]);
}

} // namespace

std::string with_case_turned(std::string_view text) {
    std::string turned;
    turned.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto letter = static_cast<utf8proc_int32_t>(next_code_point(text, at));
        const auto capital = utf8proc_toupper(letter);
        const auto other = capital == letter ? utf8proc_tolower(letter) : capital;
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto size = utf8proc_encode_char(other, bytes.data());
        turned.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
    }
    return turned;
}

Result<CitizenCard> read_typed_card(std::string_view typed) {
    std::string line = with_bars(typed);
    auto fields = fields_of_line(line, "|");
    if (fields.size() < card_fields_read) return parse_citizen_card(line);
    if (is_case_turned(fields)) {
        line = with_case_turned(line);
        fields = fields_of_line(line, "|");
    }
    const auto number = check_citizen_number(fields[0]);
    if (!number) return parse_citizen_card(line);
    const TypedSex sex = whole_sex(fields[sex_place], *number);
    fields[sex_place] = sex.text;
    auto read = parse_citizen_card(line_of_fields(fields));
    if (!read || !sex.is_unclear) return read;
    CitizenCard card = std::move(read).value();
    const auto doubt = std::ranges::find(card.doubts, CardField::sex, &CardDoubt::field);
    if (doubt != card.doubts.end()) doubt->reason = "card-sex-unclear";
    return card;
}

std::optional<Message> problem_of_card(std::string_view text, const Error& refusal) {
    if (!looks_like_card_line(text)) return std::nullopt;
    if (!is_cause_sure(text, refusal.message.code)) return "card-line-broken";
    return refusal.message;
}

} // namespace core
