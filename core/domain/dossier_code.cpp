#include "core/domain/dossier_code.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/named_code.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <utility>

namespace core {

namespace {

/// The letters and digits of a code's key, with zeros for O; none where more than what people write
/// between the parts of a code is left out.
std::optional<std::string> squeezed_code(std::string_view written) {
    constexpr std::string_view between = "-_/.,:";
    std::string letters;
    for (const char c : code_key(written)) {
        if (between.find(c) == std::string_view::npos) letters += c == 'O' ? '0' : c;
    }
    const bool is_bare =
        std::ranges::all_of(letters, [](char c) { return is_digit(c) || (c >= 'A' && c <= 'Z'); });
    return is_bare ? std::optional(letters) : std::nullopt;
}

std::optional<std::string> own_code(std::string_view agency_code, std::string_view written) {
    constexpr std::size_t date_digits = 6;
    const auto agency = squeezed_code(agency_code);
    const auto whole = squeezed_code(written);
    if (!agency || !whole || !whole->starts_with(*agency)) return std::nullopt;
    const std::string rest = whole->substr(agency->size());
    if (rest.size() <= date_digits) return std::nullopt;
    std::string code = std::string(agency_code) + "-" + rest.substr(0, date_digits) + "-" +
                       rest.substr(date_digits);
    return parse_dossier_code(agency_code, code) ? std::optional(code) : std::nullopt;
}

/// What stands between two parts of a code, as its key has it.
class Between {
public:
    /// Whether it is one of the signs that people write there.
    bool add(char c) {
        const bool is_dash = c == '-' || c == '_' || c == '/';
        is_dash_ = is_dash_ || is_dash;
        is_blank_ = is_blank_ || c == ' ';
        return is_dash || c == ' ';
    }

    /// A blank is nothing beside a point, `000.00. 18`, and between letters and their number, `HS
    /// 12`; elsewhere somebody left out the dash.
    bool is_dash(char before, char after) const {
        if (before == '.' || after == '.') return false;
        return is_dash_ || (is_blank_ && (is_digit(before) || !is_digit(after)));
    }

private:
    bool is_blank_ = false;
    bool is_dash_ = false;
};

/// Whether a code stands as its key has it, as nearly every one does.
bool is_own_key(std::string_view code) {
    const auto is_plain = [](char c) {
        return is_digit(c) || (c >= 'A' && c <= 'Z') || c == '.' || c == '-';
    };
    return !code.empty() && std::ranges::all_of(code, is_plain) &&
           code.find("--") == std::string_view::npos && code.front() != '-' && code.back() != '-' &&
           code.back() != '.';
}

} // namespace

std::string dossier_code_key(std::string_view written) {
    if (is_own_key(written)) return std::string(written);
    std::string named = code_named_in(written);
    if (named.empty()) named = typed_plainly(written);
    std::string key;
    Between between;
    for (char c : named) {
        if (between.add(c)) continue;
        if (c == ',') c = '.';
        if (!key.empty() && between.is_dash(key.back(), c)) key += '-';
        between = {};
        key += c;
    }
    while (key.ends_with('.')) key.pop_back();
    key = code_key(key);
    return key.empty() ? code_key(written) : key;
}

std::optional<std::string> own_dossier_code(std::string_view agency_code,
                                            std::string_view written) {
    if (auto own = own_code(agency_code, written)) return own;
    return own_code(agency_code, code_named_in(written));
}

std::string make_dossier_code(std::string_view agency_code, Day received, int number) {
    assert(number >= 1);
    const std::string date = format_date(received);
    std::string digits = std::to_string(number);
    if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
    return std::string(agency_code) + "-" + date.substr(2, 2) + date.substr(5, 2) +
           date.substr(8, 2) + "-" + digits;
}

std::optional<DossierCodeParts> parse_dossier_code(std::string_view agency_code,
                                                   std::string_view code) {
    constexpr std::size_t date_and_dashes = 8;
    constexpr std::size_t most_digits = 9;
    if (!code.starts_with(agency_code)) return std::nullopt;
    code.remove_prefix(agency_code.size());
    if (code.size() < date_and_dashes + 4 || code[0] != '-' || code[7] != '-') return std::nullopt;

    const std::string_view digits = code.substr(date_and_dashes);
    int number = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), number);
    const bool plain = digits.size() == 4 || digits.front() != '0';
    if (error != std::errc{} || end != digits.end() || number < 1 || !plain ||
        digits.size() > most_digits) {
        return std::nullopt;
    }
    const auto day =
        parse_date("20" + std::string(code.substr(1, 2)) + "-" + std::string(code.substr(3, 2)) +
                   "-" + std::string(code.substr(5, 2)));
    if (!day) return std::nullopt;
    return DossierCodeParts{*day, number};
}

} // namespace core
