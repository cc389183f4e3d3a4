// kill -9 under full load, again and again: nothing acknowledged is lost, nothing comes twice.

#include "tests/bench/commands.hpp"
#include "tests/bench/figures.hpp"
#include "tests/bench/http_text.hpp"
#include "tests/bench/kill_books.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <memory>
#include <random>
#include <stdexcept>
#include <thread>

namespace bench {

namespace {

constexpr int verified_every = 10;
constexpr int checking_connections = 8;
constexpr std::chrono::minutes longest_check{10};

struct Options {
    int times = 10;
    unsigned random_seed = 1;
    int shortest_ms = 100; ///< of load before the kill
    int longest_ms = 1'200;
};

/// Reads each of these once, and throws when one is not what it should be.
class ReadBack final : public RequestSource {
public:
    ReadBack(const std::string& token, const std::vector<KillBooks::Stored>& all)
        : headers_(bearer(token)), all_(all), asked_(checking_connections) {}

    std::string_view next(int connection) override {
        if (next_ == all_.size()) return {};
        const auto at = static_cast<std::size_t>(connection);
        asked_[at] = next_++;
        request_ = make_request("GET", all_[asked_[at]].path, headers_);
        return request_;
    }

    void answered(int connection, int status, std::string_view body) override {
        const KillBooks::Stored& stored = all_[asked_[static_cast<std::size_t>(connection)]];
        if (status == 200 && body.find(stored.contains) != std::string_view::npos) return;
        throw std::runtime_error("LOST: " + stored.path + " is answered " + std::to_string(status) +
                                 " without " + stored.contains);
    }

private:
    const Headers headers_;
    const std::vector<KillBooks::Stored>& all_;
    std::vector<std::size_t> asked_; ///< by connection
    std::size_t next_ = 0;
    std::string request_;
};

struct Tally {
    std::size_t in_flight = 0;
    std::size_t had_been_stored = 0; ///< of those: done, but the answer did not come any more
    double slowest_start_s = 0;
};

void check_acknowledged(const CoreServer& server, const std::string& token, KillBooks& books) {
    const auto acknowledged = books.take_acknowledged();
    ReadBack read_back(token, acknowledged);
    LoadPlan plan{server.port(), checking_connections};
    plan.measured = longest_check; // it ends with the last one
    run_load(plan, read_back);
}

/// The same key twice more: it is done once, and answered alike.
void retry_unanswered(const CoreServer& server, KillBooks& books, Tally& tally) {
    for (const auto& [connection, request] : books.unanswered()) {
        const Answer once = ask(server.port(), request);
        const Answer twice = ask(server.port(), request);
        if (once.status != twice.status || once.body != twice.body)
            throw std::runtime_error("TWICE: " + request.substr(0, request.find("\r\n")) +
                                     " was answered " + once.body + " and then " + twice.body);
        ++tally.in_flight;
        if (once.head.find("Idempotency-Replayed") != std::string::npos) ++tally.had_been_stored;
        books.answered(connection, once.status, once.body);
    }
}

void load_until_killed(CoreServer& server, KillBooks& books, std::chrono::milliseconds after) {
    std::jthread killer([&server, after] {
        std::this_thread::sleep_for(after);
        server.process().kill(SIGKILL);
    });
    LoadPlan plan{server.port(), KillBooks::connections};
    plan.measured = after + std::chrono::minutes{1};
    const LoadFigures figures = run_load(plan, books);
    killer.join();
    if (figures.broken_connections != KillBooks::connections)
        throw std::runtime_error("the server outlived kill -9");
    server.kill();
}

void verify(const Setting& setting, const std::filesystem::path& db) {
    const std::string said = run({setting.core.string(), "verify", "--db", db.string()});
    std::printf("  verify: %s", said.c_str());
    std::fflush(stdout);
}

void print_tally(int kills, const KillBooks& books, const Tally& tally) {
    std::printf("%d kills: %zu dossiers, %zu tickets; %zu requests in flight, of them %zu stored; "
                "slowest start %.3f s\n",
                kills, books.dossiers(), books.tickets(), tally.in_flight, tally.had_been_stored,
                tally.slowest_start_s);
    std::fflush(stdout);
}

void run_kill(const Setting& setting, const Options& options) {
    const auto db = make_office(setting, "kill.db");
    add_officer(setting, db);
    auto server = std::make_unique<CoreServer>(setting, db);
    const std::string token = server->log_in();
    KillBooks books(token);
    std::mt19937 random(options.random_seed);
    std::uniform_int_distribution<int> moments(options.shortest_ms, options.longest_ms);
    Tally tally;
    for (int kill = 1; kill <= options.times; ++kill) {
        load_until_killed(*server, books, std::chrono::milliseconds{moments(random)});
        if (kill % verified_every == 0) verify(setting, db); // as the crash left it
        server = std::make_unique<CoreServer>(setting, db);
        tally.slowest_start_s = std::max(tally.slowest_start_s, server->seconds_to_listen());
        check_acknowledged(*server, token, books);
        retry_unanswered(*server, books, tally);
        books.check_numbers();
        if (kill % verified_every == 0 || kill == options.times) print_tally(kill, books, tally);
    }
    check_acknowledged(*server, token, books);
    server->stop();
    verify(setting, db);
    std::printf("%d times kill -9: nothing acknowledged is lost, nothing stands twice\n",
                options.times);
}

} // namespace

void add_kill(CLI::App& app, const Setting& setting) {
    auto* command = app.add_subcommand("kill", "kill -9 under load, and what is left then");
    auto options = std::make_shared<Options>();
    command->add_option("--times", options->times, "How often");
    command->add_option("--random-seed", options->random_seed, "Other moments of the kill");
    command->callback([options, &setting] { run_kill(setting, *options); });
}

} // namespace bench
