// A dossier by its code against a bare Beast server that says hello.

#include "tests/bench/commands.hpp"
#include "tests/bench/figures.hpp"
#include "tests/bench/http_text.hpp"
#include "tests/bench/measured.hpp"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>
#include <random>
#include <stdexcept>

namespace bench {

namespace {

constexpr int connections = 32;
constexpr double target_ratio = 0.5;
constexpr int pages = 60;
constexpr int page_size = 200;

struct Options {
    std::filesystem::path db;
    int dossiers = 100'000;
    int rounds = 7;
    int milliseconds = 2'000;
};

/// Any of a number of requests, again and again.
class AnyOf final : public RequestSource {
public:
    explicit AnyOf(std::vector<std::string> requests) : requests_(std::move(requests)) {}

    std::string_view next(int) override { return requests_[random_() % requests_.size()]; }

private:
    std::vector<std::string> requests_;
    std::minstd_rand random_{7};
};

/// Reads of dossiers from all over the file: pages of the list, evenly spaced.
std::vector<std::string> read_requests(const CoreServer& server, const Options& options) {
    const Headers headers = bearer(server.log_in());
    std::vector<std::string> requests;
    for (int page = 0; page < pages; ++page) {
        const int skip = page * std::max(1, options.dossiers / pages);
        const std::string list =
            ask_for(server.port(),
                    make_request("GET",
                                 "/api/v1/dossiers?limit=" + std::to_string(page_size) +
                                     "&skip=" + std::to_string(skip),
                                 headers),
                    200);
        for (std::size_t at = list.find("{\"code\":"); at != std::string::npos;
             at = list.find("{\"code\":", at + 1)) {
            const auto code = json_text(std::string_view(list).substr(at), "code");
            if (code.size() < 16) continue; // a procedure's
            requests.push_back(
                make_request("GET", "/api/v1/dossiers/" + std::string(code), headers));
        }
    }
    if (requests.empty()) throw std::runtime_error("no dossiers to read");
    return requests;
}

std::filesystem::path seeded(const Setting& setting, const Options& options) {
    if (!options.db.empty()) return options.db;
    const auto db = setting.folder / "reads.db";
    remove_database(db);
    run({setting.core.string(), "seed", "--db", db.string(), "--dossiers",
         std::to_string(options.dossiers), "--from", "2016-01-01", "--to", "2026-06-30"});
    return db;
}

void run_reads(const Setting& setting, const Options& options) {
    const auto db = seeded(setting, options);
    add_officer(setting, db);
    CoreServer core(setting, db);
    Child hello({BARE_HELLO});
    const std::uint16_t hello_port = wait_for_port(hello);
    AnyOf reads(read_requests(core, options));
    AnyOf hellos({make_request("GET", "/hello", bearer("0123456789abcdef0123456789abcdef"))});
    Measured of_core;
    Measured of_hello;
    for (int round = 0; round < options.rounds; ++round) {
        LoadPlan plan{core.port(), connections};
        plan.measured = std::chrono::milliseconds{options.milliseconds};
        of_core.measure(plan, reads, core.process(), 200);
        plan.port = hello_port;
        of_hello.measure(plan, hellos, hello, 200);
    }
    print_measured_head();
    of_core.print("GET a dossier, 32");
    of_hello.print("bare Beast hello, 32");
    const double ratio = of_core.times(of_hello);
    std::printf("reads / hello: %.2f, target >= %.1f: %s\n", ratio, target_ratio,
                verdict(ratio >= target_ratio));
    core.stop();
}

} // namespace

void add_reads(CLI::App& app, const Setting& setting) {
    auto* command = app.add_subcommand("reads", "GET of a dossier against a bare Beast hello");
    auto options = std::make_shared<Options>();
    command->add_option("--db", options->db, "A seeded database; one is made without")
        ->check(CLI::ExistingFile);
    command->add_option("--dossiers", options->dossiers, "How many it has");
    command->add_option("--rounds", options->rounds, "How often each is measured");
    command->add_option("--milliseconds", options->milliseconds, "How long each time");
    command->callback([options, &setting] { run_reads(setting, *options); });
}

} // namespace bench
