#include "core/domain/date_damage.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/civil_time.hpp"
#include "core/domain/text.hpp"
#include "core/domain/written_date.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <string>

namespace core {

namespace {

// Days since 30/12/1899, as spreadsheets count; earlier and later ones are other numbers.
constexpr double first_serial = 25'569; // 01/01/1970
constexpr double last_serial = 73'415;  // 31/12/2100
constexpr std::int64_t serial_of_1970 = 25'569;
constexpr std::size_t digits_of_serial = 5;

/// A date as the number that a spreadsheet keeps; none for other text.
std::optional<double> read_serial(std::string_view text) {
    std::string plain = trim(text);
    const std::size_t mark = std::min(plain.find_first_of(".,"), plain.size());
    if (mark != digits_of_serial || !all_digits(std::string_view(plain).substr(0, mark)))
        return std::nullopt;
    if (mark < plain.size()) {
        if (!all_digits(std::string_view(plain).substr(mark + 1))) return std::nullopt;
        plain[mark] = '.';
    }
    double serial = 0;
    std::from_chars(plain.data(), plain.data() + plain.size(), serial);
    if (serial < first_serial || serial > last_serial) return std::nullopt;
    return serial;
}

Day day_of(double serial) {
    return Day{std::chrono::days{static_cast<std::int64_t>(std::floor(serial)) - serial_of_1970}};
}

/// Within a minute: spreadsheets keep a second of 2023 with errors.
std::string instant_text(double serial) {
    constexpr double minutes_of_day = 1'440;
    const auto minutes =
        static_cast<int>(std::lround((serial - std::floor(serial)) * minutes_of_day));
    if (minutes >= static_cast<int>(minutes_of_day))
        return format_date(day_of(serial + 1)) + "T00:00";
    return format_date(day_of(serial)) + "T" + format_clock(std::chrono::minutes{minutes});
}

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};

/// 3 for `Mar` and `thg 3`; 0 for other words, folded.
int month_of(std::string_view word) {
    const auto named = std::ranges::find(months, word);
    if (named != months.end()) return static_cast<int>(named - months.begin()) + 1;
    constexpr std::string_view short_name = "thg"; // in full it is a street's: 3 tháng 2
    if (!word.starts_with(short_name)) return 0;
    word.remove_prefix(short_name.size());
    if (word.starts_with(' ')) word.remove_prefix(1);
    int month = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), month);
    const bool is_whole = error == std::errc{} && end == word.data() + word.size();
    return is_whole && month >= 1 && month <= 12 ? month : 0;
}

/// `15-Mar`, `Mar-23`: a day or a year beside the short name of a month.
std::optional<FieldDamage> find_named_month(std::string_view text) {
    constexpr std::size_t longest = 16;
    const std::size_t mark = text.find('-');
    if (text.size() > longest || mark == std::string_view::npos || mark == 0) return std::nullopt;
    const std::string_view first = text.substr(0, mark);
    const std::string_view second = text.substr(mark + 1);
    if (all_digits(first) && first.size() <= 2) {
        const int month = month_of(fold_for_search(second));
        if (month == 0) return std::nullopt;
        return FieldDamage{DamageKind::date, std::string(first) + "/" + std::to_string(month)};
    }
    const bool is_year = all_digits(second) && (second.size() == 2 || second.size() == 4);
    if (is_year && month_of(fold_for_search(first)) != 0) return FieldDamage{DamageKind::date, {}};
    return std::nullopt;
}

} // namespace

std::optional<FieldDamage> find_day_damage(std::string_view text) {
    if (const auto serial = read_serial(text))
        return FieldDamage{DamageKind::bare_number, format_date(day_of(*serial))};
    return find_number_damage(text);
}

std::optional<FieldDamage> find_instant_damage(std::string_view text) {
    const auto serial = read_serial(text);
    if (!serial) return find_number_damage(text);
    const bool has_time = *serial != std::floor(*serial);
    return FieldDamage{DamageKind::bare_number, has_time ? instant_text(*serial) : std::string()};
}

std::optional<FieldDamage> find_date_for_text(std::string_view text) {
    if (text.empty()) return std::nullopt;
    if (auto named = find_named_month(text)) return named;
    if (is_digit(text.front()) && is_written_date(text)) return FieldDamage{DamageKind::date, {}};
    return std::nullopt;
}

} // namespace core
