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

/// A time of day as parse_clock() and parse_instant() take it, with the seconds that it has.
struct WrittenTime {
    std::string hour;
    std::string rest; ///< `:12`, `:12:30`, and what nobody knows
};

void skip_blanks(std::string_view& text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
}

bool take_word(std::string_view& text, std::string_view word) {
    if (text.size() < word.size()) return false;
    const bool same = std::ranges::equal(word, text.substr(0, word.size()), [](char a, char b) {
        return a == (b >= 'A' && b <= 'Z' ? static_cast<char>(b - 'A' + 'a') : b);
    });
    if (same) text.remove_prefix(word.size());
    return same;
}

/// `am`, `SA` or `pm`, `CH` (chiều), as spreadsheets here write them behind a time: the hours that
/// it adds to the one it follows. None where they cannot be together.
std::optional<int> take_half_of_day(std::string_view& text, int hour) {
    constexpr int noon = 12;
    std::string_view rest = text;
    skip_blanks(rest);
    const bool is_morning = take_word(rest, "am") || take_word(rest, "sa");
    const bool is_afternoon = !is_morning && (take_word(rest, "pm") || take_word(rest, "ch"));
    if (!is_morning && !is_afternoon) return 0;
    text = rest;
    if (is_morning) return hour > noon ? std::nullopt : std::optional(hour == noon ? -noon : 0);
    return hour < noon ? noon : 0;
}

/// The hour's mark between it and the minutes: `:`, or `h`, `g`, `giờ` as people write it. Whether
/// it is such a word, behind which minutes may be missing.
std::optional<bool> take_hour_mark(std::string_view& text) {
    if (take_word(text, ":")) return false;
    skip_blanks(text);
    for (const std::string_view word : {"gi\u1EDD", "gi\u1EDC", "gio", "h", "g"}) {
        if (take_word(text, word)) return true;
    }
    return std::nullopt;
}

/// The minutes behind a word for the hour, `12`, `12 phút`; `00` where there are none, as where a
/// date follows.
std::string take_minutes(std::string_view& text) {
    std::string_view rest = text;
    skip_blanks(rest);
    std::string minutes = take_digits(rest, 2);
    if (minutes.size() != 2 || is_mark(rest)) return "00";
    text = rest;
    skip_blanks(rest);
    if (take_word(rest, "ph\u00FAt") || take_word(rest, "phut")) text = rest;
    return minutes;
}

/// `8:12`, `8:12:30`, `8h12`, `8 giờ`, `2:30 PM`, `2:30:00 CH`, taken off the front.
std::optional<WrittenTime> take_time(std::string_view& text) {
    std::string_view rest = text;
    const std::string hour = take_digits(rest, 2);
    if (hour.empty()) return std::nullopt;
    const auto is_word = take_hour_mark(rest);
    if (!is_word) return std::nullopt;
    const std::string minutes = *is_word ? take_minutes(rest) : take_digits(rest, 2);
    if (minutes.size() != 2) return std::nullopt;
    WrittenTime time{{}, ":" + minutes};
    if (!*is_word && rest.size() > 2 && rest.front() == ':' && is_digit(rest[1]) &&
        is_digit(rest[2])) {
        time.rest += rest.substr(0, 3);
        rest.remove_prefix(3);
    }
    const auto added = take_half_of_day(rest, std::stoi(hour));
    if (!added) return std::nullopt;
    time.hour = two_digits(std::to_string(std::stoi(hour) + *added));
    text = rest;
    return time;
}

/// ` 8:12` as `T08:12`; what is no such time stays as it is, to be refused.
std::string written_time(std::string_view rest) {
    std::string_view behind = rest;
    if (!take_word(behind, "t") && !take_word(behind, ",") && !take_word(behind, " "))
        return std::string(rest);
    skip_blanks(behind);
    if (take_word(behind, "- ")) skip_blanks(behind);
    // An offset may follow, and a fraction of a second.
    const auto time = take_time(behind);
    return time ? "T" + time->hour + time->rest + std::string(behind) : std::string(rest);
}

/// `08:12 03/01/2023`, `8h12 ngày 03/01/2023`, as people and this office's papers write it: with
/// the date in front; as it is where the time is not.
std::string with_date_in_front(const std::string& plain) {
    std::string_view rest = plain;
    const auto time = take_time(rest);
    if (!time) return plain;
    if (!take_word(rest, ",") && !rest.starts_with(' ')) return plain;
    skip_blanks(rest);
    if (take_word(rest, "ng\u00E0y ") || take_word(rest, "ngay ") || take_word(rest, "- "))
        skip_blanks(rest);
    return std::string(rest) + " " + time->hour + time->rest;
}

/// ` 00:00:00`, `T00:00`: what programs write behind a date that has no time.
bool is_midnight(std::string_view rest) {
    if (!take_word(rest, "t") && !take_word(rest, " ")) return false;
    skip_blanks(rest);
    const auto time = take_time(rest);
    if (!time || time->hour != "00" || time->rest.find_first_not_of(":0") != std::string::npos)
        return false;
    return rest.empty() || (rest.front() == '.' && rest.find_first_not_of('0', 1) == rest.npos);
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
    if (!written || (!rest.empty() && !is_midnight(rest))) return parse_date(plain, earliest_year);
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
    const std::string ordered = with_date_in_front(plain);
    std::string_view rest = ordered;
    const auto written = take_date(rest);
    if (!written) return parse_instant(plain); // what was written is told
    if (written->is_month_first) return month_first();
    if (rest.empty() && parse_date(written->iso))
        return Error{ErrorKind::invalid_input, {"instant-without-time", {{"text", plain}}}};
    const auto instant = parse_instant(written->iso + written_time(rest));
    return instant ? instant : parse_instant(plain);
}

Result<std::chrono::minutes> read_written_clock(std::string_view text) {
    const std::string plain = trim(typed_plainly(text));
    std::string_view rest = plain;
    const auto time = take_time(rest);
    if (!time || !rest.empty()) return parse_clock(plain); // what was written is told
    constexpr std::string_view without_seconds = ":00";
    std::string_view minutes = time->rest;
    if (minutes.size() > without_seconds.size() && minutes.ends_with(without_seconds))
        minutes.remove_suffix(without_seconds.size());
    const auto clock = parse_clock(time->hour + std::string(minutes));
    return clock ? clock : parse_clock(plain);
}

std::size_t slash_between(std::string_view text) {
    const auto is_instant = [](std::string_view part) { return bool(read_written_instant(part)); };
    for (std::size_t at = text.find('/'); at != std::string_view::npos;
         at = text.find('/', at + 1)) {
        const std::string_view behind = text.substr(at + 1);
        if (is_instant(text.substr(0, at)) && (trim(behind).empty() || is_instant(behind)))
            return at;
    }
    // Nothing is read of it; what is wrong is told of the halves.
    const std::size_t clock = text.find(':');
    return clock == std::string_view::npos ? text.find('/') : text.find('/', clock);
}

} // namespace core
