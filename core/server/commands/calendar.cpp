#include "core/api/json_text.hpp"
#include "core/domain/proposed_days_off.hpp"
#include "core/server/commands/context.hpp"
#include "core/server/proposed_calendar.hpp"
#include "core/words/words.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/value.hpp>

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>

namespace server {

namespace {

struct ProposeOptions {
    BooksOption books;
    int year = 0;
    std::string new_year_eve;
    std::string national_day_side;
    std::filesystem::path output;
    OutputFormat format = OutputFormat::csv;
};

/// Monday to Friday: without books, no office's own week is known.
core::WeekSessions usual_week() {
    const std::vector<core::WorkingSession> worked = {
        {std::chrono::hours{7} + std::chrono::minutes{30}, std::chrono::hours{17}}};
    return {worked, worked, worked, worked, worked, {}, {}};
}

core::WeekSessions week_of(const BooksOption& option) {
    if (option.file().empty()) return usual_week();
    const auto store = option.open(BooksOption::Use::read);
    return store->read(option.agency(*store))->office().hours;
}

std::string json_of(const ProposeOptions& options, const core::ProposedYear& proposed) {
    boost::json::array days;
    for (const core::ProposedDay& day : proposed.days) {
        days.push_back({{"date", core::format_date(day.day)},
                        {"kind", to_text(day.kind)},
                        {"name", name_of(day)}});
    }
    return api::to_text(
               boost::json::object{{"year", options.year},
                                   {"new_year_eve", to_text(proposed.new_year_eve)},
                                   {"national_day_side", to_text(proposed.national_day_side)},
                                   {"days", std::move(days)}}) +
           "\n";
}

void run_propose(const ProposeOptions& options, const Context& context) {
    const core::DaysOffChoice choice{core::new_year_eves.parse(options.new_year_eve),
                                     core::national_day_sides.parse(options.national_day_side)};
    const std::chrono::year year{options.year};
    const core::ProposedYear proposed =
        accepted(core::propose_days_off(year, week_of(options.books), choice));
    const std::string note = words::say(context.language, proposal_note(year, proposed));
    std::fputs((note + "\n").c_str(), stderr);
    print(options.format == OutputFormat::json ? json_of(options, proposed)
                                               : calendar_csv(proposed),
          options.output);
}

} // namespace

void add_calendar(CLI::App& app, Context& context) {
    auto* family = app.add_subcommand("calendar", "The days off of a year");
    family->require_subcommand(1);
    auto* command = family->add_subcommand(
        "propose", "The days off of a year by law, as a calendar.csv to look at and to import");
    auto options = std::make_shared<ProposeOptions>();
    options->books.add_to(*command);
    command->get_option("--db")->required(false)->description(
        "The ward's database file, for its week; without it Saturday and Sunday are "
        "the days of rest");
    command->add_option("YEAR", options->year, "The year")->required();
    command
        ->add_option("--new-year-eve", options->new_year_eve,
                     "How many of the five days of the lunar new year lie before its first one")
        ->check(CLI::IsMember(names_of(core::new_year_eves.vocabulary())));
    command
        ->add_option("--national-day-side", options->national_day_side,
                     "Which day beside 02/09 is a day off")
        ->check(CLI::IsMember(names_of(core::national_day_sides.vocabulary())));
    command->add_option("-o,--output", options->output, "File instead of standard output");
    add_format(*command, options->format, {"csv", "json"});
    command->callback([options, &context] { run_propose(*options, context); });
}

} // namespace server
