// A dossier by its code against a bare Beast server that says hello.

#include "tests/bench/commands.hpp"
#include "tests/bench/figures.hpp"
#include "tests/bench/http_text.hpp"
#include "tests/bench/measured.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <cstdio>
#include <memory>
#include <random>
#include <stdexcept>

namespace bench {

namespace {

constexpr int connections = 32;
constexpr double target_ratio = 0.5;
constexpr const char* dossiers = "100000";

struct Options {
    std::filesystem::path db;
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

/// Asks for codes that a seeded database of these days may have, and keeps those that it has.
class Probe final : public RequestSource {
public:
    Probe(std::string agency, Headers headers)
        : agency_(std::move(agency)), headers_(std::move(headers)), asked_(connections) {}

    std::string_view next(int connection) override {
        if (found_.size() >= codes_wanted || ++probes_ > most_probes) return {};
        auto& request = asked_[static_cast<std::size_t>(connection)];
        request = make_request("GET", "/api/v1/dossiers/" + any_code(), headers_);
        return request;
    }

    void answered(int connection, int status, std::string_view) override {
        if (status == 200) found_.push_back(asked_[static_cast<std::size_t>(connection)]);
    }

    std::vector<std::string> take_found() { return std::move(found_); }

private:
    std::string any_code() {
        using namespace std::chrono;
        constexpr sys_days first{2016y / January / 1};
        constexpr sys_days last{2026y / June / 30};
        constexpr auto days_between = static_cast<unsigned>((last - first).count());
        const auto number = static_cast<unsigned>(1 + random_() % most_a_day);
        const year_month_day day{first + days{random_() % days_between}};
        std::array<char, 16> tail{};
        std::snprintf(tail.data(), tail.size(), "%02d%02u%02u-%04u",
                      static_cast<int>(day.year()) % 100, static_cast<unsigned>(day.month()),
                      static_cast<unsigned>(day.day()), number);
        return agency_ + "-" + tail.data();
    }

    static constexpr std::size_t codes_wanted = 10'000;
    static constexpr int most_probes = 200'000;
    static constexpr unsigned most_a_day = 40;

    const std::string agency_;
    const Headers headers_;
    std::vector<std::string> asked_; ///< by connection
    std::vector<std::string> found_;
    int probes_ = 0;
    std::minstd_rand random_{7};
};

/// Reads of dossiers from all over the file.
std::vector<std::string> read_requests(const CoreServer& server) {
    const Headers headers = bearer(server.log_in());
    const std::string list = ask_for(
        server.port(), make_request("GET", "/api/v1/dossiers?status=open&limit=1", headers), 200);
    const std::string code(json_text(list, "code"));
    Probe probe(code.substr(0, code.find('-')), headers);
    LoadPlan plan{server.port(), connections};
    plan.measured = std::chrono::minutes{1}; // ends when enough are found
    run_load(plan, probe);
    auto requests = probe.take_found();
    if (requests.empty()) throw std::runtime_error("no dossiers to read");
    return requests;
}

std::filesystem::path seeded(const Setting& setting, const Options& options) {
    if (!options.db.empty()) return options.db;
    auto db = setting.folder / "reads.db";
    remove_database(db);
    run({setting.core.string(), "seed", "--db", db.string(), "--dossiers", dossiers, "--from",
         "2016-01-01", "--to", "2026-06-30"});
    return db;
}

void run_reads(const Setting& setting, const Options& options) {
    const auto db = seeded(setting, options);
    add_officer(setting, db);
    CoreServer core(setting, db);
    Child hello({BARE_HELLO});
    const std::uint16_t hello_port = wait_for_port(hello);
    AnyOf reads(read_requests(core));
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
    command
        ->add_option("--db", options->db,
                     "A database seeded from 2016-01-01 to 2026-06-30; one is made without")
        ->check(CLI::ExistingFile);
    command->add_option("--rounds", options->rounds, "How often each is measured");
    command->add_option("--milliseconds", options->milliseconds, "How long each time");
    command->callback([options, &setting] { run_reads(setting, *options); });
}

} // namespace bench
