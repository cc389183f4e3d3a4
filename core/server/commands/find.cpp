#include "core/api/dossier_json.hpp"
#include "core/api/json_text.hpp"
#include "core/api/unsure_json.hpp"
#include "core/domain/text.hpp"
#include "core/domain/unsure_due.hpp"
#include "core/engine/dossiers/dossier_lookup.hpp"
#include "core/engine/office/procedure_lists.hpp"
#include "core/server/commands/context.hpp"
#include "core/words/words.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

namespace server {

namespace json = boost::json;

namespace {

struct FindOptions {
    BooksOption books;
    std::string query;
    std::size_t limit = 20;
    OutputFormat format = OutputFormat::text;
};

constexpr std::size_t most_found = 1'000;

/// Refuses what is no text, and a query without a word.
void check_query(const FindOptions& options) {
    if (!core::is_utf8(options.query)) throw Refused("query-no-utf8");
    if (core::search_words(options.query).empty()) throw Refused("query-empty");
}

/// The books for as long as a command reads them.
struct Reading {
    explicit Reading(const BooksOption& option)
        : store(option.open(BooksOption::Use::read)), books(store->read(option.agency(*store))) {}

    std::unique_ptr<core::Store> store;
    std::unique_ptr<core::BooksView> books;
};

/// What was found; nothing is a refusal, so that a script notices.
void print_found(const FindOptions& options, const json::array& rows, const std::string& lines) {
    print(options.format == OutputFormat::json ? api::to_text(rows) + "\n" : lines);
    if (rows.empty()) throw Refused("find-found-nothing");
}

void find_procedures(const FindOptions& options) {
    const Reading reading(options.books);
    std::string lines;
    json::array rows;
    check_query(options);
    const auto found =
        core::find_procedures(*reading.books, core::Catalogue(reading.books->procedure_versions()),
                              options.query, options.limit);
    for (const auto& version : found) {
        const std::string from = core::format_date(version.effective_from);
        const std::string until =
            version.effective_to ? core::format_date(*version.effective_to) : "";
        lines += version.code + "\t" + from + ".." + until + "\t" + version.field + "\t" +
                 version.name + "\n";
        rows.push_back(
            {{"code", version.code},
             {"name", version.name},
             {"field", version.field},
             {"effective_from", from},
             {"effective_to", until.empty() ? json::value(nullptr) : json::value(until)}});
    }
    print_found(options, rows, lines);
}

std::string
shown_due(const std::optional<core::Instant>& due, bool is_unsure, words::Language language) {
    if (!due) return "–";
    if (!is_unsure) return core::show_instant(*due);
    return words::say(language, {"find-due-unsure", {{"due", *due}}});
}

void find_dossiers(const FindOptions& options, const Context& context) {
    const Reading reading(options.books);
    std::string lines;
    json::array rows;
    check_query(options);
    const auto found = core::find_dossiers(*reading.books, options.query, options.limit);
    const core::Catalogue catalogue(reading.books->procedure_versions());
    const core::WorkingCalendar calendar(reading.books->office().hours,
                                         reading.books->calendar_days());
    for (const auto& stored : found) {
        const core::Dossier& d = stored.dossier;
        const auto due = d.due_at();
        const auto unsure = core::unsure_years(calendar, catalogue.at(d.procedure_version), d);
        lines += d.code + "\t" +
                 std::string(words::word(context.language, "dossier_state", to_text(d.state))) +
                 "\t" + d.procedure_code + "\t" + d.applicant.name + "\t" +
                 shown_due(due, !unsure.empty(), context.language) + "\n";
        json::object row{{"code", d.code},
                         {"status", to_text(d.state)},
                         {"procedure", d.procedure_code},
                         {"applicant", d.applicant.name},
                         {"received_at", api::to_json(d.received_at)},
                         {"due_at", api::to_json(due)}};
        api::put_unsure(row, unsure, context.language);
        rows.push_back(std::move(row));
    }
    print_found(options, rows, lines);
}

void show_history(const FindOptions& options) {
    if (!core::is_utf8(options.query)) throw Refused("query-no-utf8");
    const Reading reading(options.books);
    const auto stored = accepted(core::reach_dossier(*reading.books, options.query));
    const core::DossierHistory history = core::history_of(*reading.books, stored);
    if (!history.whole) throw Refused({"history-damaged", {{"code", options.query}}});
    std::string lines;
    json::array rows;
    for (const core::Event& event : history.events) {
        lines += core::show_instant(event.act_at) + "\t" + event.act + "\t" + event.actor.who +
                 "\t" + event.actor.place + (event.reason.empty() ? "" : "\t" + event.reason) +
                 "\n";
        rows.push_back({{"seq", event.seq},
                        {"at", core::format_instant(event.act_at)},
                        {"recorded_at", core::format_instant(event.recorded_at)},
                        {"act", event.act},
                        {"who", event.actor.who},
                        {"where", event.actor.place},
                        {"why", event.reason},
                        {"data", json::parse(event.payload)}});
    }
    print(options.format == OutputFormat::json ? api::to_text(rows) + "\n" : lines);
}

std::shared_ptr<FindOptions> add_search(CLI::App& command) {
    auto options = std::make_shared<FindOptions>();
    options->books.add_to(command);
    command.add_option("QUERY", options->query, "Words or their beginnings, diacritics or not")
        ->required();
    command.add_option("--limit", options->limit, "At most so many")
        ->check(CLI::Range(std::size_t{1}, most_found));
    add_format(command, options->format, {"text", "json"});
    return options;
}

} // namespace

void add_find(CLI::App& app, Context& context) {
    auto* family = app.add_subcommand("find", "Searches procedures or dossiers");
    family->require_subcommand(1);
    auto* procedures = family->add_subcommand("procedures", "By code or name");
    procedures->callback([o = add_search(*procedures)] { find_procedures(*o); });
    auto* dossiers = family->add_subcommand("dossiers", "By applicant: name, ID number or phone");
    dossiers->callback([o = add_search(*dossiers), &context] { find_dossiers(*o, context); });

    auto* history = app.add_subcommand("history", "All that happened to a dossier");
    auto options = std::make_shared<FindOptions>();
    options->books.add_to(*history);
    history->add_option("CODE", options->query, "Code of the dossier")->required();
    add_format(*history, options->format, {"text", "json"});
    history->callback([options] { show_history(*options); });
}

} // namespace server
