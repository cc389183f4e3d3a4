// Spans of days by numbers that grow with time: 20230306 the day, 2023031 the first ten days of
// March (the third "ten days" go to the end of the month), 202303 the month, 2023 the year. A sum
// of all days before a date takes whole years, then months, ten-day spans and days; where the
// greater part of a span is wanted, all of it less the rest is fewer rows.

#include "db/common/count_spans.hpp"

#include <cassert>

namespace db {

using core::Day;
using std::chrono::days;
using std::chrono::year_month_day;

namespace {

struct Civil {
    int year;
    int month;
    int day;
};

Civil civil(Day day) {
    const year_month_day date{day};
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

/// Ten days each, the third to the end of the month.
int dekad_of(int day) { return day > 20 ? 3 : (day > 10 ? 2 : 1); }

int first_day_of_dekad(int dekad) { return (dekad - 1) * 10 + 1; }

constexpr int months_of_a_year = 12;
constexpr int days_that_take_the_whole_dekad = 5;

} // namespace

std::string_view table_of(Span span) {
    switch (span) {
    case Span::day:
        return "day_count";
    case Span::dekad:
        return "dekad_count";
    case Span::month:
        return "month_count";
    case Span::year:
        return "year_count";
    }
    return {};
}

std::string_view column_of(Span span) {
    switch (span) {
    case Span::day:
        return "day";
    case Span::dekad:
        return "dekad";
    case Span::month:
        return "month";
    case Span::year:
        return "year";
    }
    return {};
}

int span_key(Span span, Day day) {
    const Civil c = civil(day);
    switch (span) {
    case Span::day:
        return (c.year * 100 + c.month) * 100 + c.day;
    case Span::dekad:
        return (c.year * 100 + c.month) * 10 + dekad_of(c.day);
    case Span::month:
        return c.year * 100 + c.month;
    case Span::year:
        return c.year;
    }
    return 0;
}

Day first_day(Span span, int key) {
    switch (span) {
    case Span::day:
        return day_of_key(key);
    case Span::dekad:
        return day_of_key(key / 10 * 100 + first_day_of_dekad(key % 10));
    case Span::month:
        return day_of_key(key * 100 + 1);
    case Span::year:
        return day_of_key(key * 10'000 + 101);
    }
    return {};
}

Day day_of_key(int yyyymmdd) {
    return Day{std::chrono::year{yyyymmdd / 10'000} /
               std::chrono::month{static_cast<unsigned>(yyyymmdd / 100 % 100)} /
               std::chrono::day{static_cast<unsigned>(yyyymmdd % 100)}};
}

std::vector<SpanRange> days_before(Day end) {
    const Civil c = civil(end);
    const int year_month = c.year * 100 + c.month;
    const int dekad = year_month * 10 + dekad_of(c.day);
    const int day = year_month * 100 + c.day;
    const int first_day = year_month * 100 + first_day_of_dekad(dekad_of(c.day));
    std::vector<SpanRange> ranges;
    const auto add = [&](Span span, int from, int until, int sign) {
        if (from < until) ranges.push_back({span, from, until, sign});
    };

    if (c.month - 1 > months_of_a_year / 2) {
        add(Span::year, 0, c.year + 1, 1);
        add(Span::month, year_month, c.year * 100 + months_of_a_year + 1, -1);
    } else {
        add(Span::year, 0, c.year, 1);
        add(Span::month, c.year * 100 + 1, year_month, 1);
    }
    if (day - first_day > days_that_take_the_whole_dekad) {
        add(Span::dekad, year_month * 10 + 1, dekad + 1, 1);
        const bool last_dekad = dekad % 10 == 3;
        const int next = last_dekad ? year_month * 100 + 32 : first_day + 10;
        add(Span::day, day, next, -1);
    } else {
        add(Span::dekad, year_month * 10 + 1, dekad, 1);
        add(Span::day, first_day, day, 1);
    }
    return ranges;
}

} // namespace db
