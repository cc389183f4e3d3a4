#pragma once

#include "core/domain/civil_time.hpp"
#include "core/domain/result.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace core {

/// Nobody who comes to a desk was born before: an earlier year is a typing error.
inline constexpr int earliest_birth_year = 1850;

/// When somebody was born, as far as it is known: the day, or the year alone, which is all that
/// older people's papers have.
class BirthDate {
public:
    explicit BirthDate(Day day) : day_(day), year_(year_of(day)) {}

    explicit BirthDate(int year) : year_(year) {}

    /// As people and spreadsheets write it: a day (written_date.hpp) or four digits of a year, not
    /// before `earliest_birth_year` and not after `today`. Requires valid UTF-8.
    static Result<BirthDate> read(std::string_view text, Day today);

    /// None where the year alone is known.
    const std::optional<Day>& day() const { return day_; }

    int year() const { return year_; }

    bool operator==(const BirthDate&) const = default;

private:
    static int year_of(Day day);

    std::optional<Day> day_;
    int year_;
};

/// As rows and the journal have it: `1985-03-02`, or `1948` for the year alone.
std::string to_text(const BirthDate& birth);

/// Only what to_text() writes.
std::optional<BirthDate> parse_birth_date(std::string_view text);

} // namespace core
