// The one table from what a device says to what people are told: kiosk and counters use it both.

#include "core/words/words.hpp"
#include "printer/printer_health.hpp"

#include <catch2/catch.hpp>

using core::PrinterHealth;
using printer::Cause;
using printer::health_of;
using printer::JobOutcome;
using printer::JobResult;
using printer::PrinterStatus;

namespace {

constexpr PrinterHealth healths[] = {PrinterHealth::ok,        PrinterHealth::paper_low,
                                     PrinterHealth::paper_out, PrinterHealth::cover_open,
                                     PrinterHealth::offline,   PrinterHealth::error,
                                     PrinterHealth::unknown,   PrinterHealth::none};

constexpr Cause causes[] = {Cause::none,          Cause::no_connection,   Cause::no_answer,
                            Cause::paper_out,     Cause::cover_open,      Cause::offline,
                            Cause::printer_error, Cause::connection_lost, Cause::stalled,
                            Cause::contradiction};

} // namespace

TEST_CASE("a printer's status is told by what is to be done first", "[printer][health]") {
    PrinterStatus status;
    CHECK(health_of(status) == PrinterHealth::ok);
    status.paper_near_end = true;
    CHECK(health_of(status) == PrinterHealth::paper_low);
    status.offline = true;
    CHECK(health_of(status) == PrinterHealth::offline);
    status.error = true;
    CHECK(health_of(status) == PrinterHealth::error);
    status.cover_open = true;
    CHECK(health_of(status) == PrinterHealth::cover_open);
    status.paper_end = true;
    CHECK(health_of(status) == PrinterHealth::paper_out);
    status = {};
    status.stopped_by_paper_end = true;
    CHECK(health_of(status) == PrinterHealth::paper_out);
}

TEST_CASE("a job that has ended tells how its printer is", "[printer][health]") {
    const auto failed = [](Cause cause) { return health_of(JobResult{JobOutcome::failed, cause}); };
    CHECK(health_of(JobResult{JobOutcome::printed}) == PrinterHealth::ok);
    CHECK(health_of(JobResult{JobOutcome::printed, Cause::none, true}) == PrinterHealth::paper_low);
    CHECK(failed(Cause::paper_out) == PrinterHealth::paper_out);
    CHECK(failed(Cause::cover_open) == PrinterHealth::cover_open);
    for (const Cause gone :
         {Cause::no_connection, Cause::no_answer, Cause::offline, Cause::connection_lost})
        CHECK(failed(gone) == PrinterHealth::offline);
    for (const Cause odd : {Cause::printer_error, Cause::stalled, Cause::contradiction})
        CHECK(failed(odd) == PrinterHealth::error);
    // One that never confirms is not told as away after each ticket.
    CHECK(health_of(JobResult{JobOutcome::unknown, Cause::no_answer}) == PrinterHealth::unknown);
    CHECK(health_of(JobResult{}) == PrinterHealth::unknown);
}

TEST_CASE("each health and each cause has its words in each language", "[printer][health][words]") {
    for (const words::Language language : words::Language::all()) {
        for (const PrinterHealth health : healths) {
            CHECK(words::word(language, "printer_health", to_text(health)) != to_text(health));
            const core::Message advice = printer::advice(health);
            CHECK(advice.code.empty() == (health == PrinterHealth::ok));
            if (!advice.code.empty()) CHECK(words::say(language, advice) != advice.code);
        }
        for (const Cause cause : causes)
            CHECK(words::word(language, "print_cause", to_text(cause)) != to_text(cause));
        for (const JobOutcome outcome :
             {JobOutcome::printed, JobOutcome::failed, JobOutcome::unknown}) {
            const auto message = printer::message_of({outcome, Cause::paper_out, true, true});
            const std::string told = words::say(language, message);
            CHECK(told != message.code);
            CHECK(told.find('{') == std::string::npos);
        }
    }
}
