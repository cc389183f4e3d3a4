// What was written is put into the one form of civil_time.hpp, which knows the dates that exist.

#include "core/domain/written_date.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/text.hpp"

#include <algorithm>
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

/// A date as `YYYY-MM-DD`.
struct WrittenDate {
    std::string iso;
    bool is_month_first = false;
};

bool is_mark(std::string_view text) {
    return !text.empty() && std::string_view("/.-").find(text.front()) != std::string_view::npos;
}

/// Three numbers with the same mark between them; taken off the front.
struct ThreeNumbers {
    std::string first, second, third;
};

std::optional<ThreeNumbers> take_three(std::string_view& text, std::size_t most_of_first) {
    constexpr std::size_t year_digits = 4;
    std::string_view rest = text;
    ThreeNumbers numbers;
    numbers.first = take_digits(rest, most_of_first);
    if (numbers.first.empty() || !is_mark(rest)) return std::nullopt;
    const char mark = rest.front();
    rest.remove_prefix(1);
    numbers.second = take_digits(rest, 2);
    if (numbers.second.empty() || rest.empty() || rest.front() != mark) return std::nullopt;
    rest.remove_prefix(1);
    numbers.third = take_digits(rest, most_of_first == year_digits ? 2 : year_digits);
    if (numbers.third.empty() || (!rest.empty() && is_digit(rest.front()))) return std::nullopt;
    text = rest;
    return numbers;
}

/// `2023/1/3` or `3/1/2023`, taken off the front; none for anything else.
std::optional<WrittenDate> take_date(std::string_view& text) {
    constexpr std::size_t year_digits = 4;
    std::string_view rest = text;
    if (const auto numbers = take_three(rest, year_digits);
        numbers && numbers->first.size() == year_digits) {
        text = rest;
        return WrittenDate{numbers->first + "-" + two_digits(numbers->second) + "-" +
                           two_digits(numbers->third)};
    }
    const auto numbers = take_three(rest, 2);
    if (!numbers || numbers->third.size() != year_digits) return std::nullopt;
    text = rest;
    const bool is_month_first = std::stoi(numbers->second) > 12 && std::stoi(numbers->first) <= 12;
    return WrittenDate{numbers->third + "-" + two_digits(numbers->second) + "-" +
                           two_digits(numbers->first),
                       is_month_first};
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

/// Of any year: spreadsheets count from 1900 on.
bool is_day(const std::string& iso) { return parse_date(iso, 1).has_value(); }

} // namespace

Result<Day> read_written_date(std::string_view text, int earliest_year) {
    if (auto day = parse_date(text, earliest_year)) return day;
    const std::string plain = trim(typed_plainly(text));
    std::string_view rest = plain;
    const auto written = take_date(rest);
    if (!written || !rest.empty()) return parse_date(plain, earliest_year);
    if (written->is_month_first) return month_first();
    const auto day = parse_date(written->iso, earliest_year);
    return day ? day : parse_date(plain, earliest_year); // what was written is told
}

bool is_written_date(std::string_view text) {
    const std::string plain = trim(typed_plainly(text));
    std::string_view rest = plain;
    const auto written = take_date(rest);
    if (!written || (!rest.empty() && rest.front() != ' ' && rest.front() != 'T')) return false;
    if (!rest.empty() && rest.find(':') == std::string_view::npos) return false;
    std::string turned = written->iso;
    if (written->is_month_first)
        std::swap_ranges(turned.begin() + 5, turned.begin() + 7, turned.begin() + 8);
    return is_day(turned);
}

Result<Instant> read_written_instant(std::string_view text) {
    if (auto instant = parse_instant(text)) return instant;
    const std::string plain = trim(typed_plainly(text));
    std::string_view rest = plain;
    const auto written = take_date(rest);
    if (!written) return parse_instant(plain); // what was written is told
    if (written->is_month_first) return month_first();
    if (rest.empty() && parse_date(written->iso))
        return Error{ErrorKind::invalid_input, {"instant-without-time", {{"text", plain}}}};
    const auto instant = parse_instant(written->iso + written_time(rest));
    return instant ? instant : parse_instant(plain);
}

std::size_t slash_between(std::string_view text) {
    const std::size_t clock = text.find(':');
    return clock == std::string_view::npos ? text.find('/') : text.find('/', clock);
}

} // namespace core
