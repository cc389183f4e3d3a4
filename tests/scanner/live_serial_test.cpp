// A serial scanner, stood for by a pseudo terminal: the other end is unplugged by closing it.

#include "tests/support/live_events.hpp"
#include "tests/support/live_samples.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <pty.h>

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using files::FileDescriptor;
using live_samples::card;
using scanner::LiveScanner;
using scanner::SourceKind;
using Texts = std::vector<std::string>;

namespace {

/// The scanner's end of a line, and the link under which the line is found.
class Plugged {
public:
    explicit Plugged(const fs::path& link) : link_(link) {
        int ours = -1;
        int theirs = -1;
        char name[128];
        REQUIRE(openpty(&ours, &theirs, name, nullptr, nullptr) == 0);
        end_ = FileDescriptor(ours);
        const FileDescriptor closed(theirs);
        fs::create_symlink(name, link_);
    }

    ~Plugged() { fs::remove(link_); } // before the end is closed, as udev does about then

    Plugged(const Plugged&) = delete;
    Plugged& operator=(const Plugged&) = delete;

    void send(std::string_view bytes) {
        REQUIRE(write(end_.get(), bytes.data(), bytes.size()) ==
                static_cast<ssize_t>(bytes.size()));
    }

private:
    fs::path link_;
    FileDescriptor end_;
};

scanner::LiveSource serial(const fs::path& link) {
    return scanner::live_source({SourceKind::serial, link, 9600});
}

} // namespace

TEST_CASE("scans of a serial scanner arrive whole, however they are cut", "[scanner][live]") {
    const TemporaryDirectory folder;
    Plugged device(folder / "scanner");
    LiveEvents events;
    LiveScanner live(serial(folder / "scanner"), events.handlers());
    events.wait_for_sentence("is there");
    device.send("]C0A012-");
    device.send("230103\r");
    const std::string bytes = "]Q1" + card + "\r\n";
    for (std::size_t at = 0; at < bytes.size(); at += 7)
        device.send(std::string_view(bytes).substr(at, 7));
    CHECK(events.wait_for_scans(2) == Texts{"A012-230103", card});
    const auto scans = events.scans();
    CHECK(scans[0].payload.kind == scanner::PayloadKind::ticket);
    CHECK(scans[1].payload.kind == scanner::PayloadKind::citizen_id);
    CHECK(scans[1].source == "serial:" + (folder / "scanner").string());
    CHECK_FALSE(scans[0].format);
}

TEST_CASE("a serial scanner that sends no line end is read after silence", "[scanner][live]") {
    const TemporaryDirectory folder;
    Plugged device(folder / "scanner");
    LiveEvents events;
    LiveScanner live(serial(folder / "scanner"), events.handlers());
    events.wait_for_sentence("is there");
    device.send("A012-230103");
    CHECK(events.wait_for_scans(1) == Texts{"A012-230103"});
}

TEST_CASE("a serial scanner fired twice is one scan", "[scanner][live]") {
    const TemporaryDirectory folder;
    Plugged device(folder / "scanner");
    LiveEvents events;
    LiveScanner live(serial(folder / "scanner"), events.handlers(), 1h);
    events.wait_for_sentence("is there");
    device.send("A012-230103\rA012-230103\rA013-230103\r");
    CHECK(events.wait_for_scans(2) == Texts{"A012-230103", "A013-230103"});
}

TEST_CASE("a serial scanner is found again as often as it is replugged", "[scanner][live]") {
    const TemporaryDirectory folder;
    LiveEvents events;
    LiveScanner live(serial(folder / "scanner"), events.handlers());
    for (int i = 1; i <= 5; ++i) {
        events.wait_for_sentence("plug it in", i);
        Plugged device(folder / "scanner");
        events.wait_for_sentence("is there", i);
        const std::string number = std::to_string(i);
        device.send("A01" + number + "-230103\r");
        events.wait_for_scans(static_cast<std::size_t>(i));
        CHECK(events.scans().back().text == "A01" + number + "-230103");
        CHECK(events.sentences_with("plug it in") == i); // said once each time
    }
}

TEST_CASE("what a scanner cannot have meant is told and the next scan read", "[scanner][live]") {
    const TemporaryDirectory folder;
    Plugged device(folder / "scanner");
    LiveEvents events;
    LiveScanner live(serial(folder / "scanner"), events.handlers());
    events.wait_for_sentence("is there");
    device.send("Nguy\xEA\xFEn\rA012-230103\r");
    CHECK(events.wait_for_scans(1) == Texts{"A012-230103"});
    CHECK(events.sentences_with("UTF-8") == 1);
    CHECK(events.sentences_with("Nguy") == 0);
}

TEST_CASE("a file that is no serial line is told once", "[scanner][live]") {
    const TemporaryDirectory folder;
    const FileDescriptor file(open((folder / "scanner").c_str(), O_CREAT | O_WRONLY, 0600));
    LiveEvents events;
    LiveScanner live(serial(folder / "scanner"), events.handlers());
    events.wait_for_sentence("no serial line");
    live.stop();
    CHECK(events.sentences_with("no serial line") == 1);
}

TEST_CASE("a live scanner stops at once, with and without its device", "[scanner][live]") {
    const TemporaryDirectory folder;
    const auto stop_time = [&](bool plugged) {
        std::optional<Plugged> device;
        if (plugged) device.emplace(folder / "scanner");
        LiveEvents events;
        LiveScanner live(serial(folder / "scanner"), events.handlers());
        events.wait_for_sentence(plugged ? "is there" : "plug it in");
        const auto begun = std::chrono::steady_clock::now();
        live.stop();
        live.stop(); // a second time changes nothing
        return std::chrono::steady_clock::now() - begun;
    };
    CHECK(stop_time(true) < 200ms);
    CHECK(stop_time(false) < 200ms);
}
