#include "core/engine/reporting/cchc.hpp"

#include "core/engine/reporting/reporting.hpp"

#include <algorithm>

namespace core {

namespace {

/// More feedback than this is not read for a report; its number is then not known.
constexpr std::size_t most_feedback = 100'000;

/// What somebody thought of a visit is no complaint and no proposal.
bool is_rating(const Feedback& feedback) { return feedback.kind == FeedbackKind::rating; }

/// Known from the first one on that was sent in: before that the office took feedback in another
/// way, and none in the books does not mean none. What became of it is nowhere.
FeedbackCounts count_feedback(BooksView& books, Day first, Day last) {
    std::vector<Feedback> all = books.feedback().latest(most_feedback);
    if (all.size() >= most_feedback) return {};
    std::erase_if(all, [last](const Feedback& feedback) {
        return is_rating(feedback) || local_date(feedback.at) > last;
    });
    if (all.empty()) return {};
    return {std::count_if(
                all.begin(), all.end(),
                [first](const Feedback& feedback) { return local_date(feedback.at) >= first; }),
            std::nullopt};
}

} // namespace

FormCchc make_cchc_form(BooksView& books, const PeriodReport& by_level) {
    const Catalogue catalogue(books.procedure_versions());
    return make_form_cchc(by_level, count_procedures(catalogue, by_level.last),
                          count_feedback(books, by_level.first, by_level.last));
}

Result<FormCchc> make_cchc_form(BooksView& books, Day first, Day last) {
    const auto by_level = make_period_report(books, first, last, GroupBy::level);
    if (!by_level) return by_level.error();
    return make_cchc_form(books, *by_level);
}

} // namespace core
