// Vietnamese numbers begin with a 0 at home: mobiles have 10 digits (those of before 2018 had 11),
// the others 10 or 11 with their area. 1800 and 1900 numbers have none. +84, 0084 and 84 stand for
// the 0. Source: Thông tư 22/2014/TT-BTTTT, the numbering plan, as amended.

#include "core/domain/phone_number.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/letters.hpp"
#include "core/domain/text.hpp"
#include "core/domain/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace core {

namespace {

constexpr std::size_t shortest_home = 10;
constexpr std::size_t longest_home = 11;
constexpr std::size_t shortest_abroad = 7; // with the country, E.164
constexpr std::size_t longest_abroad = 15;

bool is_within(std::size_t number, std::size_t low, std::size_t high) {
    return number >= low && number <= high;
}

bool is_home_number(std::string_view digits) {
    if (digits.starts_with("1800") || digits.starts_with("1900"))
        return is_within(digits.size(), 8, 10);
    if (!digits.starts_with('0') || digits.starts_with("00")) return false;
    // Mobiles of today; those of before 2018 began with 01.
    const bool is_mobile =
        digits.size() > 1 && std::string_view("35789").find(digits[1]) != std::string_view::npos;
    return is_within(digits.size(), shortest_home, is_mobile ? shortest_home : longest_home);
}

/// The number of plain digits, a `+` before them or not; none when nobody can be reached by it.
std::optional<std::string> number_of(std::string_view digits) {
    std::string_view rest = digits;
    const bool with_country = rest.starts_with('+') || rest.starts_with("00");
    if (with_country) rest.remove_prefix(rest.front() == '+' ? 1 : 2);
    if (rest.starts_with("84")) {
        std::string_view national = rest.substr(2);
        if (national.starts_with('0')) national.remove_prefix(1); // +84 (0) 912
        std::string home = "0" + std::string(national);
        if (is_home_number(home)) return home;
        if (with_country) return std::nullopt;
    }
    if (with_country) {
        if (rest.starts_with('0') || !is_within(rest.size(), shortest_abroad, longest_abroad))
            return std::nullopt;
        return "+" + std::string(rest);
    }
    if (is_home_number(rest)) return std::string(rest);
    return std::nullopt;
}

/// With the zero that a spreadsheet takes for nothing: mobiles have 9 digits then, areas 10.
std::optional<std::string> with_phone_zero(std::string_view digits) {
    if (digits.empty() || digits.front() < '2') return std::nullopt;
    const std::size_t expected = digits.front() == '2' ? longest_home : shortest_home;
    if (digits.size() + 1 != expected) return std::nullopt;
    return "0" + std::string(digits);
}

/// Digits and a `+` before them, without what people put between; none when letters or signs are
/// in it that belong to no single number.
std::optional<std::string> bare_digits(std::string_view plain) {
    std::string digits;
    for (const char c : plain) {
        if (is_digit(c) || (c == '+' && digits.empty())) {
            digits += c;
        } else if (std::string_view(" .-()").find(c) == std::string_view::npos) {
            return std::nullopt;
        }
    }
    return digits;
}

// Folded: what people write before a number to say that it is one.
constexpr std::array<std::string_view, 19> phone_names = {
    "tel",     "telephone",  "phone",   "sdt",   "so dt",  "so dien thoai", "dien thoai",
    "dt",      "d t",        "dtdd",    "dt dd", "mobile", "mob",           "cell",
    "di dong", "so di dong", "hotline", "zalo",  "so"};

/// Without such a name at its front: `tel:0912345678`.
std::string_view without_name(std::string_view plain) {
    const std::size_t begin = plain.find_first_of("0123456789+(");
    if (begin == 0 || begin == std::string_view::npos) return plain;
    const std::string name = fold_for_search(plain.substr(0, begin));
    return std::ranges::find(phone_names, name) == phone_names.end() ? plain : plain.substr(begin);
}

/// Whether two stretches of it could each be called.
bool holds_two_phones(std::string_view plain) {
    constexpr std::size_t shortest_of_two = 7;
    std::size_t numbers = 0;
    std::size_t digits = 0;
    const auto end_number = [&] {
        numbers += digits >= shortest_of_two ? 1 : 0;
        digits = 0;
    };
    for (const char c : plain) {
        if (is_digit(c)) {
            ++digits;
        } else if (std::string_view(" .()-").find(c) == std::string_view::npos) {
            end_number();
        }
    }
    end_number();
    return numbers > 1;
}

/// "024 3825 1234 ext. 12", "máy lẻ 12", "x12": digits, a word, few digits.
bool has_extension(std::string_view plain) {
    const auto word = std::find_if(plain.begin(), plain.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '#' ||
               (static_cast<unsigned char>(c) & 0x80) != 0;
    });
    if (word == plain.end()) return false;
    const auto at = static_cast<std::size_t>(word - plain.begin());
    const std::size_t after = count_digits(plain.substr(at));
    return count_digits(plain.substr(0, at)) >= shortest_abroad && after > 0 &&
           after < shortest_abroad;
}

