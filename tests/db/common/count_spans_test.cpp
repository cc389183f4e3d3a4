#include "db/common/count_spans.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/random_samples.hpp"

#include <catch2/catch.hpp>

#include <iterator>
#include <map>
#include <vector>

using core::Day;
using db::days_before;
using db::Span;
using db::span_key;
using std::chrono::days;

namespace {

const Day first = samples::date(core::first_year, 1, 1);
const Day last = samples::date(core::last_year, 12, 31);

/// A number for every day of all years a date may have, and the tables that sum them up.
class DayNumbers {
public:
    explicit DayNumbers(Random& random) {
        std::int64_t sum = 0;
        for (Day day = first; day <= last; day += days{1}) {
            before_.push_back(sum);
            const std::int64_t number = random.between(-3, 1000);
            sum += number;
            for (const Span span : db::all_spans) tables_[span][span_key(span, day)] += number;
        }
        before_.push_back(sum);
    }

    std::int64_t before(Day end) const {
        return before_[static_cast<std::size_t>((end - first).count())];
    }

    std::int64_t sum(const std::vector<db::SpanRange>& ranges) const {
        std::int64_t total = 0;
        for (const db::SpanRange& range : ranges) {
            const auto& table = tables_.at(range.span);
            const auto until = table.lower_bound(range.until);
            for (auto row = table.lower_bound(range.from); row != until; ++row)
                total += range.sign * row->second;
        }
        return total;
    }

    std::size_t rows(const db::SpanRange& range) const {
        const auto& table = tables_.at(range.span);
        return static_cast<std::size_t>(
            std::distance(table.lower_bound(range.from), table.lower_bound(range.until)));
    }

private:
    std::vector<std::int64_t> before_;
    std::map<Span, std::map<int, std::int64_t>> tables_;
};

const DayNumbers& day_numbers() {
    static const DayNumbers numbers = [] {
        Random random{1970};
        return DayNumbers(random);
    }();
    return numbers;
}

} // namespace

TEST_CASE("the ranges before any day sum to exactly the days before it", "[db][counts]") {
    std::size_t wrong = 0;
    for (Day end = first; end <= last + days{1}; end += days{1}) {
        if (day_numbers().sum(days_before(end)) == day_numbers().before(end)) continue;
        if (++wrong > 5) continue;
        CAPTURE(end);
        CHECK(day_numbers().sum(days_before(end)) == day_numbers().before(end));
    }
    CHECK(wrong == 0);
}

TEST_CASE("the ranges before a day are few and short but for the years", "[db][counts]") {
    for_random_cases(2000, [](Random& random) {
        const Day end = samples::random_day(random, first, last);
        CAPTURE(end);
        const auto ranges = days_before(end);
        REQUIRE(ranges.size() <= 4);
        std::size_t short_rows = 0;
        for (const auto& range : ranges) {
            CHECK(range.from < range.until);
            if (range.span != Span::year) short_rows += day_numbers().rows(range);
        }
        CHECK(short_rows <= 6 + 3 + 6);
    });
}

TEST_CASE("a span's key grows with time and leads back to its first day", "[db][counts]") {
    for_random_cases(2000, [](Random& random) {
        const Day day = samples::random_day(random, first, last - days{1});
        CAPTURE(day);
        for (const Span span : db::all_spans) {
            const int key = span_key(span, day);
            CHECK(key <= span_key(span, day + days{1}));
            const Day begin = db::first_day(span, key);
            CHECK(begin <= day);
            CHECK(span_key(span, begin) == key);
            if (begin > first) CHECK(span_key(span, begin - days{1}) < key);
        }
    });
}

TEST_CASE("keys are the date's own digits", "[db][counts]") {
    const Day day = samples::date(2024, 2, 29);
    CHECK(span_key(Span::day, day) == 20240229);
    CHECK(span_key(Span::dekad, day) == 2024023);
    CHECK(span_key(Span::dekad, samples::date(2024, 2, 20)) == 2024022);
    CHECK(span_key(Span::dekad, samples::date(2024, 2, 10)) == 2024021);
    CHECK(span_key(Span::month, day) == 202402);
    CHECK(span_key(Span::year, day) == 2024);
    CHECK(db::day_of_key(20240229) == day);
}
