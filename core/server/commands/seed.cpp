#include "core/domain/text.hpp"
#include "core/engine/seeding.hpp"
#include "core/server/commands/context.hpp"
#include "core/server/setup.hpp"

#include <CLI/CLI.hpp>

namespace server {

namespace {

struct Options {
    BooksOption books;
    std::int64_t dossiers = 0;
    std::string from;
    std::string to;
    std::uint64_t random_seed = 1;
};

void run_seed(const Options& options, const Context& context) {
    core::SeedPlan plan;
    plan.dossiers = options.dossiers;
    plan.random_seed = options.random_seed;
    const auto first = core::parse_date(options.from);
    if (!first) throw Refused("--from: " + first.error().message);
    const auto last = core::parse_date(options.to);
    if (!last) throw Refused("--to: " + last.error().message);
    plan.first = *first;
    plan.last = *last;

    const auto at = circumstances(context, "seed");
    if (!std::filesystem::exists(options.books.file())) {
        const auto made = make_practice_database(options.books.file(), at);
        print("made " + options.books.file().string() + " with the practice office " + made.office +
              "\n");
    }
    const auto store = options.books.open(BooksOption::Use::write);
    const auto seeded = accepted(core::seed_books(*store, options.books.agency(*store), plan, at,
                                                  terminal_progress("seeding")));
    print(core::show_count(seeded) + " made-up dossiers stored in " +
          options.books.file().string() + "\n");
}

} // namespace

void add_seed(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand(
        "seed", "Fills a database with made-up dossiers, for practice and benchmarks");
    auto options = std::make_shared<Options>();
    options->books.add_to(*command);
    command->add_option("--dossiers", options->dossiers, "How many")
        ->required()
        ->check(CLI::Range(std::int64_t{1}, std::int64_t{100'000'000}));
    command->add_option("--from", options->from, "First date of receipt")->required();
    command->add_option("--to", options->to, "Last date of the books")->required();
    command->add_option("--random-seed", options->random_seed, "Another number, other dossiers");
    command->callback([options, &context] { run_seed(*options, context); });
}

} // namespace server
