#pragma once

#include "core/words/console.hpp"
#include "core/words/usage_problem.hpp"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace words {

/// Reads a program's command line. Returns how the program ends when there is nothing left to do:
/// its help or its version is told, or the console has said what is wrong with the line. `command`
/// is what `--help` is asked of, the program itself unless it is told.
///
/// The one header of this library that needs CLI11: only files that describe options include it.
inline std::optional<int> read_command_line(
    CLI::App& app, int argc, char** argv, const Console& console, const std::string& command = {}) {
    try {
        app.parse(argc, argv);
        return std::nullopt;
    } catch (const CLI::Success& help) {
        app.exit(help);
        return done;
    } catch (const CLI::ParseError& error) {
        return console.misused(usage_problem(error.get_name(), error.what()), command);
    }
}

} // namespace words
