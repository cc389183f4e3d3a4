#include "core/api/due.hpp"

#include "core/api/json_text.hpp"
#include "core/domain/deadline.hpp"
#include "core/domain/free_text.hpp"
#include "core/domain/register_entry.hpp"
#include "core/domain/text.hpp"
#include "core/domain/written_date.hpp"
#include "core/engine/dossiers/due_explanation.hpp"
#include "core/server/commands/context.hpp"
#include "core/words/words.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/value.hpp>

namespace server {

namespace {

struct DueOptions {
    BooksOption books;
    std::string procedure;
    std::string received;
    std::vector<std::string> pauses;
    std::string resolved;
    bool explain = false;
    OutputFormat format = OutputFormat::text;
};

core::Pause pause_of(const std::string& text) {
    const auto slash = core::slash_between(text);
    if (slash == std::string::npos)
        throw bad_option("--pause", {"pause-malformed", {{"text", text}}});
    core::Pause pause{instant_of_option("--pause", text.substr(0, slash)), std::nullopt};
    const std::string until = core::trim(text.substr(slash + 1));
    if (!until.empty()) pause.to = instant_of_option("--pause", until);
    return pause;
}

/// The options as a register's row, so that the same contradictions are found.
core::RegisterEntry entry_of(const DueOptions& options) {
    core::RegisterEntry entry;
    entry.received_at = instant_of_option("--received", options.received);
    for (const std::string& text : options.pauses) entry.pauses.push_back(pause_of(text));
    if (!options.resolved.empty()) {
        entry.resolved_at = instant_of_option("--resolved", options.resolved);
        entry.ending = core::RegisterEntry::Ending::approved;
    }
    for (const core::ColumnProblem& problem : contradictions(entry)) {
        const std::string option = problem.column == "pauses" ? "--pause" : "--resolved";
        throw Refused(bad_option(option, problem.reason).message());
    }
    return entry;
}

/// The engine's refusal with what to do at a terminal.
[[noreturn]] void refuse_due(const DueOptions& options, const core::Error& error) {
    if (error.field == "received") throw Refused(bad_option("--received", error.message).message());
    if (error.message.code == "procedure-unknown")
        throw Refused({"command-procedure-unknown", {{"code", options.procedure}}});
    throw Refused(error.message);
}

void run_due(const DueOptions& options, const Context& context) {
    const core::RegisterEntry entry = entry_of(options);
    const auto store = options.books.open(BooksOption::Use::read);
    const auto books = store->read(options.books.agency(*store));
    const core::Catalogue catalogue(books->procedure_versions());
    const core::WorkingCalendar calendar(books->office().hours, books->calendar_days());

    const std::string code = text_of_option<core::FreeLine>("--procedure", options.procedure);
    const auto due =
        core::explain_receipt(catalogue, calendar, code, entry.received_at, entry.pauses);
    if (!due) refuse_due(options, due.error());
    api::DueAnswer answer{due->procedure, due->deadline, std::nullopt, {}, due->unsure_years};
    if (entry.resolved_at) {
        answer.outcome = core::judge_outcome(calendar, due->procedure.limit.unit,
                                             due->deadline.due_at, *entry.resolved_at);
    }
    if (options.explain) answer.steps = due->steps;
    print(options.format == OutputFormat::json
              ? api::to_text(api::to_json(answer, context.language)) + "\n"
              : api::to_plain_text(answer, context.language));
}

} // namespace

void add_due(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("due", "When a dossier is due, and why");
    auto options = std::make_shared<DueOptions>();
    options->books.add_to(*command);
    command->add_option("--procedure", options->procedure, "Code of the procedure")->required();
    command->add_option("--received", options->received, "Instant of receipt")->required();
    command->add_option("--pause", options->pauses, "FROM/TO, or FROM/ while open; repeatable")
        ->allow_extra_args(false);
    command->add_option("--resolved", options->resolved, "Instant of the result");
    command->add_flag("--explain", options->explain, "Step by step");
    add_format(*command, options->format, {"text", "json"});
    command->callback([options, &context] { run_due(*options, context); });
}

} // namespace server
