#pragma once

#include "core/words/console.hpp"
#include "core/words/usage_problem.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

namespace words {

/// Numbers of a command line are decimal: `010` is ten. CLI11 reads them as C does, for which it is
/// eight, and `0x10` sixteen.
inline void take_decimals(CLI::App& app) {
    const auto decimal = [](std::string& text) -> std::string {
        const std::size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
        const bool digits =
            text.size() > sign && text.find_first_not_of("0123456789", sign) == std::string::npos;
        if (!digits) return "Value " + text + " not in decimal numbers";
        const std::size_t zeros = std::min(text.find_first_not_of('0', sign), text.size() - 1);
        text.erase(sign, zeros - sign);
        return {};
    };
    for (CLI::Option* option : app.get_options()) {
        const std::string type = option->get_type_name();
        if (type.starts_with("INT") || type.starts_with("UINT"))
            option->transform(CLI::Validator(decimal, "", "decimal"));
    }
    for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; }))
        take_decimals(*command);
}

/// What must be given is not given with nothing in it, as `--db "$UNSET"` comes: else an empty name
/// of a file is looked for, or made. Where an option may be left out, an empty one is left out.
inline void need_values(CLI::App& app) {
    const auto has_value = [](const std::string& text) -> std::string {
        return text.find_first_not_of(" \t\r\n") == std::string::npos ? no_value : "";
    };
    for (CLI::Option* option : app.get_options()) {
        if (option->get_required()) option->check(CLI::Validator(has_value, "", "given"));
    }
    for (CLI::App* command : app.get_subcommands([](CLI::App*) { return true; }))
        need_values(*command);
}

/// Reads a program's command line. Returns how the program ends when there is nothing left to do:
/// its help or its version is told, or the console has said what is wrong with the line. `command`
/// is what `--help` is asked of, the program itself unless it is told.
///
/// The one header of this library that needs CLI11: only files that describe options include it.
inline std::optional<int> read_command_line(
    CLI::App& app, int argc, char** argv, const Console& console, const std::string& command = {}) {
    take_decimals(app);
    need_values(app);
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
