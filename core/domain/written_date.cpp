// What was written is put into the one form of civil_time.hpp, which knows the dates that exist.

#include "core/domain/written_date.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/text.hpp"

#include <optional>
#include <string>

namespace core {

namespace {

/// The digits at the front, at most so many; taken off.
std::string take_digits(std::string_view& text, std::size_t most) {
    std::size_t count = 0;
    while (count < text.size() && count < most && is_digit(text[count])) ++count;
    std::string digits(text.substr(0, count));
    text.remove_prefix(count);
    return digits;
}

std::string two_digits(const std::string& digits) {
    return digits.size() == 1 ? "0" + digits : digits;
}

/// A day-first date as `YYYY-MM-DD`, taken off the front; none for anything else.
struct DayFirst {
    std::string iso;
    bool is_month_first = false;
};

std::optional<DayFirst> take_day_first(std::string_view& text) {
    std::string_view rest = text;
    const std::string first = take_digits(rest, 2);
    if (first.empty() || rest.empty() ||
        std::string_view("/.-").find(rest.front()) == std::string_view::npos)
        return std::nullopt;
    const char mark = rest.front();
    rest.remove_prefix(1);
    const std::string second = take_digits(rest, 2);
    if (second.empty() || rest.empty() || rest.front() != mark) return std::nullopt;
    rest.remove_prefix(1);
    const std::string year = take_digits(rest, 4);
    if (year.size() != 4 || (!rest.empty() && is_digit(rest.front()))) return std::nullopt;
    text = rest;
    const bool is_month_first = std::stoi(second) > 12 && std::stoi(first) <= 12;
    return DayFirst{year + "-" + two_digits(second) + "-" + two_digits(first), is_month_first};
}

/// ` 8:12` as `T08:12`; what is no such time stays as it is, to be refused.
std::string written_time(std::string_view rest) {
    if (rest.empty() || (rest.front() != ' ' && rest.front() != 'T')) return std::string(rest);
    std::string_view time = rest.substr(1);
    while (time.starts_with(' ')) time.remove_prefix(1);
    const std::string hour = take_digits(time, 2);
    if (hour.empty()) return std::string(rest);
    return "T" + two_digits(hour) + std::string(time);
}

Error month_first() { return {ErrorKind::invalid_input, "date-month-first"}; }

constexpr std::size_t iso_date_length = 10;

} // namespace

Result<Day> read_written_date(std::string_view text, int earliest_year) {
    if (auto day = parse_date(text, earliest_year)) return day;
    const std::string plain = trim(typed_plainly(text));
    std::string_view rest = plain;
    const auto written = take_day_first(rest);
    if (!written || !rest.empty()) return parse_date(plain, earliest_year);
    if (written->is_month_first) return month_first();
    const auto day = parse_date(written->iso, earliest_year);
    return day ? day : parse_date(plain, earliest_year); // what was written is told
}

Result<Instant> read_written_instant(std::string_view text) {
    if (auto instant = parse_instant(text)) return instant;
    const std::string plain = trim(typed_plainly(text));
    std::string_view rest = plain;
    const auto written = take_day_first(rest);
    if (written && written->is_month_first) return month_first();
    std::string iso;
    if (written) {
        iso = written->iso + written_time(rest);
    } else if (plain.size() > iso_date_length) {
        iso = plain.substr(0, iso_date_length) +
              written_time(std::string_view(plain).substr(iso_date_length));
    }
    const auto instant = parse_instant(iso);
    return instant ? instant : parse_instant(plain); // what was written is told
}

} // namespace core
