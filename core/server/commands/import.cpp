#include "core/engine/import/import.hpp"

#include "core/api/dossier_json.hpp"
#include "core/api/json_text.hpp"
#include "core/api/problem.hpp"
#include "core/domain/free_text.hpp"
#include "core/server/commands/context.hpp"
#include "core/server/problem_printer.hpp"
#include "core/server/reason_columns.hpp"
#include "core/server/rules.hpp"
#include "core/server/table_file.hpp"
#include "core/words/words.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/value.hpp>
#include <boost/json/value_from.hpp>

#include <cstdio>
#include <fstream>

namespace server {

namespace fs = std::filesystem;
namespace json = boost::json;

namespace {

enum class Kind { catalogue, calendar, dossier_register };

struct ImportOptions {
    BooksOption books;
    fs::path file;
    bool dry_run = false;
    bool repair = false;
    bool as_written = false;
    bool replace = false;
    std::string reason;
    OutputFormat format = OutputFormat::text;
};

std::string show_due(const std::optional<core::Instant>& due) {
    return due ? core::show_instant(*due) : "–";
}

std::string to_json(const core::ImportSummary& summary,
                    const std::vector<core::RowProblem>& problems,
                    std::int64_t problem_count,
                    const core::FieldRepair& repair,
                    bool dry_run,
                    words::Language language) {
    json::array moved;
    for (const auto& deadline : summary.moved) {
        moved.push_back({{"code", deadline.code},
                         {"from", api::to_json(deadline.from)},
                         {"to", api::to_json(deadline.to)}});
    }
    json::array rows;
    for (const auto& problem : problems) {
        json::object row{{"line", problem.line},
                         {"column", problem.column},
                         {"reason", words::say(language, problem.reason)}};
        api::put_damage(row, problem.reason);
        rows.push_back(std::move(row));
    }
    json::object repaired;
    json::object kept;
    json::object& taken = repair.takes() == core::FieldRepair::Takes::reading ? repaired : kept;
    for (const core::FieldRepair::Count& count : repair.counts())
        taken[core::damage_kinds.text(count.kind)] = count.fields;
    const json::value value = {{"rows", summary.rows},
                               {"added", problem_count > 0 ? 0 : summary.added},
                               {"changed", problem_count > 0 ? 0 : summary.changed},
                               {"already_stored", summary.already_stored},
                               {"dry_run", dry_run},
                               {"moved", std::move(moved)},
                               {"blank_rows", summary.blank_rows},
                               {"blank_columns", summary.blank_columns},
                               {"passed_columns", json::value_from(summary.passed_columns)},
                               {"passed_sheets", json::value_from(summary.passed_sheets)},
                               {"future_rows", summary.future.count},
                               {"repaired", std::move(repaired)},
                               {"kept", std::move(kept)},
                               {"problem_count", problem_count},
                               {"problems", std::move(rows)}};
    return api::to_text(value) + "\n";
}

std::string to_plain_text(const std::string& file,
                          const core::ImportSummary& s,
                          const core::FieldRepair& repair,
                          bool dry_run,
                          words::Language language) {
    std::string text;
    const auto add = [&](const core::Message& line) { text += words::say(language, line) + "\n"; };
    add({"import-done",
         {{"file", file},
          {"rows", s.rows},
          {"added", s.added},
          {"changed", s.changed},
          {"same", s.already_stored}}});
    for (const core::FieldRepair::Count& count : repair.counts()) {
        const core::Term damage{"field_damage", std::string(core::damage_kinds.text(count.kind))};
        if (repair.takes() == core::FieldRepair::Takes::reading)
            add({"import-repaired", {{"count", count.fields}, {"damage", damage}}});
        else
            add({"import-kept", {{"count", count.fields}, {"damage", damage}}});
    }
    if (s.blank_rows > 0) add({"import-blank-rows", {{"count", s.blank_rows}}});
    if (s.blank_columns > 0) add({"import-blank-columns", {{"count", s.blank_columns}}});
    for (const std::string& name : s.passed_columns)
        add({"import-passed-column", {{"column", name}}});
    for (const std::string& name : s.passed_sheets) add({"import-passed-sheet", {{"sheet", name}}});
    if (const auto& future = s.future; future.count > 0) {
        add({"import-future-rows",
             {{"count", future.count},
              {"line", future.line},
              {"column", future.moment.column},
              {"at", future.moment.at}}});
    }
    const auto moved_count = static_cast<std::int64_t>(s.moved.size());
    if (moved_count > 0) {
        add(dry_run ? core::Message{"import-would-move", {{"count", moved_count}}}
                    : core::Message{"import-moved", {{"count", moved_count}}});
    }
    for (const auto& moved : s.moved)
        text += "  " + moved.code + ": " + show_due(moved.from) + " → " + show_due(moved.to) + "\n";
    if (dry_run) add("import-dry-run");
    return text;
}

core::Result<core::ImportSummary> import_rows(Kind kind,
                                              core::Books& books,
                                              const ImportOptions& options,
                                              const core::ImportSource& source,
                                              core::ProblemList& problems,
                                              const Context& context) {
    switch (kind) {
    case Kind::catalogue:
        return core::import_catalogue(books, source, problems);
    case Kind::calendar:
        return core::import_calendar(books, source,
                                     options.replace ? core::CalendarImport::replace_all
                                                     : core::CalendarImport::add_days,
                                     problems);
    case Kind::dossier_register:
        break;
    }
    return core::import_register(
        books, source, problems,
        terminal_progress(context, {"progress-import", {{"file", source.file_name}}}));
}

void print_hint(const Context& context, const core::Message& hint) {
    std::fputs((words::say(context.language, hint) + "\n").c_str(), stderr);
}

void run_import(Kind kind, const ImportOptions& options, const Context& context) {
    const std::string name = options.file.filename().string();
    std::ifstream input(options.file, std::ios::binary);
    if (!input || fs::is_directory(options.file)) {
        throw Refused({"input-unreadable", {{"file", options.file.string()}}});
    }
    std::error_code unknown;
    const auto size = static_cast<std::int64_t>(fs::file_size(options.file, unknown));
    core::ActContext by = act_context(context, "import");
    by.actor.place = name;
    using Takes = core::FieldRepair::Takes;
    core::FieldRepair repair(options.as_written ? Takes::written : Takes::reading);
    const auto file = open_table(input, options.file);
    const core::ImportSource source{*file,
                                    name,
                                    unknown ? 0 : size,
                                    by,
                                    text_of_option<core::FreeText>("--reason", options.reason),
                                    moved_by_calendar(name),
                                    options.repair || options.as_written ? &repair : nullptr,
                                    reason_columns()};

    // On JSON the problems stand in the output; their list is as bounded as the named ones.
    std::vector<core::RowProblem> kept;
    const auto printer = problem_printer(name, context.language);
    bool can_be_repaired = false;
    bool can_be_kept = false;
    core::ProblemList problems([&](const core::RowProblem& problem) {
        printer(problem);
        can_be_repaired = can_be_repaired || problem.reason.code == "field-damaged-readably";
        const auto damage = core::damage_told(problem.reason);
        can_be_kept = can_be_kept || (damage && core::may_be_meant(*damage));
        if (options.format == OutputFormat::json) kept.push_back(problem);
    });

    const auto store = options.books.open(BooksOption::Use::write);
    core::ImportSummary summary;
    bool sound = false;
    const auto stored = store->write_alone(
        options.books.agency(*store), [&](core::Books& books) -> core::Result<void> {
            auto imported = import_rows(kind, books, options, source, problems, context);
            if (!imported) return imported.error();
            summary = std::move(imported).value();
            summary.passed_sheets = file->passed_sheets();
            sound = true;
            // A dry run ends as a refusal, so that the transaction is undone.
            if (options.dry_run) return core::Error{core::ErrorKind::conflict, "import-dry-run"};
            return {};
        });
    if (options.format == OutputFormat::json)
        print(to_json(summary, kept, problems.count(), repair, options.dry_run, context.language));
    if (!sound) {
        const bool header = problems.count() == 0;
        const bool takes_none = kind == Kind::calendar; // it has no such options
        if (!header && can_be_repaired && !takes_none)
            print_hint(context, "import-can-be-repaired");
        if (!header && can_be_kept && !takes_none) print_hint(context, "import-can-be-kept");
        if (!header) throw Refused(stored.error().message);
        throw Refused(
            {"import-file-refused",
             {{"file", name}, {"problem", std::vector<core::Message>{stored.error().message}}}});
    }
    if (options.format == OutputFormat::text)
        print(to_plain_text(name, summary, repair, options.dry_run, context.language));
}

void add_kind(CLI::App& parent, Context& context, Kind kind, const char* name, const char* help) {
    auto* command = parent.add_subcommand(name, help);
    auto options = std::make_shared<ImportOptions>();
    options->books.add_to(*command);
    command->add_option("FILE", options->file, "The file: CSV or a workbook (.xlsx)")->required();
    command->add_flag("--dry-run", options->dry_run, "Shows what would happen, stores nothing");
    if (kind != Kind::calendar) {
        auto* repair = command->add_flag(
            "--repair", options->repair,
            "Takes the likely reading of damaged names and numbers, and counts them");
        command
            ->add_flag("--as-written", options->as_written,
                       "Takes names that only look damaged by an old font as they stand, and "
                       "counts them: those of other peoples and countries")
            ->excludes(repair);
    }
    command->add_option("--reason", options->reason, "Why, for the journal");
    if (kind == Kind::calendar)
        command->add_flag("--replace", options->replace, "The file is the whole calendar");
    add_format(*command, options->format, {"text", "json"});
    command->callback([=, &context] { run_import(kind, *options, context); });
}

} // namespace

void add_import(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand(
        "import", "Takes in a catalogue, a calendar or a register: all of it or nothing");
    command->require_subcommand(1);
    add_kind(*command, context, Kind::catalogue, "catalogue", "procedures.csv");
    add_kind(*command, context, Kind::calendar, "calendar",
             "calendar.csv; moves the due dates of open dossiers and shows them");
    add_kind(*command, context, Kind::dossier_register, "register", "register.csv");
}

} // namespace server
