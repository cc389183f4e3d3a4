// From a touch to a ticket that the printer has confirmed, as the page of a real kiosk sees it,
// with the real core and with none. The printer is emulated: what it takes to print is not in it.

#include "tests/bench/figures.hpp"
#include "tests/support/emulated_printer.hpp"
#include "tests/support/running_kiosk.hpp"
#include "tests/support/temporary_directory.hpp"

#include <cstdio>

namespace {

using Clock = std::chrono::steady_clock;

constexpr int tickets = 200;
constexpr int offline_tickets = 20; ///< of one lease
constexpr float target_ms = 300;

std::string uuid(int n) { return "00000000-0000-4000-8000-" + std::to_string(100'000'000'000 + n); }

bool measure(const RunningKiosk& kiosk, const char* name, int first, int count) {
    std::vector<float> times;
    Api page = kiosk.page(); // keeps its connection, as a browser does
    for (int i = first; i < first + count; ++i) {
        const auto begun = Clock::now();
        const auto answer = page.post("/local/tickets", {{"touch", uuid(i)}, {"service", "B"}});
        times.push_back(bench::milliseconds_between(begun, Clock::now()));
        if (answer.status != 201) throw std::runtime_error("no ticket: " + answer.http.body);
    }
    const float p50 = bench::percentile(times, 0.5);
    const float p95 = bench::percentile(times, 0.95);
    const float worst = times.back();
    std::printf("%-20s %4d tickets  p50 %6.1f ms  p95 %6.1f ms  worst %6.1f ms%s\n", name, count,
                p50, p95, worst, bench::verdict(p95 < target_ms));
    return p95 < target_ms;
}

void make_ward(const std::filesystem::path& db) {
    const std::string demo = DEMO_DIR;
    Program init(MOTCUA_CORE,
                 {"init", "--db", db.string(), "--office", demo + "/office.toml", "--calendar",
                  demo + "/calendar.csv", "--catalogue", demo + "/procedures.csv"});
    if (init.wait().status != 0) throw std::runtime_error(init.wait().errors);
}

bool run() {
    bench::print_machine_load();
    EmulatedPrinter printer;
    const TemporaryDirectory folder;
    const auto db = folder / "ward.db";
    make_ward(db);
    RunningServer core(db);
    KioskStart start;
    start.core_port = core.port();
    start.data = folder / "kiosk";
    start.code = enrol(core.log_in("admin", core.admin_password()), "kiosk");
    start.printer_address = printer.port();
    const RunningKiosk kiosk(start);
    kiosk.wait_until_ready();
    const bool online = measure(kiosk, "with the core", 0, tickets);
    kiosk.wait_until_ready();
    core.stop();
    kiosk.wait_until_online(false);
    return measure(kiosk, "without the core", tickets, offline_tickets) && online;
}

} // namespace

int main() {
    try {
        return run() ? 0 : 1;
    } catch (const std::exception& failure) {
        std::fprintf(stderr, "kiosk_bench: %s\n", failure.what());
        return 1;
    }
}
