#pragma once

#include "core/domain/deadline.hpp"
#include "core/words/words.hpp"

#include <boost/json/fwd.hpp>

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace api {

/// When a dossier would be due: what `motcua-core due`, `/due` and a dossier's own deadline answer.
struct DueAnswer {
    core::ProcedureVersion procedure;
    core::Deadline deadline;
    std::optional<core::Outcome> outcome;          // only where a result was given
    std::vector<core::DeadlineStep> steps;         // only where an explanation was asked for
    std::vector<std::chrono::year> unsure_years{}; // not loaded: the date is not sure
};

boost::json::value to_json(const DueAnswer& answer, words::Language language);
std::string to_plain_text(const DueAnswer& answer, words::Language language);

} // namespace api
