// Whole tickets over a real socket to an emulated printer that fails in every way it knows.

#include "printer/run_job.hpp"
#include "tests/support/emulated_printer.hpp"
#include "tests/support/printer_profiles.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <thread>

using namespace std::chrono_literals;
using printer::Cause;
using printer::EncodedJob;
using printer::JobLimits;
using printer::JobOutcome;
using printer::JobResult;
using printer::PrinterProfile;
using printer::Raster;

namespace {

constexpr int ticket_rows = 800;
constexpr int first_rows = 100;   ///< of a ticket's body: the paper may end in it
constexpr int marked_column = 10; ///< black on a reprint

const JobLimits short_limits{300ms, 400ms, 500ms, 500ms, 100ms, 300ms};

PrinterProfile quick_profile(const std::string& name) {
    PrinterProfile profile = samples::profile_named(name);
    profile.slowest_mm_per_s = 1000; // the emulated one prints at once
    return profile;
}

Raster ticket(bool reprint) {
    Raster raster{576, ticket_rows};
    raster.bits.resize(raster.row_bytes() * ticket_rows);
    for (int y = 0; y < ticket_rows; ++y) {
        raster.row(y)[71] = 0x55;
        if (reprint) raster.row(y)[marked_column / 8] = 0x20;
    }
    return raster;
}

struct Printing {
    const std::string profile = "epson-80";
    int attempts = 1;
    std::function<void()> between = [] {};
};

JobResult print(const EmulatedPrinter& to, const Printing& printing) {
    const PrinterProfile profile = quick_profile(printing.profile);
    return printer::print_whole(
        {[&](bool reprint, std::string_view id) {
             return printer::encode_job(ticket(reprint), profile, id);
         },
         [&] { return printer::open_network_connection("127.0.0.1", to.port(), 1s); },
         profile,
         short_limits,
         {printing.attempts, 10ms},
         false,
         4711,
         [&](std::chrono::milliseconds) { printing.between(); }});
}

bool is_reprint(const EmulatedSheet& sheet) {
    // The last ticket on the sheet: a stuck piece of the one before may hang over it.
    return sheet.rows.at(sheet.rows.size() - ticket_rows / 2).at(marked_column) == 1;
}

} // namespace

TEST_CASE("a ticket comes out whole, once, with one cut", "[printer][emulated]") {
    for (const char* profile : {"epson-80", "generic-80", "clone-80"}) {
        INFO(profile);
        const EmulatedPrinter printer;
        const JobResult result = print(printer, {profile});
        CHECK(result.outcome == JobOutcome::printed);
        CHECK(printer.sheets().size() == 1);
        CHECK(printer.unfinished_rows() == 0);
        CHECK(printer.violations().empty());
    }
}

TEST_CASE("near paper end is told with the ticket", "[printer][emulated]") {
    EmulatedFaults faults;
    faults.near_end = true;
    const EmulatedPrinter printer(faults);
    const JobResult result = print(printer, {});
    CHECK(result.outcome == JobOutcome::printed);
    CHECK(result.paper_near_end);
}

TEST_CASE("without paper nothing is sent, and the first print afterwards is no reprint",
          "[printer][emulated]") {
    EmulatedFaults faults;
    faults.paper_rows = 0;
    EmulatedPrinter printer(faults);
    const JobResult result = print(printer, {"epson-80", 2, [&] { printer.put_right(); }});
    CHECK(result.outcome == JobOutcome::printed);
    REQUIRE(printer.sheets().size() == 1);
    CHECK_FALSE(is_reprint(printer.sheets().front()));
}

TEST_CASE("an open cover is a sure failure", "[printer][emulated]") {
    EmulatedFaults faults;
    faults.cover_open = true;
    const EmulatedPrinter printer(faults);
    const JobResult result = print(printer, {});
    CHECK(result.outcome == JobOutcome::failed);
    CHECK(result.cause == Cause::cover_open);
    CHECK(printer.unfinished_rows() == 0);
}

