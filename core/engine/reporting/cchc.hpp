#pragma once

#include "core/domain/form_cchc.hpp"
#include "core/engine/ports/store.hpp"

namespace core {

/// The form of the administrative reform report for a period, both dates inclusive. The counts by
/// level hold the channels too, so it costs the same however many dossiers there are. Refused as
/// the period report is.
Result<FormCchc> make_cchc_form(BooksView& books, Day first, Day last);

/// The same from a period report by level that is there already, of these books.
FormCchc make_cchc_form(BooksView& books, const PeriodReport& by_level);

} // namespace core
