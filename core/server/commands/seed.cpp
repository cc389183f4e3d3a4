#include "core/engine/seeding/seeding.hpp"
#include "core/server/commands/context.hpp"
#include "core/server/upkeep/setup.hpp"
#include "core/words/words.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/object.hpp>

namespace server {

namespace {

struct SeedOptions {
    BooksOption books;
    std::int64_t dossiers = 0;
    std::string from;
    std::string to;
    std::uint64_t random_seed = 1;
    OutputFormat format = OutputFormat::text;
};

void run_seed(const SeedOptions& options, const Context& context) {
    core::SeedPlan plan;
    plan.dossiers = options.dossiers;
    plan.random_seed = options.random_seed;
    plan.first = date_of_option("--from", options.from);
    plan.last = date_of_option("--to", options.to);

    const auto by = act_context(context, "seed");
    const std::string file = options.books.file().string();
    const bool fresh = !std::filesystem::exists(file);
    if (fresh) make_practice_database(file, by, context.language);
    const auto store = options.books.open(BooksOption::Use::write);
    const auto seeded = accepted(core::seed_books(*store, options.books.agency(*store), plan, by,
                                                  terminal_progress(context, "progress-seed")));
    const std::vector<core::Fact> told = {{"count", seeded}, {"file", file}};
    print_done(context, options.format,
               fresh ? core::Message{"seed-done-new", told} : core::Message{"seed-done", told},
               {{"db", file}, {"dossiers", seeded}, {"new_database", fresh}});
}

} // namespace

void add_seed(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand(
        "seed", "Fills a database with made-up dossiers, for practice and benchmarks");
    auto options = std::make_shared<SeedOptions>();
    options->books.add_to(*command);
    command->add_option("--dossiers", options->dossiers, "How many")
        ->required()
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{100'000'000}));
    command->add_option("--from", options->from, "First date of receipt")->required();
    command->add_option("--to", options->to, "Last date of the books")->required();
    command->add_option("--random-seed", options->random_seed, "Another number, other dossiers");
    add_format(*command, options->format, {"text", "json"});
    command->callback([options, &context] { run_seed(*options, context); });
}

} // namespace server
