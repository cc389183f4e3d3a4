#include "core/domain/person_number.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/letters.hpp"
#include "core/domain/named_code.hpp"
#include "core/domain/text.hpp"
#include "core/domain/written_date.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <optional>

namespace core {

namespace {

constexpr std::size_t citizen_digits = 12;
constexpr std::size_t former_digits = 9;

/// What the words about a number say of it.
enum class NameKind {
    thing,  ///< a paper, whichever
    number, ///< a person's number
    card,   ///< of either card
    passport
};

struct PaperName {
    std::string_view words; ///< folded
    NameKind kind;
};

// What people write before the number of a paper, or behind it; several may follow each other, as
// in "Hộ chiếu số". The number is the same without. None begins with one before it.
constexpr std::array<PaperName, 28> paper_names = {{{"chung minh nhan dan", NameKind::card},
                                                    {"chung minh thu", NameKind::card},
                                                    {"chung minh", NameKind::card},
                                                    {"can cuoc cong dan", NameKind::card},
                                                    {"can cuoc", NameKind::card},
                                                    {"dinh danh ca nhan", NameKind::card},
                                                    {"dinh danh", NameKind::card},
                                                    {"cccd", NameKind::card},
                                                    {"cc", NameKind::card},
                                                    {"cmtnd", NameKind::card},
                                                    {"cmnd", NameKind::card},
                                                    {"cmt", NameKind::card},
                                                    {"ddcn", NameKind::card},
                                                    {"ho chieu", NameKind::passport},
                                                    {"passport", NameKind::passport},
                                                    {"hc", NameKind::passport},
                                                    {"pp", NameKind::passport},
                                                    {"giay to tuy than", NameKind::thing},
                                                    {"giay", NameKind::thing},
                                                    {"the", NameKind::thing},
                                                    {"ma so", NameKind::number},
                                                    {"ma", NameKind::number},
                                                    {"so", NameKind::number},
                                                    {"number", NameKind::number},
                                                    {"num", NameKind::number},
                                                    {"nr", NameKind::number},
                                                    {"no", NameKind::number},
                                                    {"id", NameKind::number}}};

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

/// Whether a paper of that name has such a number.
bool fits(NameKind kind, std::string_view number) {
    constexpr std::size_t shortest = former_digits - 1; // its zero may be lost
    switch (kind) {
    case NameKind::thing:
        return (all_digits(number) && number.size() >= shortest) || is_passport(number);
    case NameKind::number:
        return all_digits(number) || is_passport(number);
    case NameKind::card:
        return all_digits(number);
    case NameKind::passport:
        return is_passport(number);
    }
    return false;
}

/// Digits may follow a name without a blank, as in "cccd019…"; letters may not.
bool ends_name(std::string_view rest) {
    return rest.empty() || rest.front() == ' ' || is_digit(rest.front());
}

/// Takes the name of a paper off the front, and the blank behind it.
std::optional<NameKind> take_name(std::string_view& words) {
    for (const PaperName& name : paper_names) {
        if (!words.starts_with(name.words) || !ends_name(words.substr(name.words.size()))) continue;
        words.remove_prefix(name.words.size());
        if (words.starts_with(' ')) words.remove_prefix(1);
        return name.kind;
    }
    return std::nullopt;
}

/// The same at the back.
std::optional<NameKind> take_last_name(std::string_view& words) {
    for (const PaperName& name : paper_names) {
        if (!words.ends_with(name.words)) continue;
        const std::string_view before = words.substr(0, words.size() - name.words.size());
        if (!before.ends_with(' ')) continue;
        words = before.substr(0, before.size() - 1);
        return name.kind;
    }
    return std::nullopt;
}

/// The number that stands beside the names of its paper; none where there is something else too.
std::optional<std::string> named_number(std::string_view text) {
    // Names are in the text as people write them, so it is its words that are compared.
    const std::string folded = fold_for_search(text);
    std::string_view words = folded;
    auto kind = NameKind::thing;
    for (auto name = take_name(words); name || (name = take_last_name(words));
         name = take_name(words)) {
        const bool contradicts = kind >= NameKind::card && *name >= NameKind::card && kind != *name;
        if (contradicts) return std::nullopt;
        kind = std::max(kind, *name);
        std::string number = bare_number(words);
        if (fits(kind, number)) return number;
    }
    return std::nullopt;
}

/// A passport's number behind its name without a blank: "HCC1234567".
std::optional<std::string> passport_behind_name(std::string_view code) {
    for (const std::string_view name : {"HC", "PP", "PASSPORT"}) {
        if (code.starts_with(name) && is_passport(code.substr(name.size())))
            return std::string(code.substr(name.size()));
    }
    return std::nullopt;
}

/// The number of a card or a passport, whatever stands before it; none for other papers.
std::optional<std::string> known_number(std::string_view plain) {
    std::string code = bare_number(plain);
    if (all_digits(code) || is_passport(code)) return code;
    if (auto number = passport_behind_name(code)) return number;
    return named_number(plain);
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

/// `“019…”`: a word processor's way to keep a number as it is typed.
std::optional<FieldDamage> find_quotes(std::string_view text) {
    const std::string inside = code_named_in(text);
    const bool is_quoted = text.starts_with('"') || text.starts_with("\u201C");
    if (!is_quoted || !all_digits(inside)) return std::nullopt;
    return FieldDamage{DamageKind::formula, inside};
}

Error refuse_card(Message why) { return {ErrorKind::invalid_input, std::move(why)}; }

} // namespace

// A refusal never repeats what was read: it may be logged, and the number is a person's.
Result<PersonNumber> PersonNumber::read(std::string_view text) {
    // As nearly all are written there is nothing to look for.
    if (text.size() == citizen_digits && all_digits(text))
        return PersonNumber(PersonPaper::citizen_card, std::string(text), std::string(text));
    std::string written = to_nfc(in_one_line(trimmed(text)));
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
    if (is_written_date(text)) return FieldDamage{DamageKind::date, {}};
    auto damage = find_number_damage(text);
    if (!damage) damage = find_quotes(text);
    const auto number = known_number(typed_plainly(damage ? damage->reading : std::string(text)));
    auto whole = number && all_digits(*number) ? with_card_zero(*number) : std::nullopt;
    // Eight digits in groups are as likely a date, or another paper's number.
    const bool is_grouped = text.find_first_of(".-/") != std::string_view::npos;
    if (!whole || (!damage && number->size() + 1 == former_digits && is_grouped)) return damage;
    if (!damage) return FieldDamage{DamageKind::lost_zero, std::move(*whole)};
    damage->reading = std::move(*whole);
    return damage;
}

bool is_passport_number(std::string_view key) { return is_passport(key); }

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
