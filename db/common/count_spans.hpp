#pragma once

#include "core/domain/civil_time.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace db {

/// The lengths over which counts are summed up, each in a table of its own.
enum class Span { day, dekad, month, year };

inline constexpr std::array all_spans = {Span::day, Span::dekad, Span::month, Span::year};

/// `day_count`, and `day`: its column of the span.
std::string_view table_of(Span span);
std::string_view column_of(Span span);

/// yyyymmdd of the day, yyyymm1 to 3 of its ten days, yyyymm, yyyy: grows with time.
int span_key(Span span, core::Day day);

/// The first day of the span with this key.
core::Day first_day(Span span, int key);

core::Day day_of_key(int yyyymmdd);

/// Rows of one table to be added or taken away: keys in [from, until).
struct SpanRange {
    Span span;
    int from;
    int until;
    int sign;

    bool operator==(const SpanRange&) const = default;
};

/// The few ranges whose sum is the sum of all days before `end`. Where more than half of a span
/// is wanted, the whole of it is taken and the rest taken away.
std::vector<SpanRange> days_before(core::Day end);

} // namespace db
