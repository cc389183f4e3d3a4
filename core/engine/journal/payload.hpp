#pragma once

#include "core/domain/dossier_life.hpp"
#include "core/domain/register_entry.hpp"
#include "core/domain/working_calendar.hpp"
#include "core/engine/office/people.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The facts of events as JSON text, and back. Reading what a damaged journal holds throws
/// std::runtime_error.
namespace core::payload {

/// How a dossier began: the facts, the version its procedure was in, and what was decided then.
struct Beginning {
    std::string procedure_code;
    Day in_force_from;
    NewDossier intake;
};

std::string write(const RegisterEntry& entry, const ProcedureVersion& version, const Dossier& made);

/// Only the row's own part, for telling whether a row is stored with the same content.
std::string write_row(const RegisterEntry& entry);
std::string row_part(std::string_view payload);
RegisterEntry read_register_entry(std::string_view payload);

/// The version of a beginning: code and first day in force, for a register's row and an intake.
std::pair<std::string, Day> read_version_key(std::string_view payload);

std::string write(const NewDossier& intake, const ProcedureVersion& version, const Dossier& made);
Beginning read_beginning(std::string_view payload);

/// With the state and version that the act led to, for those who hear of the event.
std::string write(const ActRequest& request, const Dossier& after);
ActRequest
read_act(std::string_view act, Instant act_at, std::string_view reason, std::string_view payload);

std::string write(const CalendarDays& days);
CalendarDays read_calendar(std::string_view payload);

std::string write(const std::vector<ProcedureVersion>& versions);
std::vector<ProcedureVersion> read_versions(std::string_view payload);

/// With a digest in place of the password's hash.
std::string write(const User& user);
std::string write(const Device& device);

/// The papers of a dossier as its row keeps them; an empty text for none.
std::string write(const std::vector<DossierComponent>& papers);
std::vector<DossierComponent> read_papers(std::string_view text);

/// Everything about a dossier, in a fixed order: two dossiers are the same when this is.
/// `differing` lists the members that are not.
std::string describe(const Dossier& dossier);
std::vector<std::string> differing(const Dossier& a, const Dossier& b);

} // namespace core::payload
