// The figures of `motcua-core serve`, measured from a second process on the same machine. Starts
// the server itself. Prints; decides nothing.
//
//   server_bench [--core PROGRAM] [--dir FOLDER] intake|growth|reads|fanout|memory|kill

#include "tests/bench/commands.hpp"
#include "tests/bench/figures.hpp"

#include <CLI/CLI.hpp>
#include <sys/resource.h>

#include <csignal>
#include <cstdio>
#include <exception>

namespace fs = std::filesystem;

namespace {

/// For a thousand sockets, here and in the server.
void allow_many_files() {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Figures of motcua-core serve; see tests/bench/README.md");
    bench::Setting setting{MOTCUA_CORE, DEMO_DIR, fs::temp_directory_path() / "motcua-bench"};
    app.add_option("--core", setting.core, "The program motcua-core");
    app.add_option("--demo", setting.demo, "Folder with office.toml, calendar.csv, procedures.csv");
    app.add_option("--dir", setting.folder, "For databases and logs; on the disk to be measured");
    app.require_subcommand(1);
    app.parse_complete_callback([&] {
        fs::create_directories(setting.folder);
        std::signal(SIGPIPE, SIG_IGN);
        allow_many_files();
        bench::print_machine_load();
    });
    bench::add_intake(app, setting);
    bench::add_growth(app, setting);
    bench::add_reads(app, setting);
    bench::add_fanout(app, setting);
    bench::add_memory(app, setting);
    bench::add_kill(app, setting);
    try {
        CLI11_PARSE(app, argc, argv);
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "server_bench: %s\n", failure.what());
        return 1;
    }
    return 0;
}
