#include "db/backup.hpp"

#include "core/server/commands/context.hpp"
#include "core/server/upkeep/backups.hpp"
#include "db/restore.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/object.hpp>

namespace server {

namespace fs = std::filesystem;

namespace {

std::function<void(double)> fraction_progress(const Context& context, const core::Message& what) {
    auto progress = terminal_progress(context, what);
    if (!progress) return {};
    constexpr int steps = 1'000;
    return [progress](double fraction) {
        progress(static_cast<std::int64_t>(fraction * steps), steps);
    };
}

void run_backup(const fs::path& db,
                const fs::path& to,
                OutputFormat format,
                const Context& context) {
    db::check_backup_target(db, to);
    db::copy_database(db, to, fraction_progress(context, "progress-backup"));
    const auto bytes = static_cast<std::int64_t>(fs::file_size(to));
    print_done(context, format, {"backup-done", {{"file", to.string()}, {"bytes", bytes}}},
               {{"file", to.string()}, {"bytes", bytes}});
}

/// `ward.db.replaced-20231231T170000`
fs::path aside_name(const fs::path& db, core::Instant now) {
    const std::string moment = file_moment(now);
    fs::path name = db.string() + ".replaced-" + moment;
    for (int n = 2; fs::exists(name); ++n)
        name = db.string() + ".replaced-" + moment + "-" + std::to_string(n);
    return name;
}

void run_restore(const fs::path& from,
                 const fs::path& db,
                 OutputFormat format,
                 const Context& context) {
    const fs::path aside = aside_name(db, context.clock.now());
    const bool replaced =
        db::restore_database(from, db, aside, fraction_progress(context, "progress-restore"));
    boost::json::object facts = {{"db", db.string()}, {"from", from.string()}};
    if (replaced) facts["kept"] = aside.string();
    std::vector<core::Fact> told = {{"file", db.string()}, {"from", from.string()}};
    if (replaced) told.push_back({"kept", aside.string()});
    print_done(context, format,
               replaced ? core::Message{"restore-done-kept", told}
                        : core::Message{"restore-done", told},
               facts);
}

} // namespace

void add_backup(CLI::App& app, Context& context) {
    struct Files {
        fs::path db;
        fs::path other;
        OutputFormat format = OutputFormat::text;
    };

    auto* backup = app.add_subcommand("backup", "Copies the database, also beside a server");
    auto files = std::make_shared<Files>();
    backup->add_option("--db", files->db, "The ward's database file")->required();
    backup->add_option("--to", files->other, "The one file of the backup")->required();
    add_format(*backup, files->format, {"text", "json"});
    backup->callback(
        [files, &context] { run_backup(files->db, files->other, files->format, context); });

    auto* restore = app.add_subcommand("restore", "Puts a backup in the database's place");
    auto sources = std::make_shared<Files>();
    restore->add_option("--from", sources->other, "The backup")->required();
    restore->add_option("--db", sources->db, "The ward's database file")->required();
    add_format(*restore, sources->format, {"text", "json"});
    restore->callback([sources, &context] {
        run_restore(sources->other, sources->db, sources->format, context);
    });
}

} // namespace server
