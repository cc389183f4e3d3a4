// A network printer for demonstrations and browser tests: prints every ticket into a folder as a
// picture. SIGUSR1 puts in a new roll and closes the cover.
//
//   motcua-emulated-printer FOLDER [PORT] [PAPER_ROWS] [--show PORT] [--with TITLE=FOLDER]...

#include "tests/support/emulated_printer.hpp"
#include "tests/support/printed_tray.hpp"

#include <CLI/CLI.hpp>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <thread>

namespace {

volatile std::sig_atomic_t stop_asked = 0;
volatile std::sig_atomic_t roll_asked = 0;

void ask_to_stop(int) { stop_asked = 1; }

void ask_for_roll(int) { roll_asked = 1; }

struct Options {
    std::filesystem::path folder;
    int port = 0;
    std::optional<int> paper_rows;
    std::optional<std::uint16_t> show;
    std::vector<std::string> with;
};

std::string file_name(std::size_t number) {
    const std::string digits = std::to_string(number);
    return "ticket-" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits +
           ".png";
}

/// The first number whose picture is not there yet: a second start adds to the first one's.
std::size_t next_number(const std::filesystem::path& folder) {
    std::size_t number = 1;
    while (std::filesystem::exists(folder / file_name(number))) ++number;
    return number;
}

std::vector<PrintedFolder> shown_folders(const Options& options) {
    std::vector<PrintedFolder> folders{{"Máy in phiếu (ticket printer)", options.folder}};
    for (const std::string& each : options.with) {
        const auto equals = each.find('=');
        if (equals == std::string::npos) throw std::runtime_error("--with takes TITLE=FOLDER");
        folders.push_back({each.substr(0, equals), each.substr(equals + 1)});
    }
    return folders;
}

void print_until_stopped(EmulatedPrinter& printer, const std::filesystem::path& folder) {
    const std::size_t first = next_number(folder);
    std::size_t written = 0;
    while (stop_asked == 0) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        if (roll_asked != 0) {
            roll_asked = 0;
            printer.put_right();
        }
        const auto sheets = printer.sheets();
        for (; written < sheets.size(); ++written) {
            const auto file = folder / file_name(first + written);
            std::ofstream(file, std::ios::binary) << sheets[written].png();
            std::printf("printed %s\n", file.c_str());
            std::fflush(stdout);
        }
    }
}

int run(const Options& options) {
    std::filesystem::create_directories(options.folder);
    EmulatedFaults faults;
    faults.paper_rows = options.paper_rows;
    EmulatedPrinter printer(faults, 576, options.port);
    std::optional<PrintedTray> tray;
    if (options.show) tray.emplace(shown_folders(options), *options.show);
    std::signal(SIGINT, ask_to_stop);
    std::signal(SIGTERM, ask_to_stop);
    std::signal(SIGUSR1, ask_for_roll);
    std::printf("listening on 127.0.0.1:%d\n", printer.port());
    if (tray) std::printf("showing on http://127.0.0.1:%d/\n", tray->port());
    std::fflush(stdout);
    print_until_stopped(printer, options.folder);
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"A network printer that prints into a folder of pictures"};
    Options options;
    app.add_option("folder", options.folder, "Where the pictures go")->required();
    app.add_option("port", options.port, "0 lets the system choose");
    app.add_option("paper_rows", options.paper_rows, "The roll ends after so many");
    app.add_option("--show", options.show, "Shows the pictures in a browser, on this port");
    app.add_option("--with", options.with, "TITLE=FOLDER: shows these pictures too");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }
    try {
        return run(options);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "motcua-emulated-printer: %s\n", error.what());
        return 1;
    }
}
