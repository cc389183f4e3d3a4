// Resident memory of the server, idle and with a thousand listeners.

#include "tests/bench/boards.hpp"
#include "tests/bench/commands.hpp"
#include "tests/bench/figures.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>
#include <thread>

namespace bench {

namespace {

constexpr double target_idle_mb = 30;
constexpr double target_listeners_mb = 100;
constexpr std::chrono::seconds settling{3};

struct Options {
    int listeners = 1'000;
};

void run_memory(const Setting& setting, const Options& options) {
    const auto db = make_office(setting, "memory.db");
    add_officer(setting, db);
    CoreServer(setting, db).stop(); // the first start makes an administrator's password
    CoreServer server(setting, db);
    std::this_thread::sleep_for(settling);
    const double idle = server.process().resident_mb();
    std::printf("idle: %.1f MB, target < %.0f: %s\n", idle, target_idle_mb,
                verdict(idle < target_idle_mb));
    const std::string token = server.log_in();
    std::this_thread::sleep_for(settling);
    const double logged_in = server.process().resident_mb();
    std::printf("after a log-in: %.1f MB\n", logged_in);
    Boards boards;
    for (int i = 0; i < options.listeners; ++i) boards.add(open_board(server.port(), token));
    boards.idle(settling);
    const double full = server.process().resident_mb();
    std::printf("with %d WebSocket clients: %.1f MB, %.1f KB each, target < %.0f: %s\n",
                options.listeners, full, 1'024 * (full - logged_in) / options.listeners,
                target_listeners_mb, verdict(full < target_listeners_mb));
}

} // namespace

void add_memory(CLI::App& app, const Setting& setting) {
    auto* command = app.add_subcommand("memory", "Resident memory, idle and with listeners");
    auto options = std::make_shared<Options>();
    command->add_option("--listeners", options->listeners, "WebSocket clients");
    command->callback([options, &setting] { run_memory(setting, *options); });
}

} // namespace bench
