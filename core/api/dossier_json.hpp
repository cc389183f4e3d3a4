#pragma once

#include "core/domain/dossier.hpp"
#include "core/domain/dossier_life.hpp"

#include <boost/json/fwd.hpp>

#include <string>
#include <vector>

namespace api {

/// A dossier with all that an officer may see. `procedure` is its own version.
boost::json::object to_json(const core::Dossier& dossier, const core::ProcedureVersion& procedure);

/// A line of a list: enough to know it by and to see what is due.
boost::json::object summary_json(const core::Dossier& dossier,
                                 const core::ProcedureVersion& procedure,
                                 core::Instant now);

/// What anybody may know of it: where it stands, when to come. No name, no number of a person.
boost::json::object public_json(const core::Dossier& dossier,
                                const core::ProcedureVersion& procedure);

boost::json::object to_json(const core::Attachment& attachment);

/// A procedure as the posting board shows it.
boost::json::object to_json(const core::ProcedureVersion& version);

/// What is not known is `null`, never a zero.
boost::json::value to_json(const std::optional<core::Instant>& instant);

} // namespace api
