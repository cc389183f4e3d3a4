#include "core/engine/office/administration.hpp"
#include "core/server/commands/context.hpp"
#include "core/server/config.hpp"
#include "core/server/http/secrets.hpp"
#include "core/server/http/server.hpp"
#include "core/server/practice_clock.hpp"
#include "core/words/words.hpp"

#include <CLI/CLI.hpp>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>

namespace server {

namespace {

struct ServeOptions {
    BooksOption books;
    std::string listen;
    std::filesystem::path config;
    std::filesystem::path web;
    std::filesystem::path sounds;
    std::string practice;
    int speed = 1;
};

constexpr int fastest = 3'600;
constexpr int password_groups = 4;

/// A line of JSON for each message; nothing of a citizen is ever in one.
void start_log(const Config& config) {
    const auto sink =
        config.log.empty()
            ? std::static_pointer_cast<spdlog::sinks::sink>(
                  std::make_shared<spdlog::sinks::stderr_sink_mt>())
            : std::make_shared<spdlog::sinks::basic_file_sink_mt>(config.log.string());
    auto logger = std::make_shared<spdlog::logger>("motcua", sink);
    logger->set_pattern(R"({"at":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l","message":"%v"})");
    const auto level = spdlog::level::from_str(config.log_level);
    if (level == spdlog::level::off && config.log_level != "off") {
        throw Refused({"core-setting-log-level-unknown", {{"level", config.log_level}}});
    }
    logger->set_level(level);
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
}

/// Nothing has a default password: the first start makes one and shows it once.
void make_first_admin(core::Store& store,
                      core::AgencyId agency,
                      const core::ActContext& by,
                      words::Language language) {
    const auto users = store.read(agency)->users();
    const auto login = core::missing_admin(users);
    if (!login) return;
    const std::string password = random_code(password_groups);
    // The name is data of a Vietnamese office, whatever the language of whoever starts the server.
    core::User admin{*login, words::say({}, "first-admin-name"), core::Role::admin,
                     SodiumHasher().hash(password), false};
    accepted(
        store.write(agency, [&](core::Books& books) { return core::add_user(books, admin, by); }));
    print(words::say(language, {"first-admin", {{"login", *login}, {"password", password}}}) +
          "\n");
}

void clean_up(core::Store& store, core::AgencyId agency) {
    accepted(store.write(agency, [](core::Books& books) -> core::Result<void> {
        books.write_attachments().remove_incomplete();
        return {};
    }));
}

std::unique_ptr<core::Clock>
practice_clock(const ServeOptions& options, core::Store& store, core::AgencyId agency) {
    if (options.practice.empty()) {
        if (options.speed != 1) throw words::BadUsage("practice-speed-alone");
        return nullptr;
    }
    const core::Instant start = instant_of_option("--practice", options.practice);
    if (!store.read(agency)->is_practice()) {
        throw Refused({"practice-real-office", {{"file", options.books.file().string()}}});
    }
    return std::make_unique<PracticeClock>(start, options.speed);
}

void run_serve(const ServeOptions& options, const Context& context) {
    Config config = options.config.empty() ? Config{} : read_config(options.config);
    if (!options.listen.empty()) set_listen(config, options.listen);
    if (!options.web.empty()) config.web = options.web;
    if (!options.sounds.empty()) config.sounds = options.sounds;
    start_log(config);
    const auto store = options.books.open(BooksOption::Use::write);
    const core::AgencyId agency = options.books.agency(*store);
    const auto practice = practice_clock(options, *store, agency);
    const core::Clock& clock = practice ? *practice : context.clock;
    core::ActContext by = act_context(context, "serve");
    by.recorded_at = clock.now();
    config.backup.database = options.books.file();
    Server server(*store, agency, clock, config);
    make_first_admin(*store, agency, by, context.language);
    clean_up(*store, agency);
    server.reload_people();
    const std::string scheme = config.tls ? "https" : "http";
    const std::string host =
        config.address.find(':') == std::string::npos ? config.address : "[" + config.address + "]";
    // For programs that wait for it, so the same in every language.
    print("listening on " + scheme + "://" + host + ":" + std::to_string(server.port()) + "\n");
    spdlog::info("listening on port {}", server.port());
    server.run();
}

} // namespace

void add_serve(CLI::App& app, Context& context) {
    auto* command = app.add_subcommand("serve", "The server of the room: HTTP and WebSocket");
    auto options = std::make_shared<ServeOptions>();
    options->books.add_to(*command);
    command->add_option("--listen", options->listen,
                        "Address and port, 127.0.0.1:8080 without one; port 0 chooses a free one");
    command->add_option("--config", options->config, "core.toml; see core/server/README.md");
    command->add_option("--web", options->web, "Folder of the built pages");
    command->add_option("--sounds", options->sounds, "Folder of the sounds of calls, at /sounds/");
    command->add_option("--practice", options->practice,
                        "The moment at which a made-up clock starts, for practice databases only");
    command->add_option("--speed", options->speed, "How many times faster that clock runs")
        ->check(CLI::Range(1, fastest));
    command->callback([options, &context] { run_serve(*options, context); });
}

} // namespace server
