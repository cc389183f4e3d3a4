#pragma once

#include "core/words/console.hpp"

#include <optional>

namespace scanner {

/// `motcua-scan --live SOURCE...`: prints a JSON line for each scan and sentences to standard
/// error, until SIGINT or SIGTERM comes or the output cannot be written. Gives the program's exit
/// status; none when the first argument is not `--live`. Called first thing in `main`, but for
/// run_decode_worker(): it blocks these signals in all threads to come.
std::optional<int> run_live_command(int argc, char** argv, const words::Console& console);

} // namespace scanner
