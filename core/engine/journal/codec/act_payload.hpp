#pragma once

#include "core/domain/act_request.hpp"

#include <string>
#include <string_view>

/// The facts of an act on a dossier as JSON text, and back. Reading what a damaged journal holds
/// throws std::runtime_error.
namespace core::payload {

/// With the state and version that the act led to, for those who hear of the event.
std::string write(const ActRequest& request, const Dossier& after);
ActRequest
read_act(std::string_view act, Instant act_at, std::string_view reason, std::string_view payload);

} // namespace core::payload
