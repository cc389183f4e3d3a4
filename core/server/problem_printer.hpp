#pragma once

#include "core/engine/import/import.hpp"
#include "core/words/words.hpp"

#include <string>
#include <vector>

namespace server {

/// Prints each problem of a file on standard error as `register.csv:17: received_at: …`.
core::ProblemList::Listener problem_printer(std::string file_name, words::Language language);

} // namespace server
