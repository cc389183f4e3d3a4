#pragma once

#include "core/engine/desk/front_desk.hpp"
#include "core/engine/dossiers/processing.hpp"
#include "core/engine/ports/store.hpp"

#include <memory>
#include <string>

namespace server {

/// The office, its catalogue and its calendar at one moment, and the use cases that judge by
/// them. Never changed: a changed catalogue gives a new one, and who works by the old one keeps it
/// until done. May be read from many threads.
struct OfficeRules {
    explicit OfficeRules(core::BooksView& books);
    ~OfficeRules() = default;
    OfficeRules(const OfficeRules&) = delete;
    OfficeRules& operator=(const OfficeRules&) = delete;

    core::Office office;
    core::Catalogue catalogue;
    core::WorkingCalendar calendar;
    core::Processing processing{catalogue, calendar};
    core::FrontDesk front_desk{office, calendar};
};

using RulesPtr = std::shared_ptr<const OfficeRules>;

/// The version of its procedure that the dossier has. Throws when the rules are older than it.
const core::ProcedureVersion& version_of(const OfficeRules& rules, const core::Dossier& dossier);

/// What the dossier is judged by: the calendar, and that version.
core::Rules rules_of(const OfficeRules& rules, const core::Dossier& dossier);

/// Why due dates moved when that calendar was imported, as the journal keeps it: in Vietnamese, the
/// office's language.
std::string moved_by_calendar(const std::string& file);

} // namespace server
