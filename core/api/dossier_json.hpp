#pragma once

#include "core/domain/dossier.hpp"
#include "core/domain/dossier_life.hpp"
#include "core/words/words.hpp"

#include <boost/json/fwd.hpp>

#include <string>
#include <vector>

namespace api {

// Each of the three says both what is late for the office (`overdue`) and what is late for the
// citizen (`past_appointment`) at `now`, as core/domain/overdue.hpp judges: nobody who reads it
// compares instants. And each says whether the due date is sure (`due_unsure`), by the calendar as
// it is now. `rules` has the dossier's own version.

/// A dossier with all that an officer may see.
boost::json::object to_json(const core::Dossier& dossier,
                            const core::Rules& rules,
                            core::Instant now,
                            words::Language language);

/// A line of a list: enough to know it by and to see what is due.
boost::json::object summary_json(const core::Dossier& dossier,
                                 const core::Rules& rules,
                                 core::Instant now,
                                 words::Language language);

/// What anybody may know of it: where it stands, when to come. No name, no number of a person.
boost::json::object public_json(const core::Dossier& dossier,
                                const core::Rules& rules,
                                core::Instant now,
                                words::Language language);

boost::json::object to_json(const core::Attachment& attachment);

/// A procedure as the posting board shows it.
boost::json::object to_json(const core::ProcedureVersion& version, words::Language language);

/// What is not known is `null`, never a zero.
boost::json::value to_json(const std::optional<core::Instant>& instant);

} // namespace api
