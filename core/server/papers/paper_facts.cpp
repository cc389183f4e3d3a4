#include "core/server/papers/paper_facts.hpp"

#include "core/domain/unsure_due.hpp"
#include "core/engine/dossiers/dossier_lookup.hpp"
#include "core/words/words.hpp"

#include <utility>

namespace server {

std::string PaperFacts::name_of(const std::string& login) const {
    const auto found = names.find(login);
    return found == names.end() ? login : found->second;
}

namespace {

/// In the office's language, as papers are.
std::string said_of(const std::vector<std::chrono::year>& unsure_years) {
    if (unsure_years.empty()) return {};
    return words::say(words::Language(), core::appointment_unsure(unsure_years));
}

} // namespace

std::string PaperFacts::unsure_due() const {
    return said_of(core::unsure_years(rules.calendar, procedure, dossier));
}

std::string PaperFacts::unsure_on(core::Instant told) const {
    const core::Day day = core::local_date(told);
    return said_of(rules.calendar.years_not_loaded(day, day));
}

std::string PaperFacts::unsure_told_date() const {
    return said_of(core::unsure_told_years(rules.calendar, procedure, dossier));
}

std::map<std::string, std::string> names_of_people(core::BooksView& books) {
    std::map<std::string, std::string> names;
    for (core::User& user : books.users()) {
        if (!user.name.empty()) names[user.login] = std::move(user.name);
    }
    return names;
}

core::Result<PaperFacts> read_paper_facts(core::BooksView& books,
                                          const std::string& code,
                                          const OfficeRules& rules,
                                          core::Instant now) {
    auto found = core::reach_dossier(books, code);
    if (!found) return found.error();
    core::StoredDossier stored = std::move(found).value();
    const core::ProcedureVersion& procedure = version_of(rules, stored.dossier);
    auto events = core::history_of(books, stored).events;
    return PaperFacts{
        rules, std::move(stored.dossier), procedure, std::move(events), names_of_people(books),
        now};
}

} // namespace server
