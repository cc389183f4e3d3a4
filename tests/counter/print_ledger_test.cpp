#include "counter/print_ledger.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <random>
#include <vector>

using counter::PrintEntry;
using counter::PrintLedger;
using printer::JobOutcome;
using Answer = counter::PrintLedger::Answer;
using namespace std::chrono_literals;

namespace {

const core::Instant first_print = core::parse_instant("2026-03-02T07:30:00+07:00").value();

void end(PrintLedger& ledger, const std::string& key, JobOutcome outcome, int copies = 0) {
    PrintEntry entry = *ledger.entry(key);
    entry.outcome = outcome;
    entry.printed_copies += copies;
    ledger.end(key, entry);
}

/// A new run that reads what the earlier one has kept.
PrintLedger restarted(const std::vector<std::string>& lines, core::Instant now) {
    PrintLedger ledger;
    for (const std::string& line : lines) ledger.read_line(line);
    ledger.close_earlier_run(now);
    return ledger;
}

} // namespace

TEST_CASE("a key that printed, or may have, prints nothing more", "[counter][print]") {
    for (const auto outcome : {JobOutcome::printed, JobOutcome::unknown}) {
        PrintLedger ledger;
        CHECK(ledger.ask("k", "receipt") == Answer::go);
        ledger.begin("k", "receipt", first_print);
        CHECK(ledger.ask("k", "receipt") == Answer::wait);
        end(ledger, "k", outcome);
        CHECK(ledger.ask("k", "receipt") == Answer::told);
        CHECK(ledger.entry("k")->outcome == outcome);
        CHECK(ledger.ask("another", "receipt") == Answer::go);
    }
}

TEST_CASE("a key belongs to one request", "[counter][print]") {
    PrintLedger ledger;
    ledger.begin("k", "receipt|A", first_print);
    CHECK(ledger.ask("k", "receipt|B") == Answer::mismatch);
    end(ledger, "k", JobOutcome::failed);
    CHECK(ledger.ask("k", "receipt|B") == Answer::mismatch);
}

TEST_CASE("what surely failed may be printed under its key, with the copies that are missing",
          "[counter][print]") {
    PrintLedger ledger;
    ledger.begin("k", "3 copies", first_print);
    end(ledger, "k", JobOutcome::failed, 1);
    CHECK(ledger.ask("k", "3 copies") == Answer::go);
    ledger.begin("k", "3 copies", first_print + 1min);
    CHECK(ledger.entry("k")->printed_copies == 1);
    ledger.take_back("k"); // the printer's queue was full
    CHECK(ledger.entry("k")->outcome == JobOutcome::failed);
    ledger.begin("k", "3 copies", first_print + 2min);
    end(ledger, "k", JobOutcome::printed, 2);
    CHECK(ledger.entry("k")->printed_copies == 3);
    CHECK(ledger.ask("k", "3 copies") == Answer::told);
}

TEST_CASE("what never began is forgotten", "[counter][print]") {
    PrintLedger ledger;
    ledger.begin("k", "receipt", first_print);
    ledger.take_back("k");
    CHECK(ledger.entry("k") == nullptr);
    CHECK(ledger.ask("k", "another") == Answer::go);
}

TEST_CASE("what was being printed when the program was killed is unknown", "[counter][print]") {
    PrintLedger ledger;
    ledger.begin("k", "receipt", first_print);
    std::vector<std::string> lines = {PrintLedger::line_of("k", *ledger.entry("k"))};
    auto killed = restarted(lines, first_print + 1min);
    CHECK(killed.ask("k", "receipt") == Answer::told);
    CHECK(killed.entry("k")->outcome == JobOutcome::unknown);
    CHECK(killed.entry("k")->told.code == "print-ended-unknown");

    end(ledger, "k", JobOutcome::printed, 1);
    lines.push_back(PrintLedger::line_of("k", *ledger.entry("k")));
    const auto ended = restarted(lines, first_print + 1min);
    CHECK(ended.entry("k")->outcome == JobOutcome::printed);
    CHECK(ended.entry("k")->printed_copies == 1);
    CHECK(restarted(lines, first_print + PrintLedger::kept + 1h).entries().empty());
    CHECK(restarted({"no json", "{}", R"({"key":"k"})"}, first_print).entries().empty());
}

TEST_CASE("what was told is said again in another language after a restart", "[counter][print]") {
    const core::Message told{"print-failed", {{"cause", core::Term{"print_cause", "cover_open"}}}};
    PrintLedger ledger;
    ledger.begin("k", "receipt", first_print);
    PrintEntry entry = *ledger.entry("k");
    entry.outcome = JobOutcome::failed;
    entry.told = told;
    const std::string line = PrintLedger::line_of("k", entry);
    CHECK_THAT(line, Catch::Contains("nắp máy in đang mở"));
    CHECK(restarted({line}, first_print).entry("k")->told == told);

    // As versions before 0.2.0 wrote it: a sentence and no code.
    const std::string earlier =
        R"x({"key":"k","request":"receipt","outcome":"printed","text":"Đã in (printed)",)x"
        R"x("copies":1,"touched":true,"at":"2026-03-02T08:00:00+07:00"})x";
    const auto read = restarted({earlier}, first_print);
    CHECK(read.entry("k")->outcome == JobOutcome::printed);
    CHECK(read.entry("k")->told == core::Message("Đã in (printed)"));

    // Written anew at a start, it still has no code, and says the same.
    const std::string anew = PrintLedger::line_of("k", *read.entry("k"));
    CHECK_THAT(anew, Catch::Contains(R"("code":"")"));
    CHECK(restarted({anew}, first_print).entry("k")->told == core::Message("Đã in (printed)"));
}

TEST_CASE("no key ever prints its paper twice, whatever fails and whenever the program dies",
          "[counter][print]") {
    std::mt19937 random(7);
    PrintLedger ledger;
    std::vector<std::string> disk;
    std::map<std::string, int> papers; // how often each key's paper may have come out
    for (int step = 0; step < 20'000; ++step) {
        const std::string key = std::to_string(random() % 300);
        if (ledger.ask(key, key) == Answer::go) {
            ledger.begin(key, key, first_print);
            if (random() % 10 == 0) {
                ledger.take_back(key);
                continue;
            }
            disk.push_back(PrintLedger::line_of(key, *ledger.entry(key)));
            const bool dies = random() % 10 == 0;
            const bool comes_out = random() % 2 == 0;
            papers[key] += comes_out ? 1 : 0;
            if (!dies) {
                const bool says_so = random() % 2 == 0;
                end(ledger, key,
                    !comes_out ? JobOutcome::failed
                    : says_so  ? JobOutcome::printed
                               : JobOutcome::unknown);
                disk.push_back(PrintLedger::line_of(key, *ledger.entry(key)));
            }
            if (dies) ledger = restarted(disk, first_print);
        }
        if (random() % 100 == 0) ledger = restarted(disk, first_print);
    }
    for (const auto& [key, times] : papers) CHECK(times <= 1);
    CHECK(papers.size() > 250);
}
