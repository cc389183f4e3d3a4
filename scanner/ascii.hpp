#pragma once

namespace scanner {

// Of ASCII only: what codes and scanners are written in.

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

constexpr bool is_letter(char c) { return is_capital(c) || (c >= 'a' && c <= 'z'); }

} // namespace scanner
