#pragma once

#include <optional>

namespace scanner {

/// What a key of Linux's numbering (linux/input-event-codes.h) types on a US keyboard, which is
/// what scanners are set to when they leave the factory. None for keys that type nothing.
std::optional<char> us_character(int key, bool shift);

/// Whether the key is a digit of the keypad, with which Alt spells characters that are not there.
bool is_keypad_digit(int key);

} // namespace scanner
