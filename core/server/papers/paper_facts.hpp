#pragma once

#include "core/engine/dossiers/told_dates.hpp"
#include "core/engine/ports/store.hpp"
#include "core/server/rules.hpp"

#include <map>
#include <string>
#include <vector>

namespace server {

/// What the books know of one dossier, as its papers tell it. Both rules and books' moment are
/// those of the request.
struct PaperFacts {
    const OfficeRules& rules;
    core::Dossier dossier;
    const core::ProcedureVersion& procedure;
    std::vector<core::Event> events;          ///< all acts on it (core::history_of)
    std::map<std::string, std::string> names; ///< of people, by login
    core::Instant now;

    /// The last event of that act; nullptr when it never happened.
    const core::Event* last(core::Act act) const { return core::last_event(events, act); }

    /// The sentence for the citizen where the date that a paper tells is not sure, by the calendar
    /// as it is now; empty where it is.
    std::string unsure_due() const;

    /// Likewise of what the citizen was told last (told_date).
    std::string unsure_told_date() const;

    /// The same of a date that was told once, whatever holds now.
    std::string unsure_on(core::Instant told) const;

    /// A person's name, or the login where the books have no name; empty for nobody.
    std::string name_of(const std::string& login) const;
};

/// Refused when there is no such dossier.
core::Result<PaperFacts> read_paper_facts(core::BooksView& books,
                                          const std::string& code,
                                          const OfficeRules& rules,
                                          core::Instant now);

/// Names of people, by login; those without a name are left out.
std::map<std::string, std::string> names_of_people(core::BooksView& books);

} // namespace server
