#include "core/engine/cchc.hpp"

#include "core/engine/reporting.hpp"

namespace core {

FormCchc make_cchc_form(BooksView& books, const PeriodReport& by_level) {
    const Catalogue catalogue(books.procedure_versions());
    // The books keep no feedback, so its rows are not known.
    return make_form_cchc(by_level, count_procedures(catalogue, by_level.last), std::nullopt);
}

Result<FormCchc> make_cchc_form(BooksView& books, Day first, Day last) {
    const auto by_level = make_period_report(books, first, last, GroupBy::level);
    if (!by_level) return by_level.error();
    return make_cchc_form(books, *by_level);
}

} // namespace core
