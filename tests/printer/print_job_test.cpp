#include "core/words/words.hpp"
#include "printer/print_job.hpp"
#include "printer/printer_address.hpp"
#include "tests/support/printer_profiles.hpp"
#include "tests/support/random.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace std::chrono_literals;
using printer::Cause;
using printer::Confirmation;
using printer::EncodedJob;
using printer::JobOutcome;
using printer::PrinterProfile;
using printer::PrintJob;
using samples::profile_named;

namespace {

const std::string ready = "\x12\x12\x12\x12";
const std::string in_order("\0", 1);
const std::string done_4711("\x37\x22"
                            "4711\0",
                            7);

/// A job of three pieces, and the time it is told.
struct CounterState {
    explicit CounterState(const std::string& profile)
        : job(EncodedJob{"", "BODY", "TAIL", "?", 800}, profile_named(profile), "4711", {}, now) {}

    /// Takes all that is to be sent now.
    std::string take() {
        std::string bytes(job.to_send());
        job.sent(bytes.size(), now);
        return bytes;
    }

    void hear(const std::string& bytes) { job.received(bytes, now); }

    void wait(std::chrono::milliseconds time) {
        for (; time > 0ms && !job.result(); time -= 100ms) {
            now += 100ms;
            job.check_time(now);
        }
    }

    /// As far as the confirmation of a printer with all abilities.
    void send_all() {
        take();
        hear(ready);
        CHECK(take() == "BODY");
        CHECK(take() == "\x1Dr\x01");
        hear(in_order);
        CHECK(take() == "TAIL?");
    }

    PrintJob::Time now{1h};
    PrintJob job;
};

} // namespace

TEST_CASE("a ticket is printed when status, confirmation and status say so", "[printer][job]") {
    CounterState desk("epson-80");
    desk.send_all();
    CHECK_FALSE(desk.job.result());
    desk.hear(done_4711);
    CHECK_FALSE(desk.job.result());
    CHECK(desk.take() == printer::status_request);
    desk.hear(ready);
    REQUIRE(desk.job.result());
    CHECK(desk.job.result()->outcome == JobOutcome::printed);
    CHECK_FALSE(desk.job.result()->paper_near_end);
}

TEST_CASE("nothing is sent to a printer that is not ready", "[printer][job]") {
    const auto asked = [](const std::string& status) {
        CounterState desk("epson-80");
        desk.take();
        desk.hear(status);
        CHECK(desk.job.to_send().empty());
        REQUIRE(desk.job.result());
        CHECK(desk.job.result()->outcome == JobOutcome::failed);
        CHECK_FALSE(desk.job.result()->reached_printer);
        return desk.job.result()->cause;
    };
    CHECK(asked("\x1A\x12\x12\x72") == Cause::paper_out);
    CHECK(asked("\x1A\x16\x12\x12") == Cause::cover_open);
    CHECK(asked("\x1A\x12\x12\x12") == Cause::offline);
    CHECK(asked("\x12\x12\x1A\x12") == Cause::printer_error);
}

TEST_CASE("a printer that does not answer gets nothing", "[printer][job]") {
    CounterState desk("generic-80");
    desk.take();
    desk.hear("\x12\x12"); // half an answer
    desk.wait(2s);
    CHECK(desk.take() == printer::status_request); // behind the recovery
    desk.wait(2s);
    REQUIRE(desk.job.result());
    CHECK(desk.job.result()->outcome == JobOutcome::failed);
    CHECK(desk.job.result()->cause == Cause::no_answer);
}

