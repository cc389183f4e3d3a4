#include "core/domain/person_number.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/letters.hpp"
#include "core/domain/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <optional>

namespace core {

namespace {

constexpr std::size_t citizen_digits = 12;
constexpr std::size_t former_digits = 9;

// Folded: what people write before the number of either card, and before a passport's. The number
// is the same without.
constexpr std::array<std::string_view, 14> card_names = {"so can cuoc cong dan",
                                                         "can cuoc cong dan",
                                                         "so can cuoc",
                                                         "can cuoc",
                                                         "so cccd",
                                                         "cccd",
                                                         "cc",
                                                         "so dinh danh ca nhan",
                                                         "so dinh danh",
                                                         "dinh danh",
                                                         "so cmnd",
                                                         "cmnd",
                                                         "cmt",
                                                         "so"};
constexpr std::array<std::string_view, 6> passport_names = {"so ho chieu", "ho chieu", "hc",
                                                            "so passport", "passport", "pp"};

bool is_ascii_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// `C1234567`, `AB123456`: one or two letters and six digits or more, as passports have them.
bool is_passport(std::string_view code) {
    const auto letters = static_cast<std::size_t>(
        std::find_if_not(code.begin(), code.end(), is_ascii_capital) - code.begin());
    return letters >= 1 && letters <= 2 && code.size() - letters >= 6 &&
           code.size() - letters <= 8 && all_digits(code.substr(letters));
}

/// Without blanks, dots and dashes, in capitals: `019 190-004.321` as `019190004321`.
std::string bare_number(std::string_view text) {
    std::string code = code_key(text);
    std::erase_if(code, [](char c) { return c == '.' || c == '-' || c == ':'; });
    return code;
}

template <std::size_t count>
std::optional<std::string> behind(std::string_view text,
                                  const std::array<std::string_view, count>& names) {
    // Names are in the text as people write them, so it is its words that are compared.
    std::string words = fold_for_search(text);
    for (const std::string_view name : names) {
        if (words.size() <= name.size() + 1 || !words.starts_with(name) ||
            words[name.size()] != ' ')
            continue;
        return bare_number(std::string_view(words).substr(name.size() + 1));
    }
    return std::nullopt;
}

/// The number of a card or a passport, whatever stands before it; none for other papers.
std::optional<std::string> known_number(std::string_view plain) {
    std::string code = bare_number(plain);
    if (all_digits(code) || is_passport(code)) return code;
    if (auto number = behind(plain, card_names); number && all_digits(*number)) return number;
    if (auto number = behind(plain, passport_names); number && is_passport(*number)) return number;
    return std::nullopt;
}

/// Whether two stretches of digits could each be a card's number.
bool holds_two_cards(std::string_view plain) {
    std::size_t numbers = 0;
    std::size_t digits = 0;
    for (std::size_t at = 0; at <= plain.size(); ++at) {
        const char c = at < plain.size() ? plain[at] : '/';
        if (is_digit(c)) {
            ++digits;
        } else if (c != ' ' && c != '.' && c != '-') {
            numbers += digits >= former_digits ? 1 : 0;
            digits = 0;
        }
    }
    return numbers > 1;
}

/// Two letters at least and a digit: "GKS 12/2020".
bool is_named_paper(std::string_view plain) {
    const auto letters = std::count_if(plain.begin(), plain.end(), [](char c) {
        return std::isalpha(static_cast<unsigned char>(c)) != 0 ||
               (static_cast<unsigned char>(c) & 0xC0) == 0xC0;
    });
    return letters >= 2 && count_digits(plain) > 0 && plain.find('|') == std::string_view::npos;
}

/// The zero that a spreadsheet takes for nothing: every citizen number begins with one (law.md §8).
std::optional<std::string> with_card_zero(std::string_view digits) {
    const bool short_by_one =
        digits.size() + 1 == citizen_digits || digits.size() + 1 == former_digits;
    if (!short_by_one || digits.front() == '0') return std::nullopt;
    return "0" + std::string(digits);
}

Error refuse_card(Message why) { return {ErrorKind::invalid_input, std::move(why)}; }

} // namespace

// A refusal never repeats what was read: it may be logged, and the number is a person's.
Result<PersonNumber> PersonNumber::read(std::string_view text) {
    // As nearly all are written there is nothing to look for.
    if (text.size() == citizen_digits && all_digits(text))
        return PersonNumber(PersonPaper::citizen_card, std::string(text), std::string(text));
    std::string written = to_nfc(trim(text));
    if (const auto unfit = find_unfit_letter(written, LineEnds::refused))
        return refuse_card(told(*unfit));
    if (const auto damage = find_damage(written)) return refuse_card(told(*damage));
    const std::string plain = typed_plainly(written);
    if (holds_two_cards(plain)) return refuse_card("person-number-two-numbers");
    const auto number = known_number(plain);
    if (!number) {
        if (is_named_paper(plain))
            return PersonNumber(PersonPaper::other, std::move(written), bare_number(plain));
        return refuse_card("person-number-no-number");
    }
    if (!all_digits(*number)) return PersonNumber(PersonPaper::other, std::move(written), *number);
    if (number->size() == citizen_digits)
        return PersonNumber(PersonPaper::citizen_card, std::move(written), *number);
    if (number->size() == former_digits)
        return PersonNumber(PersonPaper::former_card, std::move(written), *number);
    return refuse_card(
        {"person-number-digits", {{"digits", static_cast<std::int64_t>(number->size())}}});
}

std::optional<FieldDamage> PersonNumber::find_damage(std::string_view text) {
    auto damage = find_number_damage(text);
    const std::string bare_text =
        bare_number(typed_plainly(damage ? damage->reading : std::string(text)));
    auto whole = all_digits(bare_text) ? with_card_zero(bare_text) : std::nullopt;
    if (!whole) return damage;
    if (!damage) return FieldDamage{DamageKind::lost_zero, std::move(*whole)};
    damage->reading = std::move(*whole);
    return damage;
}

std::string person_key(std::string_view text) {
    const std::string plain = typed_plainly(text);
    if (auto number = known_number(plain)) {
        if (all_digits(*number)) {
            if (auto whole = with_card_zero(*number)) return *whole;
        }
        return *number;
    }
    return bare_number(plain);
}

} // namespace core
