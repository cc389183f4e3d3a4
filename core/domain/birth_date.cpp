#include "core/domain/birth_date.hpp"

#include "core/domain/ascii.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/text.hpp"
#include "core/domain/written_date.hpp"

#include <charconv>
#include <chrono>

namespace core {

namespace {

constexpr std::size_t birth_year_digits = 4;
constexpr std::size_t told_birth_bytes = 40;

std::optional<int> parse_birth_year(std::string_view text) {
    if (text.size() != birth_year_digits || !all_digits(text)) return std::nullopt;
    int year = 0;
    std::from_chars(text.data(), text.data() + text.size(), year);
    return year < earliest_birth_year ? std::nullopt : std::optional(year);
}

Error no_birth_date(std::string_view text) {
    return {ErrorKind::invalid_input,
            {"not-a-birth-date", {{"text", std::string(text.substr(0, told_birth_bytes))}}}};
}

} // namespace

int BirthDate::year_of(Day day) { return int(std::chrono::year_month_day{day}.year()); }

Result<BirthDate> BirthDate::read(std::string_view text, Day today) {
    const std::string plain = trim(typed_plainly(text));
    std::optional<BirthDate> birth;
    if (const auto year = parse_birth_year(plain)) {
        birth.emplace(*year);
    } else {
        const auto day = read_written_date(plain, earliest_birth_year);
        if (!day && day.error().message.code == "date-month-first") return day.error();
        if (!day) return no_birth_date(plain);
        birth.emplace(*day);
    }
    const bool is_to_come = birth->day() ? *birth->day() > today : birth->year() > year_of(today);
    if (is_to_come) return Error{ErrorKind::invalid_input, "birth-date-to-come"};
    return *birth;
}

std::string to_text(const BirthDate& birth) {
    return birth.day() ? format_date(*birth.day()) : std::to_string(birth.year());
}

std::optional<BirthDate> parse_birth_date(std::string_view text) {
    if (const auto year = parse_birth_year(text)) return BirthDate(*year);
    const auto day = parse_date(text, earliest_birth_year);
    return day ? std::optional(BirthDate(*day)) : std::nullopt;
}

} // namespace core
