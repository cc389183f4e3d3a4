// Intake on a large file against intake on a small one.

#include "tests/bench/commands.hpp"
#include "tests/bench/figures.hpp"
#include "tests/bench/intake_requests.hpp"
#include "tests/bench/measured.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <cstdio>
#include <map>
#include <memory>

namespace bench {

namespace {

constexpr std::array connection_counts = {8, 128};
constexpr int starts = 3;
constexpr double target_ratio = 0.8;
constexpr double target_start_s = 0.3;
constexpr int created = 201;

struct Options {
    std::filesystem::path big;
    std::filesystem::path small;
    int rounds = 5;
    int milliseconds = 3'000;
};

/// Migrates the file if need be, then starts the server on it anew a few times.
double start_seconds(const Setting& setting, const std::filesystem::path& db) {
    add_officer(setting, db);
    CoreServer(setting, db).stop();
    std::vector<double> seconds;
    for (int i = 0; i < starts; ++i) {
        CoreServer server(setting, db);
        seconds.push_back(server.seconds_to_listen());
        server.stop();
    }
    return median(std::move(seconds));
}

struct Pair {
    Measured big;
    Measured small;
};

void print_pair(int connections, const Pair& pair) {
    const double ratio = pair.big.times(pair.small);
    pair.big.print("big, " + std::to_string(connections));
    pair.small.print("small, " + std::to_string(connections));
    std::printf("  big / small at %d connections: %.2f, target >= %.1f: %s\n", connections, ratio,
                target_ratio, verdict(ratio >= target_ratio));
}

void run_growth(const Setting& setting, const Options& options) {
    const double big_start = start_seconds(setting, options.big);
    const double small_start = start_seconds(setting, options.small);
    std::printf("exec to \"listening\": big %.3f s, small %.3f s, target < %.1f: %s\n", big_start,
                small_start, target_start_s, verdict(big_start < target_start_s));
    CoreServer big(setting, options.big);
    CoreServer small(setting, options.small);
    IntakeRequests for_big(big.log_in(), Keys::none, "");
    IntakeRequests for_small(small.log_in(), Keys::none, "");
    std::map<int, Pair> pairs;
    for (int round = 0; round < options.rounds; ++round) {
        for (const int connections : connection_counts) {
            Pair& pair = pairs[connections];
            LoadPlan plan{big.port(), connections};
            plan.measured = std::chrono::milliseconds{options.milliseconds};
            pair.big.measure(plan, for_big, big.process(), created);
            plan.port = small.port();
            pair.small.measure(plan, for_small, small.process(), created);
        }
    }
    print_measured_head();
    for (const auto& [connections, pair] : pairs) print_pair(connections, pair);
    big.stop();
    small.stop();
}

} // namespace

void add_growth(CLI::App& app, const Setting& setting) {
    auto* command =
        app.add_subcommand("growth", "Intake and start on a large file and a small one");
    auto options = std::make_shared<Options>();
    command->add_option("--big", options->big, "A seeded database; intake is added to it")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("--small", options->small, "The same, with fewer dossiers")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("--rounds", options->rounds, "How often each is measured");
    command->add_option("--milliseconds", options->milliseconds, "How long each time");
    command->callback([options, &setting] { run_growth(setting, *options); });
}

} // namespace bench
