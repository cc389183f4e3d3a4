// A scanner that acts as a keyboard, stood for by a pipe with the records of an input device.

#include "scanner/live/hid_device.hpp"
#include "scanner/live/key_layout.hpp"
#include "tests/support/live_events.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <linux/input.h>
#include <sys/stat.h>

#include <span>

using namespace std::chrono_literals;
using files::FileDescriptor;
using scanner::LiveScanner;
using Texts = std::vector<std::string>;

namespace {

using Records = std::vector<input_event>;

void add(Records& records, int type, int code, int value) {
    input_event event{};
    event.type = static_cast<__u16>(type);
    event.code = static_cast<__u16>(code);
    event.value = value;
    records.push_back(event);
}

void add_key(Records& records, int key, int value) {
    add(records, EV_MSC, MSC_SCAN, 0x70000 + key);
    add(records, EV_KEY, key, value);
    add(records, EV_SYN, SYN_REPORT, 0);
}

/// What a scanner types, Enter at the end.
Records typed(std::string_view text) {
    Records records;
    for (const char c : text) {
        for (int key = 0; key <= KEY_SPACE; ++key) {
            const bool shift = scanner::us_character(key, false) != c;
            if (shift && scanner::us_character(key, true) != c) continue;
            if (shift) add_key(records, KEY_LEFTSHIFT, 1);
            add_key(records, key, 1);
            add_key(records, key, 0);
            if (shift) add_key(records, KEY_LEFTSHIFT, 0);
            break;
        }
    }
    add_key(records, KEY_ENTER, 1);
    add_key(records, KEY_ENTER, 0);
    return records;
}

/// A scanner whose device file is a pipe.
class Pipe {
public:
    Pipe() {
        int ends[2];
        REQUIRE(pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0);
        read_ = FileDescriptor(ends[0]);
        write_ = FileDescriptor(ends[1]);
    }

    /// Opens once; after that it is unplugged.
    scanner::LiveSource source() {
        return {"hid:test", {}, [this](scanner::Moment) -> scanner::OpenedDevice {
                    if (!read_.is_open()) return scanner::not_opened(ENOENT);
                    return {std::make_unique<scanner::HidDevice>(std::move(read_)), {}};
                }};
    }

    void send(std::span<const std::byte> bytes) {
        REQUIRE(write(write_.get(), bytes.data(), bytes.size()) ==
                static_cast<ssize_t>(bytes.size()));
    }

    void send(const Records& records) { send(std::as_bytes(std::span(records))); }

    void unplug() { write_.reset(); }

private:
    FileDescriptor read_;
    FileDescriptor write_;
};

} // namespace

TEST_CASE("scans of a keyboard scanner arrive and its end is noticed", "[scanner][live]") {
    Pipe device;
    LiveEvents events;
    LiveScanner live(device.source(), events.handlers());
    events.wait_for_sentence("is there");
    device.send(typed("000.00.18.H55-230103-0001"));
    device.send(typed("MC1:x|y?~"));
    CHECK(events.wait_for_scans(2) == Texts{"000.00.18.H55-230103-0001", "MC1:x|y?~"});
    CHECK(events.scans()[0].payload.kind == scanner::PayloadKind::dossier);
    device.unplug();
    events.wait_for_sentence("plug it in");
}

TEST_CASE("records of an input device may come in pieces", "[scanner][live]") {
    Pipe device;
    LiveEvents events;
    LiveScanner live(device.source(), events.handlers());
    const Records records = typed("A012-230103");
    auto bytes = std::as_bytes(std::span(records));
    while (!bytes.empty()) {
        const auto size = std::min<std::size_t>(bytes.size(), 17);
        device.send(bytes.first(size));
        bytes = bytes.subspan(size);
    }
    CHECK(events.wait_for_scans(1) == Texts{"A012-230103"});
}

TEST_CASE("after the kernel lost keys the scan is refused, the next one read", "[scanner][live]") {
    Pipe device;
    LiveEvents events;
    LiveScanner live(device.source(), events.handlers());
    Records records;
    add_key(records, KEY_1, 1);
    add(records, EV_SYN, SYN_DROPPED, 0);
    add(records, EV_KEY, KEY_2, 1); // up to the report all is unsure
    add(records, EV_SYN, SYN_REPORT, 0);
    add_key(records, KEY_ENTER, 1);
    device.send(records);
    device.send(typed("A012-230103"));
    CHECK(events.wait_for_scans(1) == Texts{"A012-230103"});
    CHECK(events.sentences_with("lost") == 1);
}

TEST_CASE("characters spelled with Alt are told to staff, not guessed", "[scanner][live]") {
    Pipe device;
    LiveEvents events;
    LiveScanner live(device.source(), events.handlers());
    Records records;
    add_key(records, KEY_A, 1);
    add_key(records, KEY_LEFTALT, 1);
    add_key(records, KEY_KP2, 1);
    add_key(records, KEY_KP2, 0);
    add_key(records, KEY_LEFTALT, 0);
    add_key(records, KEY_ENTER, 1);
    device.send(records);
    events.wait_for_sentence("USB-COM");
    CHECK(events.scans().empty());
}

TEST_CASE("an input device is opened by its path and needs no grab to work", "[scanner][live]") {
    const TemporaryDirectory folder;
    const auto path = folder / "event0";
    REQUIRE(mkfifo(path.c_str(), 0600) == 0);
    // Held open both ways, so that the reader never finds the end.
    const FileDescriptor end(open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC));
    LiveEvents events;
    LiveScanner live(scanner::live_source({scanner::SourceKind::hid, path, 0}), events.handlers());
    events.wait_for_sentence("is there");
    const Records records = typed("A012-230103");
    const auto bytes = std::as_bytes(std::span(records));
    REQUIRE(write(end.get(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
    CHECK(events.wait_for_scans(1) == Texts{"A012-230103"});
}
