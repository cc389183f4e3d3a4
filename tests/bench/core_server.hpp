#pragma once

#include "tests/bench/child.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>

namespace bench {

/// What every subcommand is told.
struct Setting {
    std::filesystem::path core;   ///< the program motcua-core
    std::filesystem::path demo;   ///< folder of core/demo
    std::filesystem::path folder; ///< for databases and logs
};

/// Makes an empty database of the demonstration office; an old one of that name is removed.
std::filesystem::path make_office(const Setting& setting, const std::string& name);

/// Makes the officer who does the bench's work, or gives them their password again.
void add_officer(const Setting& setting, const std::filesystem::path& db);

/// `motcua-core serve` on a free port. Its log goes to the folder.
class CoreServer {
public:
    CoreServer(const Setting& setting, const std::filesystem::path& db);

    std::uint16_t port() const { return port_; }

    /// From exec to "listening".
    double seconds_to_listen() const { return seconds_to_listen_; }

    /// The officer's token. Tokens survive a restart.
    std::string log_in() const;

    const Child& process() const { return child_; }

    /// SIGTERM, and waits; throws when it does not end well.
    void stop();

    /// kill -9, and waits.
    void kill();

private:
    std::chrono::steady_clock::time_point begun_; // before the child
    Child child_;
    std::uint16_t port_;
    double seconds_to_listen_;
};

/// The port in the line "listening on http://127.0.0.1:PORT".
std::uint16_t wait_for_port(Child& server);

void remove_database(const std::filesystem::path& db);

} // namespace bench