TEST_CASE("paper that ends before the ticket's end is sent is a sure failure", "[printer][job]") {
    CounterState desk("generic-80");
    desk.take();
    desk.hear(ready);
    desk.take();
    desk.take();
    desk.wait(1'100ms);
    CHECK(desk.take() == printer::status_request);
    desk.hear("\x1A\x32\x12\x72");
    REQUIRE(desk.job.result());
    CHECK(desk.job.result()->outcome == JobOutcome::failed);
    CHECK(desk.job.result()->cause == Cause::paper_out);
    CHECK(desk.job.result()->reached_printer);
}

TEST_CASE("what stops after the last byte is unknown to everybody", "[printer][job]") {
    CounterState lost("generic-80");
    lost.send_all();
    lost.job.lost(Cause::connection_lost);
    CHECK(lost.job.result()->outcome == JobOutcome::unknown);

    CounterState silent("generic-80");
    silent.send_all();
    silent.wait(60s);
    REQUIRE(silent.job.result());
    CHECK(silent.job.result()->outcome == JobOutcome::unknown);
}

TEST_CASE("a printer that threw the rest away has surely not printed it", "[printer][job]") {
    CounterState desk("epson-80");
    desk.send_all();
    desk.wait(1'100ms);
    desk.take();
    desk.hear("\x1A\x32\x12\x72");
    CHECK(desk.take() == profile_named("epson-80").clear);
    desk.hear(std::string("\x37\x25\0", 3));
    REQUIRE(desk.job.result());
    CHECK(desk.job.result()->outcome == JobOutcome::failed);
    CHECK(desk.job.result()->cause == Cause::paper_out);
}

TEST_CASE("another job's confirmation is none", "[printer][job]") {
    CounterState desk("epson-80");
    desk.send_all();
    desk.hear(std::string("\x37\x22"
                          "4710\0",
                          7));
    CHECK(desk.take().empty());
    desk.wait(60s);
    CHECK(desk.job.result()->outcome == JobOutcome::unknown);
}

TEST_CASE("a printer that confirms and says that it stopped contradicts itself", "[printer][job]") {
    CounterState desk("epson-80");
    desk.send_all();
    desk.hear(done_4711);
    desk.take();
    desk.hear("\x1A\x32\x12\x72");
    CHECK(desk.job.result()->outcome == JobOutcome::unknown);
    CHECK(desk.job.result()->cause == Cause::contradiction);
}

TEST_CASE("a printer without answers never counts as having printed", "[printer][job]") {
    CounterState desk("mute-80");
    CHECK(desk.take() == "BODY");
    CHECK(desk.take() == "TAIL?");
    REQUIRE(desk.job.result());
    CHECK(desk.job.result()->outcome == JobOutcome::unknown);
}

TEST_CASE("a stalled printer has not got the end of the ticket", "[printer][job]") {
    CounterState desk("generic-80");
    desk.take();
    desk.hear(ready);
    desk.job.sent(2, desk.now);
    desk.wait(6s);
    REQUIRE(desk.job.result());
    CHECK(desk.job.result()->outcome == JobOutcome::failed);
    CHECK(desk.job.result()->cause == Cause::stalled);
}

TEST_CASE("whatever a printer says, no ticket is called printed without its confirmation, "
          "and none failed that may be whole",
          "[printer][job]") {
    for_random_cases(2'000, [](Random& random) {
        static const std::array profiles = {"epson-80", "generic-80", "clone-80", "mute-80"};
        const std::string profile = random.pick(profiles);
        CounterState desk(profile);
        bool confirmed = false;
        bool cleared = false;
        bool all_out = false;
        for (int turn = 0; turn < 400 && !desk.job.result(); ++turn) {
            const bool is_tail = desk.job.to_send().ends_with("L?");
            if (random.one_in(2)) {
                desk.take();
                all_out = all_out || is_tail;
            }
            std::string said;
            static const std::array<std::string, 8> usual = {
                ready,  in_order, done_4711, std::string("\x37\x25\0", 3), "\x1A\x32\x12\x72",
                "\x12", "\x37",   "\x10"};
            if (random.one_in(2)) said = random.pick(usual);
            if (all_out) {
                confirmed = confirmed || said == in_order || said == done_4711 || said == "\x37";
                cleared = cleared || said == usual[3] || said == "\x37";
            }
            desk.hear(said);
            desk.wait(std::chrono::milliseconds(100 * random.integer(0, 5)));
            if (random.one_in(60)) desk.job.lost(Cause::connection_lost);
        }
        if (!desk.job.result()) return;
        const auto outcome = desk.job.result()->outcome;
        if (outcome == JobOutcome::printed && profile != "clone-80") {
            CHECK(all_out);
            CHECK(confirmed);
        }
        if (outcome == JobOutcome::failed) {
            const bool may_be_whole = all_out && !cleared;
            CHECK_FALSE(may_be_whole);
        }
        CHECK(words::has_sentence(printer::message_of(*desk.job.result()).code));
    });
}

TEST_CASE("a printer's port is one of four kinds", "[printer][port]") {
    const auto network = printer::parse_printer_address("tcp:192.0.2.7").value();
    CHECK(network.kind == printer::AddressKind::network);
    CHECK(network.number == 9100);
    CHECK(printer::parse_printer_address("tcp:[2001:db8::1]:9101").value().name == "2001:db8::1");
    CHECK(printer::parse_printer_address("tcp:[2001:db8::1]:9101").value().number == 9101);
    const auto line = printer::parse_printer_address("device:/dev/ttyS0@115200").value();
    CHECK(line.name == "/dev/ttyS0");
    CHECK(line.number == 115'200);
    CHECK(printer::parse_printer_address("device:/dev/usb/lp0").value().number == 0);
    CHECK(printer::parse_printer_address("cups:May_in-1").value().kind ==
          printer::AddressKind::cups);
    CHECK(printer::parse_printer_address("file:a:b").value().name == "a:b");
    for (const char* wrong : {"", "tcp:", "tcp:host:0", "tcp:host:x", "tcp:host:70000", "cups:-d",
                              "cups:a b", "usb:1", "host", "device:@9600", "file:"}) {
        INFO(wrong);
        CHECK_FALSE(printer::parse_printer_address(wrong));
    }
}
