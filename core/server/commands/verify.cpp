#include "core/api/json_text.hpp"
#include "core/engine/verification/verification.hpp"
#include "core/server/commands/context.hpp"
#include "core/words/words.hpp"

#include <CLI/CLI.hpp>
#include <boost/json/value.hpp>

namespace server {

namespace json = boost::json;

namespace {

void run_verify(const BooksOption& option, OutputFormat format, Context& context) {
    const auto store = option.open(BooksOption::Use::read);
    const auto books = store->read(option.agency(*store));
    json::array findings;
    const auto summary = core::verify_books(
        *books,
        [&](const core::Finding& finding) {
            if (format == OutputFormat::json) {
                findings.push_back({{"where", words::say(context.language, finding.where)},
                                    {"what", words::say(context.language, finding.what)}});
            } else {
                print(words::say(context.language, finding.where) + ": " +
                      words::say(context.language, finding.what) + "\n");
            }
        },
        terminal_progress(context, "progress-verify"));
    if (format == OutputFormat::json) {
        print(api::to_text({{"sound", summary.findings == 0},
                            {"events", summary.events},
                            {"dossiers", summary.dossiers},
                            {"counts", summary.counts},
                            {"tickets", summary.tickets},
                            {"attachments", summary.attachments},
                            {"finding_count", summary.findings},
                            {"findings", std::move(findings)}}) +
              "\n");
    }
    if (summary.findings > 0) {
        throw Refused(
            {"verify-unsound", {{"file", option.file().string()}, {"findings", summary.findings}}});
    }
    if (format == OutputFormat::text) {
        const core::Message sound{"verify-sound",
                                  {{"events", summary.events},
                                   {"dossiers", summary.dossiers},
                                   {"tickets", summary.tickets},
                                   {"attachments", summary.attachments},
                                   {"counts", summary.counts}}};
        print(words::say(context.language, sound) + "\n");
    }
}

} // namespace

void add_verify(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand(
        "verify", "Replays the journal, recomputes every figure, checks the hash chain");
    auto option = std::make_shared<BooksOption>();
    auto format = std::make_shared<OutputFormat>(OutputFormat::text);
    option->add_to(*command);
    add_format(*command, *format, {"text", "json"});
    command->callback([option, format, &context] { run_verify(*option, *format, context); });
}

} // namespace server
