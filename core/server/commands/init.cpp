#include "core/server/commands/context.hpp"
#include "core/server/upkeep/setup.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/object.hpp>

namespace server {

namespace {

struct InitOptions {
    std::filesystem::path db;
    SetupFiles files;
    bool practice = false;
    OutputFormat format = OutputFormat::text;
};

} // namespace

void add_init(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("init", "Makes the database of a new office");
    auto options = std::make_shared<InitOptions>();
    command->add_option("--db", options->db, "The database file to make")->required();
    command->add_option("--office", options->files.office, "office.toml")->required();
    command->add_option("--calendar", options->files.calendar, "calendar.csv")->required();
    command->add_option("--catalogue", options->files.catalogue, "procedures.csv")->required();
    command->add_flag("--practice", options->practice, "For practice: made-up dossiers only");
    add_format(*command, options->format, {"text", "json"});
    command->callback([options, &context] {
        const SetupSummary made =
            make_database(options->db, options->files, act_context(context, "init"),
                          options->practice, context.language);
        print_done(context, options->format,
                   {"init-done",
                    {{"office", made.office},
                     {"versions", made.versions},
                     {"days", made.days},
                     {"file", options->db.string()}}},
                   {{"db", options->db.string()},
                    {"office", made.office},
                    {"procedure_versions", made.versions},
                    {"calendar_days", made.days}});
    });
}

} // namespace server
