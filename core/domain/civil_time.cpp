#include "core/domain/civil_time.hpp"

#include <array>
#include <cassert>
#include <cstddef>

namespace core {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

/// Reads digits and marks from the front of a text; after the first mismatch it stays failed.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    int digits(std::size_t count) {
        int value = 0;
        if (rest_.size() < count) failed_ = true;
        for (std::size_t i = 0; i < count && !failed_; ++i) {
            if (rest_[i] < '0' || rest_[i] > '9') failed_ = true;
            value = value * 10 + (rest_[i] - '0');
        }
        if (!failed_) rest_.remove_prefix(count);
        return failed_ ? 0 : value;
    }

    void expect(char mark) {
        if (!take(mark)) failed_ = true;
    }

    bool take(char mark) {
        if (failed_ || rest_.empty() || rest_.front() != mark) return false;
        rest_.remove_prefix(1);
        return true;
    }

    void skip_digits() {
        digits(1);
        while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9')
            rest_.remove_prefix(1);
    }

    bool at_end() const { return !failed_ && rest_.empty(); }

    bool failed() const { return failed_; }

private:
    std::string_view rest_;
    bool failed_ = false;
};

/// As much of what was typed as a message tells.
std::string told(std::string_view text) { return std::string(text.substr(0, 40)); }

Error no_instant(std::string_view text) {
    return {ErrorKind::invalid_input, {"not-an-instant", {{"text", told(text)}}}};
}

std::optional<Day> scan_day(Scanner& scanner, int earliest_year = first_year) {
    const int year = scanner.digits(4);
    scanner.expect('-');
    const int month = scanner.digits(2);
    scanner.expect('-');
    const int day = scanner.digits(2);
    if (scanner.failed() || year < earliest_year || year > last_year) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year},
                                           std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return std::nullopt;
    return Day{date};
}

/// The zone at the end of an instant; office time when there is none.
std::optional<minutes> scan_offset(Scanner& scanner) {
    if (scanner.at_end()) return minutes{office_utc_offset};
    if (scanner.take('Z') || scanner.take('z')) return minutes{0};
    const bool behind = scanner.take('-');
    if (!behind) scanner.expect('+');
    const int offset_hours = scanner.digits(2);
    scanner.take(':');
    const int offset_minutes = scanner.digits(2);
    if (scanner.failed() || offset_hours > 14 || offset_minutes > 59) return std::nullopt;
    const minutes offset = hours{offset_hours} + minutes{offset_minutes};
    return behind ? -offset : offset;
}

struct Civil {
    int year;
    unsigned month;
    unsigned day;
    int hour;
    int minute;
    int second;
};

Civil civil(LocalTime time) {
    const Day day = floor<days>(time);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{time - day};
    return {static_cast<int>(date.year()),
            static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()),
            static_cast<int>(clock.hours().count()),
            static_cast<int>(clock.minutes().count()),
            static_cast<int>(clock.seconds().count())};
}

/// Dates are written by the million in an import, where printf would be a tenth of the work.
void add_digits(std::string& text, int value, int width) {
    constexpr int base = 10;
    std::array<char, 8> digits{};
    assert(width > 0 && static_cast<std::size_t>(width) <= digits.size());
    const auto count = static_cast<std::size_t>(width);
    for (std::size_t at = count; at > 0; value /= base)
        digits[--at] = static_cast<char>('0' + value % base);
    text.append(digits.data(), count);
}

void add_date(std::string& text, const Civil& c) {
    add_digits(text, c.year, 4);
    text += '-';
    add_digits(text, static_cast<int>(c.month), 2);
    text += '-';
    add_digits(text, static_cast<int>(c.day), 2);
}

void add_clock(std::string& text, int hour, int minute) {
    add_digits(text, hour, 2);
    text += ':';
    add_digits(text, minute, 2);
}