/// "0912345678 (nhà)": a number, and words that are none.
bool has_words_beside(std::string_view plain) {
    const std::size_t begin = plain.find_first_of("0123456789+");
    const std::size_t end = plain.find_last_of("0123456789");
    const bool has_letter = std::ranges::any_of(plain, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
    });
    if (!has_letter || begin == std::string_view::npos || end == std::string_view::npos ||
        end < begin)
        return false;
    const auto digits = bare_digits(plain.substr(begin, end + 1 - begin));
    return digits && number_of(*digits);
}

// A refusal never repeats what was read: it may be logged, and the number is a person's.
Error refuse_phone(Message why) { return {ErrorKind::invalid_input, std::move(why)}; }

Error why_no_number(std::string_view plain) {
    if (holds_two_phones(plain)) return refuse_phone("phone-two-numbers");
    if (has_extension(plain)) return refuse_phone("phone-with-extension");
    const auto digits = bare_digits(plain);
    if (!digits)
        return refuse_phone(has_words_beside(plain) ? "phone-with-words" : "phone-odd-letters");
    const std::size_t count = count_digits(*digits);
    if (count > longest_abroad) return refuse_phone("phone-two-numbers");
    if (is_within(count, shortest_home, longest_home) &&
        (!digits->starts_with('0') || digits->starts_with("00")))
        return refuse_phone("phone-beginning");
    return refuse_phone({"phone-digits", {{"digits", static_cast<std::int64_t>(count)}}});
}

} // namespace

Result<PhoneNumber> PhoneNumber::read(std::string_view text) {
    // As nearly all are written there is nothing to look for.
    if (all_digits(text) && text.front() == '0' && is_home_number(text))
        return PhoneNumber(std::string(text), std::string(text));
    std::string written = to_nfc(in_one_line(trimmed(text)));
    if (const auto unfit = find_unfit_letter(written, LineEnds::refused))
        return refuse_phone(told(*unfit));
    if (const auto damage = find_damage(written)) return refuse_phone(told(*damage));
    const std::string plain = typed_plainly(written);
    const auto digits = bare_digits(without_name(plain));
    if (digits) {
        if (auto number = number_of(*digits))
            return PhoneNumber(std::move(written), std::move(*number));
    }
    return why_no_number(without_name(plain));
}

std::optional<FieldDamage> PhoneNumber::find_damage(std::string_view text) {
    auto damage = find_number_damage(text);
    const std::string plain = typed_plainly(damage ? damage->reading : std::string(text));
    const auto digits = bare_digits(without_name(plain));
    if (!digits || number_of(*digits)) return damage;
    auto whole = with_phone_zero(*digits);
    if (!whole) return damage;
    if (!damage) return FieldDamage{DamageKind::lost_zero, std::move(*whole)};
    damage->reading = std::move(*whole);
    return damage;
}

std::string phone_key(std::string_view text) {
    const std::string plain = typed_plainly(text);
    if (const auto digits = bare_digits(without_name(plain))) {
        if (auto number = number_of(*digits)) return *number;
        if (auto number = with_phone_zero(*digits)) return *number;
        return *digits;
    }
    return code_key(plain);
}

std::string home_phone(std::string_view text) {
    if (!is_utf8(text)) return std::string(text);
    const auto number = PhoneNumber::read(text);
    return number ? number->number() : std::string(text);
}

} // namespace core
