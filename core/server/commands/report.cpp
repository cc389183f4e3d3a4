#include "core/api/report.hpp"

#include "core/api/form_06a.hpp"
#include "core/api/json_text.hpp"
#include "core/engine/reporting.hpp"
#include "core/server/commands/context.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/value.hpp>

#include <chrono>
#include <cstdio>

namespace server {

namespace {

struct Options {
    BooksOption books;
    std::string from;
    std::string to;
    std::string by;
    std::string form = "period";
    std::filesystem::path output;
    bool timing = false;
    bool scan = false;
    OutputFormat format = OutputFormat::text;
};

core::Day date_of(const std::string& option, const std::string& text) {
    const auto day = core::parse_date(text);
    if (!day) throw BadUsage(option + ": " + day.error().message);
    return *day;
}

/// The report, or a form made of it.
template <typename Report>
std::string rendered(const Report& report, OutputFormat format) {
    switch (format) {
    case OutputFormat::json:
        return api::to_text(api::to_json(report)) + "\n";
    case OutputFormat::csv:
        return api::to_csv(report);
    case OutputFormat::text:
        break;
    }
    return api::to_plain_text(report);
}

void run_report(const Options& options) {
    const core::Day first = date_of("--from", options.from);
    const core::Day last = date_of("--to", options.to);
    const bool form_06a = options.form == "06a";
    if (form_06a && !options.by.empty() && options.by != "field")
        throw BadUsage("form 06a is by field: leave --by away");
    const auto by =
        form_06a ? std::optional(core::GroupBy::field) : core::parse_group_by(options.by);
    const auto store = options.books.open(BooksOption::Use::read);
    const auto books = store->read(options.books.agency(*store));

    const auto begun = std::chrono::steady_clock::now();
    const auto report = accepted(options.scan ? core::scan_period_report(*books, first, last, by)
                                              : core::make_period_report(*books, first, last, by));
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
    print(form_06a ? rendered(core::make_form_06a(report), options.format)
                   : rendered(report, options.format),
          options.output);
    if (options.timing) std::fprintf(stderr, "query time: %.3f ms\n", took.count());
}

} // namespace

void add_report(CLI::App& app, Context&) {
    auto* command = app.add_subcommand("report", "The figures of a period, both dates inclusive");
    auto options = std::make_shared<Options>();
    options->books.add_to(*command);
    command->add_option("--from", options->from, "First date, YYYY-MM-DD")->required();
    command->add_option("--to", options->to, "Last date, YYYY-MM-DD")->required();
    command->add_option("--by", options->by, "Groups")
        ->check(CLI::IsMember({"field", "procedure", "channel", "level", "officer", "month"}));
    command->add_option("--form", options->form, "The period report, or form II.06a/VPCP")
        ->check(CLI::IsMember({"period", "06a"}));
    command->add_option("-o,--output", options->output, "File instead of standard output");
    command->add_flag("--timing", options->timing, "Prints the query time on standard error");
    command->add_flag("--scan", options->scan,
                      "Looks at every dossier instead of the counts: slow, for comparison");
    add_format(*command, options->format, {"text", "json", "csv"});
    command->callback([options] { run_report(*options); });
}

} // namespace server
