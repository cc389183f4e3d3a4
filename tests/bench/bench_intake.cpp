// Intake against a Fastify server that does one transaction a request.

#include "tests/bench/commands.hpp"
#include "tests/bench/figures.hpp"
#include "tests/bench/http_text.hpp"
#include "tests/bench/intake_requests.hpp"
#include "tests/bench/measured.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <map>
#include <memory>
#include <vector>

namespace bench {

namespace {

constexpr int most_connections = 128; // the targets are for 1 and for these
constexpr double target_times_peer = 5;
constexpr double target_p99_ms = 60;
constexpr int created = 201;

struct Options {
    std::filesystem::path peer = PEER_DIR;
    std::vector<int> connections = {1, 8, 32, most_connections};
    int rounds = 5;
    int milliseconds = 2'000;
};

/// The peer on a database of its own; none where it is not installed.
std::unique_ptr<Child> start_peer(const Setting& setting, const Options& options) {
    if (!std::filesystem::exists(options.peer / "node_modules")) {
        std::printf("no peer: run npm ci in %s\n", options.peer.c_str());
        return nullptr;
    }
    const auto db = setting.folder / "peer.db";
    remove_database(db);
    return std::make_unique<Child>(std::vector<std::string>{
        "node", (options.peer / "server.js").string(), "--db", db.string()});
}

/// Everything at one number of connections.
struct Cell {
    Measured plain;
    Measured with_keys;
    Measured peer;
};

void print_cell(int connections, const Cell& cell, bool with_peer) {
    const std::string at = ", " + std::to_string(connections);
    cell.plain.print("motcua-core" + at);
    cell.with_keys.print("  with Idempotency-Key" + at);
    if (with_peer) cell.peer.print("peer" + at);
}

void print_targets(const std::map<int, Cell>& cells, bool with_peer) {
    if (const auto most = cells.find(most_connections); most != cells.end()) {
        const double p99 = most->second.plain.p99_ms();
        std::printf("p99 at %d connections: %.1f ms, target < %.0f: %s\n", most_connections, p99,
                    target_p99_ms, verdict(p99 < target_p99_ms));
    }
    if (!with_peer) return;
    for (const auto& [connections, cell] : cells) {
        std::printf("at %3d connections: %.2f times the peer, %.2f with keys", connections,
                    cell.plain.times(cell.peer), cell.with_keys.times(cell.peer));
        const bool has_target = connections == 1 || connections == most_connections;
        const double target = connections == 1 ? 1 : target_times_peer;
        if (has_target) {
            std::printf(", target >= %.0f: %s", target,
                        verdict(cell.plain.times(cell.peer) >= target));
        }
        std::printf("\n");
    }
}

void run_intake(const Setting& setting, const Options& options) {
    const auto db = make_office(setting, "intake.db");
    add_officer(setting, db);
    CoreServer core(setting, db);
    const std::string token = core.log_in();
    const auto peer = start_peer(setting, options);
    const std::uint16_t peer_port = peer ? wait_for_port(*peer) : std::uint16_t{0};
    IntakeRequests plain(token, Keys::none, "");
    IntakeRequests with_keys(token, Keys::each, "intake");
    IntakeRequests for_peer(token, Keys::none, "");
    std::map<int, Cell> cells;
    for (int round = 0; round < options.rounds; ++round) {
        for (const int connections : options.connections) {
            Cell& cell = cells[connections];
            LoadPlan plan{core.port(), connections};
            plan.measured = std::chrono::milliseconds{options.milliseconds};
            cell.plain.measure(plan, plain, core.process(), created);
            cell.with_keys.measure(plan, with_keys, core.process(), created);
            plan.port = peer_port;
            if (peer) cell.peer.measure(plan, for_peer, *peer, created);
        }
    }
    print_measured_head();
    for (const auto& [connections, cell] : cells) print_cell(connections, cell, peer != nullptr);
    print_targets(cells, peer != nullptr);
    core.stop();
}

} // namespace

void add_intake(CLI::App& app, const Setting& setting) {
    auto* command = app.add_subcommand("intake", "POST /api/v1/dossiers against the peer");
    auto options = std::make_shared<Options>();
    command->add_option("--peer", options->peer, "Folder of the peer, installed with npm ci");
    command->add_option("--connections", options->connections, "How many, one or more numbers");
    command->add_option("--rounds", options->rounds, "How often each is measured");
    command->add_option("--milliseconds", options->milliseconds, "How long each time");
    command->callback([options, &setting] { run_intake(setting, *options); });
}

} // namespace bench
