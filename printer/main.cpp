#include "core/domain/dossier_papers.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/words/command_line.hpp"
#include "core/words/console.hpp"
#include "core/words/environment.hpp"
#include "printer/program.hpp"

#include <CLI/CLI.hpp>

#include <csignal>
#include <exception>

namespace {

void add_options(CLI::App& app, printer::ProgramOptions& options) {
    app.add_option("kind", options.kind,
                   "what to print: ticket, register, batch-receipt, " +
                       core::list_of(core::paper_kinds.vocabulary()));
    app.add_option("data", options.data, "its data, a JSON file; - reads standard input");
    app.add_option("--as", options.formats, "escpos, png or pdf, or several with commas")
        ->delimiter(',')
        ->check(CLI::IsMember({"escpos", "png", "pdf"}));
    app.add_option("-o,--output", options.output,
                   "the file; several formats get their own endings (default: standard output)");
    app.add_option("--paper", options.paper,
                   "roll, a4 or a5 for png and pdf (default: a roll for tickets, else a4)")
        ->check(CLI::IsMember({"roll", "a4", "a5"}));
    app.add_option("--profile", options.profile, "the receipt printer (--list-profiles)")
        ->capture_default_str();
    app.add_option(
        "--date", options.date,
        "the form set in force on this date, YYYY-MM-DD (default: the data's issued_at)");
    app.add_option("--copies", options.copies, "how many, 1 to 20")
        ->check(CLI::Range(1, printer::most_copies));
    app.add_flag("--reprint", options.reprint, "mark it as a reprint");
    app.add_option("--port", options.port,
                   "print it: tcp:HOST[:PORT], device:FILE[@BAUD], cups:QUEUE or file:FILE");
    app.add_option("--attempts", options.attempts,
                   "with --port: how often what surely failed is printed again, 1 to 100")
        ->check(CLI::Range(1, printer::most_attempts));
    app.add_option("--format", options.report, "with --port: text or json, what became of it")
        ->check(CLI::IsMember({"text", "json"}));
    app.add_option("--forms", options.forms_file, "the office's own forms (like data/forms.toml)");
    app.add_option("--profiles", options.profiles_file,
                   "the office's own printers (like data/profiles.toml)");
    app.add_flag("--schema", options.show_schema, "print the JSON schema of the data");
    app.add_flag("--list-profiles", options.list_profiles, "print the printers that are known");
}

int run(int argc, char** argv, const words::Console& console) {
    printer::ProgramOptions options;
    options.language = console.language();
    CLI::App app("motcua-print: renders and prints a ticket, receipt or form", "motcua-print");
    app.set_version_flag("--version", "motcua-print " MOTCUA_VERSION);
    add_options(app, options);
    if (const auto status = words::read_command_line(app, argc, argv, console)) return *status;
    const auto outcome = printer::run_program(options);
    return outcome ? words::done : console.fail(outcome.error().message);
}

} // namespace

int main(int argc, char** argv) {
    std::signal(SIGPIPE, SIG_IGN); // a printer that goes away is an outcome, not an end
    const words::Console console("motcua-print", words::language_of_environment());
    try {
        return run(argc, argv, console);
    } catch (const words::BadUsage& wrong) {
        return console.misused(wrong.message());
    } catch (const std::exception& failure) {
        return console.fail(failure);
    }
}
