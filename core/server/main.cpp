#include "core/domain/failure.hpp"
#include "core/server/commands/context.hpp"
#include "core/server/system_clock.hpp"
#include "core/words/command_line.hpp"
#include "core/words/console.hpp"
#include "core/words/environment.hpp"

#include <CLI/CLI.hpp>

#include <csignal>
#include <cstdio>
#include <exception>
#include <string>

namespace {

void add_commands(CLI::App& app, server::Context& context) {
    server::add_init(app, context);
    server::add_serve(app, context);
    server::add_import(app, context);
    server::add_calendar(app, context);
    server::add_due(app, context);
    server::add_report(app, context);
    server::add_find(app, context);
    server::add_verify(app, context);
    server::add_backup(app, context);
    server::add_user(app, context);
    server::add_device(app, context);
    server::add_seed(app, context);
    server::add_tls(app, context);
    server::add_openapi(app, context);
}

/// `--version` of the program and of each of its commands.
void add_version(CLI::App& app) {
    app.set_version_flag("--version", "motcua-core " MOTCUA_VERSION);
    for (CLI::App* command : app.get_subcommands({})) add_version(*command);
}

int run(int argc, char** argv, const words::Console& console) {
    const server::SystemClock clock;
    server::Context context{clock, console.language()};
    CLI::App app("motcua-core: the books of a ward's one-stop desk (bộ phận một cửa)",
                 "motcua-core");
    app.require_subcommand(1);
    add_commands(app, context);
    add_version(app);
    return words::read_command_line(app, argc, argv, console).value_or(words::done);
}

} // namespace

int main(int argc, char** argv) {
    // A file size limit is a full disk, told by the write that meets it.
    std::signal(SIGXFSZ, SIG_IGN);
    const words::Console console("motcua-core", words::language_of_environment());
    try {
        return run(argc, argv, console);
    } catch (const words::BadUsage& wrong) {
        console.complain(wrong.message()); // each command has its own help
        return words::bad_usage;
    } catch (const std::exception& failure) {
        return console.fail(failure);
    }
}
