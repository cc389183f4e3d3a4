#pragma once

#include "core/domain/register_entry.hpp"

#include <string>
#include <string_view>

/// A register's row as the event it becomes, and back. Reading what a damaged journal holds throws
/// std::runtime_error.
namespace core::payload {

std::string write(const RegisterEntry& entry, const ProcedureVersion& version, const Dossier& made);
RegisterEntry read_register_entry(std::string_view payload);

/// Only the row's own part, for telling whether a row is stored with the same content.
std::string write_row(const RegisterEntry& entry);
std::string row_part(std::string_view payload);

} // namespace core::payload
