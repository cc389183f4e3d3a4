#include "scanner/live/key_layout.hpp"
#include "scanner/live/key_scan.hpp"
#include "tests/support/live_samples.hpp"
#include "tests/support/random.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch.hpp>
#include <linux/input-event-codes.h>

using namespace std::chrono_literals;
using live_samples::start;
using scanner::KeyEvent;
using scanner::KeyScan;
using scanner::Moment;
using scanner::Scan;

namespace {

std::optional<Scan> tap(KeyScan& keys, int key, Moment at = start) {
    auto scan = keys.add({key, KeyEvent::Action::pressed}, at);
    keys.add({key, KeyEvent::Action::released}, at);
    return scan;
}

/// Types as a scanner on a US layout does.
void type(KeyScan& keys, std::string_view text, int shift_key = KEY_LEFTSHIFT) {
    for (const char c : text) {
        for (int key = 0; key <= KEY_SPACE; ++key) {
            const bool shift = scanner::us_character(key, false) != c;
            if (shift && scanner::us_character(key, true) != c) continue;
            if (shift) keys.add({shift_key, KeyEvent::Action::pressed}, start);
            tap(keys, key);
            if (shift) keys.add({shift_key, KeyEvent::Action::released}, start);
            break;
        }
    }
}

std::string message(const std::optional<Scan>& scan) {
    REQUIRE(scan);
    REQUIRE_FALSE(*scan);
    return samples::in_english(scan->error().message);
}

} // namespace

TEST_CASE("the keys of the US layout give every printable character", "[scanner][live]") {
    for (char c = ' '; c <= '~'; ++c) {
        INFO("character " << c);
        KeyScan keys;
        type(keys, std::string(1, c));
        CHECK(tap(keys, KEY_ENTER)->value() == std::string(1, c));
    }
    CHECK_FALSE(scanner::us_character(KEY_F1, false));
    CHECK_FALSE(scanner::us_character(KEY_ESC, false));
    CHECK_FALSE(scanner::us_character(-1, false));
    CHECK(scanner::us_character(KEY_KP0, false) == '0');
}

TEST_CASE("any text in ASCII comes through a keyboard scanner whole", "[scanner][live]") {
    for_random_cases(300, [](Random& random) {
        std::string text;
        for (int i = random.integer(1, 60); i > 0; --i)
            text += static_cast<char>(random.integer(' ', '~'));
        if (text.starts_with("]")) text[0] = '[';
        KeyScan keys;
        type(keys, text, random.one_in(2) ? KEY_LEFTSHIFT : KEY_RIGHTSHIFT);
        const int enters[] = {KEY_ENTER, KEY_KPENTER, KEY_TAB};
        const auto scan = tap(keys, random.pick(enters));
        REQUIRE(scan);
        CHECK(scan->value() == text);
        CHECK_FALSE(tap(keys, KEY_ENTER));
    });
}

TEST_CASE("caps lock turns letters round and nothing else", "[scanner][live]") {
    KeyScan keys;
    tap(keys, KEY_CAPSLOCK);
    type(keys, "a012-B");
    tap(keys, KEY_CAPSLOCK);
    type(keys, "c");
    CHECK(tap(keys, KEY_ENTER)->value() == "A012-bc");
}

TEST_CASE("a character spelled with Alt refuses the scan instead of guessing", "[scanner][live]") {
    KeyScan keys;
    type(keys, "Nguy");
    tap(keys, KEY_NUMLOCK);
    keys.add({KEY_LEFTALT, KeyEvent::Action::pressed}, start);
    for (const int key : {KEY_KP7, KEY_KP8, KEY_KP7, KEY_KP7}) tap(keys, key);
    keys.add({KEY_LEFTALT, KeyEvent::Action::released}, start);
    type(keys, "n");
    CHECK_THAT(message(tap(keys, KEY_ENTER)), Catch::Contains("USB-COM"));
    type(keys, "A012-230103");
    CHECK(tap(keys, KEY_ENTER)->value() == "A012-230103");
}

TEST_CASE("keys that type nothing and keys that repeat refuse the scan", "[scanner][live]") {
    KeyScan keys;
    type(keys, "A012");
    tap(keys, KEY_F5);
    CHECK_THAT(message(tap(keys, KEY_ENTER)), Catch::Contains("cannot send"));
    type(keys, "A012");
    keys.add({KEY_2, KeyEvent::Action::repeated}, start);
    CHECK_THAT(message(tap(keys, KEY_ENTER)), Catch::Contains("cannot send"));
}

TEST_CASE("control and a bracket are the separator of GS1 codes", "[scanner][live]") {
    KeyScan keys;
    type(keys, "10A");
    keys.add({KEY_LEFTCTRL, KeyEvent::Action::pressed}, start);
    tap(keys, KEY_RIGHTBRACE);
    keys.add({KEY_LEFTCTRL, KeyEvent::Action::released}, start);
    type(keys, "21B");
    CHECK(tap(keys, KEY_ENTER)->value() == "10A\x1D"
                                           "21B");
}

TEST_CASE("a scan of which keys were lost is refused", "[scanner][live]") {
    KeyScan keys;
    type(keys, "A01");
    keys.lose(start);
    type(keys, "230103");
    CHECK_THAT(message(tap(keys, KEY_ENTER)), Catch::Contains("lost"));
}

TEST_CASE("silence ends a keyboard scan without Enter", "[scanner][live]") {
    KeyScan keys;
    CHECK_FALSE(keys.ends_at());
    type(keys, "A012-230103");
    CHECK(keys.ends_at() == start + 100ms);
    CHECK_FALSE(keys.end_if_silent(start + 99ms));
    CHECK(keys.end_if_silent(start + 100ms)->value() == "A012-230103");
    CHECK_FALSE(keys.end_if_silent(start + 1s));
}

TEST_CASE("keys without an end take no more memory and are refused", "[scanner][live]") {
    KeyScan keys;
    for (std::size_t i = 0; i < 2 * scanner::scan_limit_bytes; ++i) tap(keys, KEY_1);
    CHECK_THAT(message(tap(keys, KEY_ENTER)), Catch::Contains("longer than any code"));
}