TEST_CASE("paper that ends in the middle: one whole ticket more, marked, no second one",
          "[printer][emulated]") {
    for (const char* profile : {"epson-80", "generic-80"}) {
        for (const int rows : {1, first_rows, 500, 630}) {
            INFO(profile << " " << rows);
            EmulatedFaults faults;
            faults.paper_rows = rows;
            EmulatedPrinter printer(faults);
            const JobResult result = print(printer, {profile, 2, [&] { printer.put_right(); }});
            CHECK(result.outcome == JobOutcome::printed);
            REQUIRE(printer.sheets().size() == 1);
            CHECK(is_reprint(printer.sheets().front()));
            // Stuck in a picture, it took the first asking for its status as dots of that.
            for (const std::string& violation : printer.violations())
                CHECK(violation == "a real-time command inside a picture");
        }
    }
}

TEST_CASE("paper that ends in the ticket's last rows: never a silent second print",
          "[printer][emulated]") {
    for (const char* profile : {"epson-80", "generic-80"}) {
        INFO(profile);
        EmulatedFaults faults;
        faults.paper_rows = ticket_rows - 20;
        EmulatedPrinter printer(faults);
        const JobResult result = print(printer, {profile, 2, [&] { printer.put_right(); }});
        if (std::string(profile) == "epson-80") {
            // It can throw the rest away, and says so.
            CHECK(result.outcome == JobOutcome::printed);
            CHECK(printer.sheets().size() == 1);
        } else {
            CHECK(result.outcome == JobOutcome::unknown);
            CHECK(printer.connections() == 1);
        }
    }
}

TEST_CASE("a connection cut in the middle is a sure failure and the next ticket whole",
          "[printer][emulated]") {
    EmulatedFaults faults;
    faults.cuts_link_after = 20'000;
    const EmulatedPrinter printer(faults);
    const JobResult result = print(printer, {"generic-80", 2});
    CHECK(result.outcome == JobOutcome::printed);
    REQUIRE(printer.sheets().size() == 1);
    CHECK(is_reprint(printer.sheets().front()));
}

TEST_CASE("a printer that hangs in the middle is given up in time", "[printer][emulated]") {
    EmulatedFaults faults;
    faults.hangs_after = 10'000;
    const EmulatedPrinter printer(faults);
    const auto begun = std::chrono::steady_clock::now();
    const JobResult result = print(printer, {});
    CHECK(result.outcome == JobOutcome::failed);
    CHECK(std::chrono::steady_clock::now() - begun < 3s);
}

TEST_CASE("a printer that never answers is not printed on", "[printer][emulated]") {
    EmulatedFaults faults;
    faults.mute = true;
    const EmulatedPrinter printer(faults);
    const JobResult result = print(printer, {});
    CHECK(result.outcome == JobOutcome::failed);
    CHECK(result.cause == Cause::no_answer);
    CHECK(printer.unfinished_rows() == 0);
}

TEST_CASE("a printer that lies about its paper is found out by what it does not confirm",
          "[printer][emulated]") {
    EmulatedFaults faults;
    faults.lies_ready = true;
    faults.paper_rows = first_rows;
    const EmulatedPrinter printer(faults);
    const JobResult result = print(printer, {});
    CHECK(result.outcome == JobOutcome::failed);
    CHECK(printer.sheets().empty());
}

TEST_CASE("a printer that confirms what it did not print contradicts its status",
          "[printer][emulated]") {
    EmulatedFaults faults;
    faults.confirms_blindly = true;
    faults.paper_rows = 600;
    const EmulatedPrinter printer(faults);
    const JobResult result = print(printer, {"generic-80"});
    CHECK(result.outcome == JobOutcome::unknown);
    CHECK(result.cause == Cause::contradiction);
}

TEST_CASE("a printer that prints but does not say so leaves it to a person",
          "[printer][emulated]") {
    EmulatedFaults faults;
    faults.never_confirms = true;
    const EmulatedPrinter printer(faults);
    const JobResult result = print(printer, {"clone-80"});
    CHECK(result.outcome == JobOutcome::printed); // it is not asked for a confirmation
    const JobResult asked = print(printer, {"generic-80", 3});
    CHECK(asked.outcome != JobOutcome::printed);
}

TEST_CASE("where nobody listens the ticket has surely failed", "[printer][emulated]") {
    int port = 0;
    {
        const EmulatedPrinter gone;
        port = gone.port();
    }
    CHECK_THROWS_AS(printer::open_network_connection("127.0.0.1", port, 1s),
                    printer::ConnectionLost);
}

TEST_CASE("printers that do not exist cannot be opened", "[printer][port]") {
    CHECK_THROWS_AS(printer::open_device_connection("/dev/no-such-printer", 0),
                    printer::ConnectionLost);
}
