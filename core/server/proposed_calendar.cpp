#include "core/server/proposed_calendar.hpp"

#include "core/domain/civil_time.hpp"
#include "core/reports/csv_text.hpp"
#include "core/words/words.hpp"

#include <string>

namespace server {

std::string name_of(const core::ProposedDay& day) {
    return words::say(words::Language(), day.name);
}

std::string calendar_csv(const core::ProposedYear& proposed) {
    reports::CsvText csv(reports::CsvDialect::plain);
    for (const char* column : {"date", "kind", "name"}) csv.head(column, column);
    csv.end_row();
    for (const core::ProposedDay& day : proposed.days) {
        csv.text(core::format_date(day.day));
        csv.text(to_text(day.kind));
        csv.text(name_of(day));
        csv.end_row();
    }
    return csv.take();
}

core::Message proposal_note(std::chrono::year year, const core::ProposedYear& proposed) {
    using core::Term;
    return {
        "days-off-proposed",
        {{"year", std::to_string(static_cast<int>(year))},
         {"eve", Term{"new_year_eve", std::string(to_text(proposed.new_year_eve))}},
         {"side", Term{"national_day_side", std::string(to_text(proposed.national_day_side))}}}};
}

} // namespace server
