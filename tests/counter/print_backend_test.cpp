// Papers on an emulated receipt printer and into a folder; CUPS is stood for in printer's tests.

#include "counter/counter_printer.hpp"
#include "printer/built_in.hpp"
#include "tests/support/emulated_printer.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include <fstream>
#include <future>
#include <iterator>

namespace fs = std::filesystem;
using core::PrinterHealth;
using counter::PaperOrder;
using counter::PaperResult;
using printer::JobOutcome;

namespace {

std::string text_of(const fs::path& file) {
    std::ifstream input(file);
    return {std::istreambuf_iterator<char>(input), {}};
}

std::string sample() { return text_of(fs::path(SOURCE_ROOT) / "printer/samples/receipt.json"); }

printer::PrinterProfile profile() {
    return printer::find_profile(printer::read_profiles(printer::built_in_profiles_toml),
                                 "epson-80")
        .value();
}

counter::ReceiptBackend backend_of(const EmulatedPrinter& printer) {
    return {{printer::AddressKind::network, "127.0.0.1", printer.port()}, profile()};
}

PaperOrder receipt(int copies = 1) { return {"receipt", sample(), copies}; }

} // namespace

TEST_CASE("a receipt is printed as often as wanted, each with its cut", "[counter][print]") {
    EmulatedPrinter printer;
    auto backend = backend_of(printer);
    int begun = 0;
    const auto result = backend.print(receipt(2), [&] { ++begun; });
    REQUIRE(result);
    CHECK(begun == 1);
    CHECK(result->job.outcome == JobOutcome::printed);
    CHECK(result->printed_copies == 2);
    CHECK(printer.sheets().size() == 2);
    CHECK(printer.violations().empty());
    CHECK(backend.poll()->health == PrinterHealth::ok);
}

TEST_CASE("copies that came out are counted when the paper ends", "[counter][print]") {
    EmulatedPrinter whole;
    REQUIRE(backend_of(whole).print(receipt(), [] {}));
    const auto rows = static_cast<int>(whole.sheets().at(0).rows.size());

    EmulatedFaults faults;
    faults.paper_rows = rows + rows / 2;
    EmulatedPrinter printer(faults);
    auto backend = backend_of(printer);
    const auto result = backend.print(receipt(3), [] {});
    REQUIRE(result);
    CHECK(result->job.outcome == JobOutcome::failed);
    CHECK(result->job.reached_printer);
    CHECK(result->printed_copies == 1);
}

TEST_CASE("nothing is sent when what must be on disk first is not", "[counter][print]") {
    EmulatedPrinter printer;
    auto backend = backend_of(printer);
    CHECK_THROWS(backend.print(receipt(), [] { throw std::runtime_error("the disk is full"); }));
    CHECK(printer.connections() == 0);
}

TEST_CASE("data that no form takes is refused before a printer is asked", "[counter][print]") {
    EmulatedPrinter printer;
    auto backend = backend_of(printer);
    bool begun = false;
    CHECK_FALSE(backend.print({"receipt", "{}"}, [&] { begun = true; }));
    CHECK_FALSE(backend.print({"no such kind", sample()}, [&] { begun = true; }));
    CHECK_FALSE(begun);
    CHECK(printer.connections() == 0);
}

TEST_CASE("a printer that is not there, is open or says nothing is told so", "[counter][print]") {
    int port = 0;
    {
        const EmulatedPrinter gone;
        port = gone.port();
    }
    counter::ReceiptBackend nowhere({printer::AddressKind::network, "127.0.0.1", port}, profile());
    CHECK(nowhere.poll()->health == PrinterHealth::offline);
    CHECK(nowhere.print(receipt(), [] {})->job.outcome == JobOutcome::failed);

    EmulatedFaults faults;
    faults.paper_rows = 0;
    EmulatedPrinter empty(faults);
    auto backend = backend_of(empty);
    CHECK(backend.poll()->health == PrinterHealth::paper_out);
    CHECK(printer::health_of(backend.print(receipt(), [] {})->job) == PrinterHealth::paper_out);

    faults = {};
    faults.cover_open = true;
    EmulatedPrinter open(faults);
    CHECK(backend_of(open).poll()->health == PrinterHealth::cover_open);

    faults = {};
    faults.near_end = true;
    EmulatedPrinter low(faults);
    CHECK(backend_of(low).poll()->health == PrinterHealth::paper_low);

    faults = {};
    faults.mute = true;
    EmulatedPrinter mute(faults);
    CHECK(backend_of(mute).poll()->health == PrinterHealth::offline);
}

TEST_CASE("a folder takes each paper as PDF and picture, for its owner only", "[counter][print]") {
    const TemporaryDirectory folder;
    counter::FolderBackend backend(folder / "out", printer::sheet_medium(printer::SheetSize::a4));
    CHECK(backend.poll()->health == PrinterHealth::ok);
    for (int i = 0; i < 2; ++i)
        CHECK(backend.print(receipt(), [] {})->job.outcome == JobOutcome::printed);
    CHECK(text_of(folder / "out/0001-receipt.pdf").starts_with("%PDF"));
    CHECK(text_of(folder / "out/0002-receipt.png").starts_with("\x89PNG"));

    struct stat info {};

    REQUIRE(stat((folder / "out/0001-receipt.pdf").c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
}

TEST_CASE("a printer does one job after the other and turns away what is too much",
          "[counter][print]") {
    struct Blocked final : counter::PrintBackend {
        explicit Blocked(std::shared_future<void> opened) : opened_(std::move(opened)) {}

        core::Result<PaperResult> print(const PaperOrder&,
                                        const std::function<void()>& begins) override {
            begins();
            opened_.wait();
            return PaperResult{{JobOutcome::printed}, 1};
        }

        std::optional<counter::PrinterCondition> poll() override { return std::nullopt; }

        std::shared_future<void> opened_;
    };

    std::promise<void> opened;
    std::promise<void> begun;
    std::promise<int> last;
    int ended = 0; // of the printer's thread
    counter::CounterPrinter printer("test", std::make_unique<Blocked>(opened.get_future().share()),
                                    [](const counter::PrinterCondition&) {});
    constexpr int most = 1 + static_cast<int>(counter::CounterPrinter::longest_queue);
    bool first = true; // of the printer's thread
    counter::CounterPrinter::Told told;
    told.begins = [&] {
        if (std::exchange(first, false)) begun.set_value();
    };
    told.ended = [&](const PaperResult&) {
        if (++ended == most) last.set_value(ended);
    };
    REQUIRE(printer.print({}, told));
    begun.get_future().wait(); // it has left the queue
    for (int i = 1; i < most; ++i) REQUIRE(printer.print({}, told));
    CHECK_FALSE(printer.print({}, told));
    opened.set_value();
    CHECK(last.get_future().get() == most);
}
