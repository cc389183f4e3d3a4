// A printer on a serial line, played by the other end of a pseudo-terminal.

#include "printer/built_in.hpp"
#include "printer/run_job.hpp"
#include "tests/support/emulated_printer.hpp"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <string>
#include <thread>

using namespace std::chrono_literals;

namespace {

/// Reads what comes down the line into an interpreter, and answers, on a thread of its own.
class PrinterOnALine {
public:
    explicit PrinterOnALine(const EmulatedFaults& faults) : interpreter_(576, faults) {
        line_ = posix_openpt(O_RDWR | O_NOCTTY);
        REQUIRE(line_ >= 0);
        REQUIRE(grantpt(line_) == 0);
        REQUIRE(unlockpt(line_) == 0);
        file_ = ptsname(line_);
        thread_ = std::thread([this] { serve(); });
    }

    ~PrinterOnALine() {
        stop();
        close(line_);
    }

    PrinterOnALine(const PrinterOnALine&) = delete;
    PrinterOnALine& operator=(const PrinterOnALine&) = delete;

    const std::string& file() const { return file_; }

    /// What has been printed; the line is dead afterwards.
    const EscposInterpreter& stop() {
        stopping_ = true;
        if (thread_.joinable()) thread_.join();
        return interpreter_;
    }

private:
    void serve() {
        std::array<char, 512> bytes{};
        while (!stopping_) {
            pollfd wanted{line_, POLLIN, 0};
            if (poll(&wanted, 1, 5) <= 0) continue;
            const ssize_t got = read(line_, bytes.data(), bytes.size());
            if (got <= 0) { // nobody has opened the other end
                std::this_thread::sleep_for(1ms);
                continue;
            }
            const std::string answers =
                interpreter_.read({bytes.data(), static_cast<std::size_t>(got)});
            if (write(line_, answers.data(), answers.size()) < 0) return;
        }
    }

    int line_ = -1;
    std::string file_;
    EscposInterpreter interpreter_;
    std::atomic<bool> stopping_ = false;
    std::thread thread_;
};

printer::JobResult print(const std::string& file, int baud) {
    auto profile =
        printer::find_profile(printer::read_profiles(printer::built_in_profiles_toml), "epson-80")
            .value();
    profile.slowest_mm_per_s = 1000;
    printer::Raster raster{576, 300};
    raster.bits.assign(raster.row_bytes() * 300, 0x11); // XON: a line that is not raw eats it
    return printer::print_whole(
        {[&](bool, std::string_view id) { return printer::encode_job(raster, profile, id); },
         [&] { return printer::open_device_connection(file, baud); },
         profile,
         {1s, 1s, 1s, 1s, 200ms, 300ms},
         {1, 0ms},
         false,
         1,
         [](auto) {}});
}

} // namespace

TEST_CASE("a ticket goes over a serial line byte by byte", "[printer][port]") {
    PrinterOnALine line({});
    const auto result = print(line.file(), 115'200);
    CHECK(result.outcome == printer::JobOutcome::printed);
    const EscposInterpreter& printed = line.stop();
    CHECK(printed.violations().empty());
    REQUIRE(printed.sheets().size() == 1);
    CHECK(printed.sheets().front().rows.size() == 300);
    CHECK(printed.sheets().front().rows[299][3] == 1);
}

TEST_CASE("a printer on a line that has no paper is left alone", "[printer][port]") {
    EmulatedFaults faults;
    faults.paper_rows = 0;
    PrinterOnALine line(faults);
    const auto result = print(line.file(), 9'600);
    CHECK(result.outcome == printer::JobOutcome::failed);
    CHECK(result.cause == printer::Cause::paper_out);
}

TEST_CASE("a line that no printer runs at is refused", "[printer][port]") {
    CHECK_THROWS_AS(printer::open_device_connection("/dev/null", 1'234), printer::ConnectionLost);
}
