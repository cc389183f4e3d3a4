#include "core/domain/office.hpp"
#include "core/words/command_line.hpp"
#include "core/words/console.hpp"
#include "core/words/environment.hpp"
#include "counter/counter_agent.hpp"
#include "scanner/decode_worker.hpp"

#include <CLI/CLI.hpp>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>

namespace {

namespace fs = std::filesystem;

/// A line of JSON for each message; nothing of a citizen is ever in one.
void start_log() {
    auto logger = spdlog::stderr_logger_mt("motcua-counter");
    logger->set_pattern(R"({"at":"%Y-%m-%dT%H:%M:%S.%e%z","level":"%l","message":"%v"})");
    logger->flush_on(spdlog::level::info);
    spdlog::set_default_logger(std::move(logger));
}

core::Instant now() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

void add_options(CLI::App& app, counter::WrittenSettings& written, std::string& config) {
    app.add_option("--core", written.core, "the ward's server, such as http://192.0.2.1:8080");
    app.add_option("--data", written.data, "the folder of drafts and keys; made when missing");
    app.add_option("--enrol", written.enrol, "a one-time code (motcua-core device enrol)");
    app.add_option("--counter", written.counter, "the counter's number")
        ->check(CLI::Range(1, core::highest_counter_number));
    app.add_option("--listen", written.listen, "of this machine only (default: 127.0.0.1:8082)");
    app.add_option("--web", written.web, "the folder of the built pages");
    app.add_option("--sheet-printer", written.sheet_printer, "cups:QUEUE or file:FOLDER");
    app.add_option("--receipt-printer", written.receipt_printer,
                   "tcp:HOST:PORT, device:PATH or file:FOLDER");
    app.add_option("--profile", written.profile,
                   "the receipt printer (motcua-print --list-profiles; default: generic-80)");
    app.add_option(
        "--scanner", written.scanners,
        "serial:DEVICE@BAUD, hid:DEVICE, camera:DEVICE or frames:FOLDER; may be repeated");
    app.add_option("--scan-folder", written.scan_folder,
                   "where the document scanner leaves its files");
    app.add_option("--config", config, "counter.toml: the same settings; those given here count");
}

/// The data folder is the officer's own.
void make_data_folder(const fs::path& folder) {
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms::owner_all);
}

std::optional<agent::DeviceKey> device_key(const counter::Settings& settings,
                                           words::Language language) {
    const fs::path file = settings.data / "device.json";
    if (settings.enrol.empty()) return agent::load_device_key(file);
    auto key = agent::redeem_code(settings.core, settings.enrol, "counter", language);
    agent::save_device_key(file, key);
    return key;
}

int serve(const counter::WrittenSettings& written, words::Language language) {
    const counter::Settings settings = counter::validate_settings(written);
    start_log();
    make_data_folder(settings.data);
    counter::CounterAgent agent(settings, device_key(settings, language), MOTCUA_VERSION, now);
    const char* host = settings.address == "::1" ? "[::1]" : "127.0.0.1";
    std::printf("listening on http://%s:%d\n", host, int{agent.port()});
    std::fflush(stdout);
    agent.run();
    return words::done;
}

int run(int argc, char** argv, const words::Console& console) {
    counter::WrittenSettings written;
    std::string config;
    CLI::App app("motcua-counter: the agent on an officer's PC", "motcua-counter");
    app.set_version_flag("--version", "motcua-counter " MOTCUA_VERSION);
    add_options(app, written, config);
    if (const auto status = words::read_command_line(app, argc, argv, console)) return *status;
    if (!config.empty()) written = merge(written, counter::read_settings_file(config));
    return serve(written, console.language());
}

} // namespace

int main(int argc, char** argv) {
    if (const auto status = scanner::run_decode_worker(argc, argv)) return *status;
    std::signal(SIGPIPE, SIG_IGN); // a printer that goes away is an outcome, not an end
    const words::Console console("motcua-counter", words::language_of_environment());
    try {
        return run(argc, argv, console);
    } catch (const words::BadUsage& wrong) {
        return console.misused(wrong.message());
    } catch (const std::exception& failure) {
        return console.fail(failure);
    }
}
