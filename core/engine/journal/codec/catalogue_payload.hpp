#pragma once

#include "core/domain/procedure.hpp"

#include <string>
#include <string_view>
#include <vector>

/// The versions of procedures that an event adds or changes. Reading what a damaged journal holds
/// throws std::runtime_error.
namespace core::payload {

std::string write(const std::vector<ProcedureVersion>& versions);

/// Ids are the store's: they are not written and not set.
std::vector<ProcedureVersion> read_versions(std::string_view payload);

} // namespace core::payload