void add_shown_date(std::string& text, const Civil& c) {
    add_digits(text, static_cast<int>(c.day), 2);
    text += '/';
    add_digits(text, static_cast<int>(c.month), 2);
    text += '/';
    add_digits(text, c.year, 4);
}

} // namespace

LocalTime to_local(Instant instant) {
    return LocalTime{instant.time_since_epoch() + office_utc_offset};
}

Instant to_instant(LocalTime time) { return Instant{time.time_since_epoch() - office_utc_offset}; }

Day local_date(Instant instant) { return floor<days>(to_local(instant)); }

int hour_of(LocalTime time) {
    const auto since_midnight = time - std::chrono::floor<std::chrono::days>(time);
    return static_cast<int>(std::chrono::floor<std::chrono::hours>(since_midnight).count());
}

int day_number(Day day) { return static_cast<int>(day.time_since_epoch().count()); }

Day day_from_number(int number) { return Day{days{number}}; }

Result<Day> parse_date(std::string_view text, int earliest_year) {
    Scanner scanner(text);
    const auto day = scan_day(scanner, earliest_year);
    if (!day || !scanner.at_end())
        return Error{ErrorKind::invalid_input, {"not-a-date", {{"text", told(text)}}}};
    return *day;
}

std::optional<Day> parse_month(std::string_view text) {
    const auto day = parse_date(std::string(text) + "-01");
    return day ? std::optional(*day) : std::nullopt;
}

Day end_of_month(Day day) {
    const std::chrono::year_month_day date{day};
    return Day{date.year() / date.month() / std::chrono::last};
}

Result<Instant> parse_instant(std::string_view text) {
    Scanner scanner(text);
    const auto day = scan_day(scanner);
    if (!day) return no_instant(text);
    if (!scanner.take('T') && !scanner.take('t')) scanner.expect(' ');
    const int hour = scanner.digits(2);
    scanner.expect(':');
    const int minute = scanner.digits(2);
    int second = 0;
    if (scanner.take(':')) {
        second = scanner.digits(2);
        if (scanner.take('.')) scanner.skip_digits();
    }
    const auto offset = scanner.failed() ? std::nullopt : scan_offset(scanner);
    if (!offset || !scanner.at_end()) return no_instant(text);
    if (hour > 23 || minute > 59 || second > 59) return no_instant(text);
    const LocalTime time = *day + hours{hour} + minutes{minute} + seconds{second};
    return Instant{time.time_since_epoch() - *offset};
}

Result<minutes> parse_clock(std::string_view text) {
    Scanner scanner(text);
    const int hour = scanner.digits(2);
    scanner.expect(':');
    const int minute = scanner.digits(2);
    if (!scanner.at_end() || hour > 23 || minute > 59)
        return Error{ErrorKind::invalid_input, {"not-a-time", {{"text", told(text)}}}};
    return hours{hour} + minutes{minute};
}

std::string format_date(Day day) {
    std::string text;
    add_date(text, civil(day));
    return text;
}

std::string format_instant(Instant instant) {
    const Civil c = civil(to_local(instant));
    std::string text;
    text.reserve(25);
    add_date(text, c);
    text += 'T';
    add_clock(text, c.hour, c.minute);
    text += ':';
    add_digits(text, c.second, 2);
    text += "+07:00";
    return text;
}

std::string format_clock(minutes time) {
    std::string text;
    add_clock(text, static_cast<int>(time.count() / 60), static_cast<int>(time.count() % 60));
    return text;
}

std::string format_month(Day day) { return format_date(day).substr(0, 7); }

std::string show_date(Day day) {
    std::string text;
    add_shown_date(text, civil(day));
    return text;
}

std::string show_instant(Instant instant) {
    const Civil c = civil(to_local(instant));
    std::string text;
    add_clock(text, c.hour, c.minute);
    text += ' ';
    add_shown_date(text, c);
    return text;
}

std::string_view weekday_name(Day day) {
    return weekday_names[std::chrono::weekday{day}.iso_encoding() - 1];
}

} // namespace core
