#pragma once

#include "core/domain/enum_text.hpp"
#include "core/domain/text.hpp"
#include "core/engine/journal/bookkeeping.hpp"
#include "core/engine/ports/clock.hpp"
#include "core/engine/ports/store.hpp"
#include "core/server/output_format.hpp"
#include "core/server/print_output.hpp"
#include "core/server/read_file.hpp"
#include "core/server/refused.hpp"
#include "core/words/console.hpp"

#include <boost/json/fwd.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace CLI { // NOLINT(readability-identifier-naming): the library is called so
class App;
}

namespace server {

/// What every command of the administrator shares. Lives in main, by value.
struct Context {
    const core::Clock& clock;
    words::Language language; ///< of what the commands print
};

/// The options `--db FILE` and `--agency CODE`, and the books they name.
class BooksOption {
public:
    void add_to(CLI::App& command);

    enum class Use { read, write, write_beside };
    std::unique_ptr<core::Store> open(Use use) const;

    /// The office of the store: the only one, or that of --agency.
    core::AgencyId agency(core::Store& store) const;

    const std::filesystem::path& file() const { return file_; }

private:
    std::filesystem::path file_;
    std::string agency_code_;
};

/// Who works at the keyboard, and at what.
core::ActContext act_context(const Context& context, const std::string& command);

/// What may be written for an option: the names of a vocabulary.
std::vector<std::string> names_of(const core::Vocabulary& vocabulary);

/// Adds `--format`, the first of `allowed` being the default.
void add_format(CLI::App& command, OutputFormat& format, const std::vector<std::string>& allowed);

/// Prints what was done: as a sentence, or the same as a JSON object.
void print_done(const Context& context,
                OutputFormat format,
                const core::Message& done,
                const boost::json::object& facts);

/// What is wrong with the value of an option, which the sentence names.
words::BadUsage bad_option(const std::string& option, core::Message why);

/// The text of an option, by the value type that takes it in at every other door. Throws Refused,
/// naming the option.
template <typename Value>
std::string text_of_option(const std::string& option, const std::string& text) {
    if (!core::is_utf8(text)) throw Refused(bad_option(option, "text-no-utf8").message());
    const auto value = Value::read(text);
    if (!value) throw Refused(bad_option(option, value.error().message).message());
    return value->written();
}

/// The date or instant of an option, as people write it (written_date.hpp). Throws BadUsage, naming
/// the option.
core::Day date_of_option(const std::string& option, const std::string& text);
core::Instant instant_of_option(const std::string& option, const std::string& text);

/// A progress line on standard error, on a terminal only; empty otherwise.
core::Progress terminal_progress(const Context& context, const core::Message& what);

// One for each command or family of commands: adds it to the program.
void add_init(CLI::App& app, Context& context);
void add_import(CLI::App& app, Context& context);
void add_calendar(CLI::App& app, Context& context);
void add_due(CLI::App& app, Context& context);
void add_report(CLI::App& app, Context& context);
void add_verify(CLI::App& app, Context& context);
void add_backup(CLI::App& app, Context& context);
void add_user(CLI::App& app, Context& context);
void add_device(CLI::App& app, Context& context);
void add_seed(CLI::App& app, Context& context);
void add_find(CLI::App& app, Context& context);
void add_serve(CLI::App& app, Context& context);
void add_tls(CLI::App& app, Context& context);
void add_openapi(CLI::App& app, Context& context);

} // namespace server
