#include "core/server/rules.hpp"

#include "core/words/words.hpp"

namespace server {

OfficeRules::OfficeRules(core::BooksView& books)
    : office(books.office()), catalogue(books.procedure_versions()),
      calendar(office.hours, books.calendar_days()) {}

const core::ProcedureVersion& version_of(const OfficeRules& rules, const core::Dossier& dossier) {
    return rules.catalogue.at(dossier.procedure_version);
}

core::Rules rules_of(const OfficeRules& rules, const core::Dossier& dossier) {
    return {rules.calendar, version_of(rules, dossier)};
}

std::string moved_by_calendar(const std::string& file) {
    return words::say(words::Language(), {"moved-by-calendar", {{"file", file}}});
}

} // namespace server
