#include "scanner/live/key_scan.hpp"

#include "scanner/ascii.hpp"
#include "scanner/live/key_layout.hpp"

#include <linux/input-event-codes.h>

#include <cstdlib>
#include <utility>

namespace scanner {

namespace {

constexpr unsigned shifts = 0b11;
constexpr unsigned controls = 0b1100;
// What they do to a key depends on the maker: Alt spells characters, Meta opens menus.
constexpr unsigned spelling = 0b11110000;

// Ctrl+] is how scanners type the separator of GS1 codes.
constexpr char group_separator = 0x1D;

unsigned modifier_bit(int key) {
    switch (key) {
    case KEY_LEFTSHIFT:
        return 0b1;
    case KEY_RIGHTSHIFT:
        return 0b10;
    case KEY_LEFTCTRL:
        return 0b100;
    case KEY_RIGHTCTRL:
        return 0b1000;
    case KEY_LEFTALT:
        return 0b10000;
    case KEY_RIGHTALT:
        return 0b100000;
    case KEY_LEFTMETA:
        return 0b1000000;
    case KEY_RIGHTMETA:
        return 0b10000000;
    }
    return 0;
}

} // namespace

std::optional<Scan> KeyScan::add(const KeyEvent& event, Moment at) {
    if (has_begun()) last_ = at;
    if (hold_modifier(event) || event.action == KeyEvent::Action::released) return std::nullopt;
    // No scanner holds a key down so long: a person leans on it, or its release was lost.
    if (event.action == KeyEvent::Action::repeated) {
        if (has_begun()) trouble_ = Trouble::unreadable;
        return std::nullopt;
    }
    const bool ends = event.key == KEY_ENTER || event.key == KEY_KPENTER || event.key == KEY_TAB;
    if (ends && (held_ & ~shifts) == 0) return end();
    last_ = at;
    type(event.key);
    return std::nullopt;
}

void KeyScan::lose(Moment at) {
    trouble_ = Trouble::lost;
    held_ = 0;
    last_ = at;
}

std::optional<Scan> KeyScan::end_if_silent(Moment now) {
    if (!has_begun() || now - last_ < silence_) return std::nullopt;
    return end();
}

std::optional<Moment> KeyScan::ends_at() const {
    if (!has_begun()) return std::nullopt;
    return last_ + silence_;
}

bool KeyScan::hold_modifier(const KeyEvent& event) {
    const unsigned bit = modifier_bit(event.key);
    if (bit != 0) {
        held_ = event.action == KeyEvent::Action::released ? held_ & ~bit : held_ | bit;
        return true;
    }
    if (event.key == KEY_CAPSLOCK && event.action == KeyEvent::Action::pressed)
        caps_lock_ = !caps_lock_;
    // Num Lock is tapped by scanners that are about to spell a character.
    return event.key == KEY_CAPSLOCK || event.key == KEY_NUMLOCK;
}

void KeyScan::type(int key) {
    const bool shift = (held_ & shifts) != 0;
    auto character = us_character(key, shift);
    if (character && caps_lock_ && is_letter(*character)) character = us_character(key, !shift);
    if ((held_ & controls) != 0) {
        character = key == KEY_RIGHTBRACE ? std::optional(group_separator) : std::nullopt;
    }
    if (!character || (held_ & spelling) != 0) {
        trouble_ = Trouble::unreadable;
    } else if (text_.size() >= scan_limit_bytes) {
        trouble_ = Trouble::too_long;
    } else {
        text_ += *character;
    }
}

std::optional<Scan> KeyScan::end() {
    const std::string text = std::exchange(text_, {});
    switch (std::exchange(trouble_, Trouble::none)) {
    case Trouble::none:
        return finish_scan(text);
    case Trouble::unreadable:
        return Scan(core::Error{core::ErrorKind::invalid_input, "scan-letters-lost"});
    case Trouble::too_long:
        return Scan(too_long_scan());
    case Trouble::lost:
        return Scan(core::Error{core::ErrorKind::invalid_input, "scan-part-lost"});
    }
    std::abort();
}

} // namespace scanner
