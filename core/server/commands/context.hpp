#pragma once

#include "core/engine/bookkeeping.hpp"
#include "core/engine/clock.hpp"
#include "core/engine/store.hpp"

#include <boost/json/fwd.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

namespace CLI {
class App;
}

namespace server {

enum class OutputFormat { text, json, csv, xlsx, pdf };

/// What every command of the administrator shares. Lives in main, by value.
struct Context {
    const core::Clock& clock;
    int exit_status = 0;
};

/// A refusal on its way to main, which prints it as the one line and exits with 1.
class Refused : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// An option that cannot be what it says, on its way to main, which exits with 2.
class BadUsage : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

template <typename T>
T accepted(core::Result<T> result) {
    if (!result) throw Refused(result.error().message);
    if constexpr (!std::is_void_v<T>) return std::move(result).value();
}

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
core::Circumstances circumstances(const Context& context, const std::string& command);

/// Adds `--format`, the first of `allowed` being the default.
void add_format(CLI::App& command, OutputFormat& format, std::vector<std::string> allowed);

/// Prints to standard output, or to a file put in place as a whole. Throws when it can't.
void print(const std::string& text, const std::filesystem::path& file = {});

/// Prints what was done: a sentence, or the same as a JSON object.
void print_done(OutputFormat format, const std::string& sentence, const boost::json::object& facts);

/// A progress line on standard error, on a terminal only; empty otherwise.
core::Progress terminal_progress(const std::string& what);

std::string read_file(const std::filesystem::path& file, std::size_t limit_bytes);

// One for each command or family of commands: adds it to the program.
void add_init(CLI::App& app, Context& context);
void add_import(CLI::App& app, Context& context);
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
