// A network printer for demonstrations: prints every ticket into a folder as a picture.
//
//   motcua-emulated-printer FOLDER [PORT] [PAPER_ROWS]

#include "tests/support/emulated_printer.hpp"

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>

namespace {

volatile std::sig_atomic_t stop_asked = 0;

void ask_to_stop(int) { stop_asked = 1; }

std::string file_name(std::size_t number) {
    const std::string digits = std::to_string(number);
    return "ticket-" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits +
           ".png";
}

} // namespace

int main(int argc, char** argv) {
    if (argc < 2 || argc > 4) {
        std::fprintf(stderr, "usage: motcua-emulated-printer FOLDER [PORT] [PAPER_ROWS]\n");
        return 2;
    }
    try {
        const std::filesystem::path folder = argv[1];
        std::filesystem::create_directories(folder);
        EmulatedFaults faults;
        if (argc > 3) faults.paper_rows = std::atoi(argv[3]);
        const EmulatedPrinter printer(faults, 576, argc > 2 ? std::atoi(argv[2]) : 0);
        std::signal(SIGINT, ask_to_stop);
        std::signal(SIGTERM, ask_to_stop);
        std::printf("listening on 127.0.0.1:%d\n", printer.port());
        std::fflush(stdout);
        std::size_t written = 0;
        while (stop_asked == 0) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            const auto sheets = printer.sheets();
            for (; written < sheets.size(); ++written) {
                const auto file = folder / file_name(written + 1);
                std::ofstream(file, std::ios::binary) << sheets[written].png();
                std::printf("printed %s\n", file.c_str());
                std::fflush(stdout);
            }
        }
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "motcua-emulated-printer: %s\n", error.what());
        return 1;
    }
}
