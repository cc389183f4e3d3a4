#include "core/server/commands/context.hpp"
#include "core/server/report_output.hpp"
#include "core/words/words.hpp"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>

namespace server {

namespace {

struct ReportOptions {
    BooksOption books;
    std::string from;
    std::string to;
    std::string by;
    std::string form = "period";
    std::filesystem::path output;
    bool timing = false;
    bool scan = false;
    bool excel = false;
    OutputFormat format = OutputFormat::text;
};

/// The groups that the form is made of, or those asked for.
std::optional<core::GroupBy> groups_of(const ReportOptions& options, core::ReportForm form) {
    const auto asked = core::parse_group_by(options.by);
    const auto needed = core::grouping_of(form);
    if (asked && needed && asked != needed) {
        throw words::BadUsage(
            {"report-form-other-groups",
             {{"form", options.form}, {"groups", std::string(to_text(*needed))}}});
    }
    return asked;
}

/// A terminal would take the bytes of a workbook or a PDF for commands of its own.
void refuse_bytes_on_terminal(const ReportOptions& options) {
    const bool bytes = options.format == OutputFormat::xlsx || options.format == OutputFormat::pdf;
    if (bytes && options.output.empty() && ::isatty(STDOUT_FILENO) != 0) {
        throw Refused("report-bytes-on-terminal");
    }
}

void tell_time(const Context& context, std::chrono::duration<double, std::milli> took) {
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%.3f", took.count());
    const core::Message message{"report-query-time", {{"ms", std::string(digits.data())}}};
    std::fprintf(stderr, "%s\n", words::say(context.language, message).c_str());
}

void run_report(const ReportOptions& options, const Context& context) {
    const core::Day first = date_of_option("--from", options.from);
    const core::Day last = date_of_option("--to", options.to);
    const core::ReportForm form = core::report_forms.parse(options.form).value();
    const core::ReportRequest request{form, first, last, groups_of(options, form), options.scan};
    refuse_bytes_on_terminal(options);
    const auto store = options.books.open(BooksOption::Use::read);
    const auto books = store->read(options.books.agency(*store));

    const auto begun = std::chrono::steady_clock::now();
    const core::Report report = accepted(core::make_report(*books, request));
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
    // A file is the same whoever makes it: its readers are programs as often as people.
    const std::string text =
        render(report, options.excel ? OutputFormat::csv : options.format, {},
               options.excel ? reports::CsvDialect::excel : reports::CsvDialect::plain);
    // JSON is one line, which a terminal wants ended.
    const std::string end = options.format == OutputFormat::json ? "\n" : "";
    print(text + end, options.output);
    if (options.timing) tell_time(context, took);
}

} // namespace

void add_report(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("report", "The figures of a period, both dates inclusive");
    auto options = std::make_shared<ReportOptions>();
    options->books.add_to(*command);
    command->add_option("--from", options->from, "First date, YYYY-MM-DD")->required();
    command->add_option("--to", options->to, "Last date, YYYY-MM-DD")->required();
    command->add_option("--by", options->by, "Groups")
        ->check(CLI::IsMember(names_of(core::groupings.vocabulary())));
    command
        ->add_option("--form", options->form,
                     "The period report, the administrative reform report, or form II.06a/VPCP")
        ->check(CLI::IsMember(names_of(core::report_forms.vocabulary())));
    command->add_option("-o,--output", options->output, "File instead of standard output");
    command->add_flag("--timing", options->timing, "Prints the query time on standard error");
    command->add_flag("--scan", options->scan,
                      "Looks at every dossier instead of the counts: slow, for comparison");
    command->add_flag(
        "--excel", options->excel,
        "CSV for the Excel of a Vietnamese machine: mark, semicolons, decimal commas");
    add_format(*command, options->format, {"text", "json", "csv", "xlsx", "pdf"});
    command->callback([options, &context] { run_report(*options, context); });
}

} // namespace server
