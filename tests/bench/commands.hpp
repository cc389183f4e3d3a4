#pragma once

#include "tests/bench/core_server.hpp"

namespace CLI { // NOLINT(readability-identifier-naming): the library is called so
class App;
}

namespace bench {

// Each adds its subcommand, which uses the setting when it runs.
void add_intake(CLI::App& app, const Setting& setting);
void add_growth(CLI::App& app, const Setting& setting);
void add_reads(CLI::App& app, const Setting& setting);
void add_fanout(CLI::App& app, const Setting& setting);
void add_memory(CLI::App& app, const Setting& setting);
void add_kill(CLI::App& app, const Setting& setting);

} // namespace bench
