#pragma once

#include "core/domain/dossier_life.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The facts that a dossier begins with as JSON text, and back. Reading what a damaged journal
/// holds throws std::runtime_error.
namespace core::payload {

/// How a dossier began: the facts, the version its procedure was in, and what was decided then.
struct Beginning {
    std::string procedure_code;
    Day in_force_from;
    NewDossier intake;
};

std::string write(const NewDossier& intake, const ProcedureVersion& version, const Dossier& made);
Beginning read_beginning(std::string_view payload);

/// The version of a beginning: code and first day in force, for a register's row and an intake.
std::pair<std::string, Day> read_version_key(std::string_view payload);

/// The papers handed in with a dossier as its row keeps them; an empty text for none.
std::string write(const std::vector<DossierComponent>& components);
std::vector<DossierComponent> read_components(std::string_view text);

/// Everything about a dossier, in a fixed order: two dossiers are the same when this is.
/// `differing` lists the members that are not.
std::string describe(const Dossier& dossier);
std::vector<std::string> differing(const Dossier& a, const Dossier& b);

} // namespace core::payload
