#include "scanner/live/key_layout.hpp"

#include <linux/input-event-codes.h>

#include <cstddef>
#include <string_view>

namespace scanner {

namespace {

/// Keys that are numbered one after another.
struct KeyRow {
    int first;
    std::string_view plain;
    std::string_view shifted;
};

constexpr KeyRow rows[] = {
    {KEY_1, "1234567890-=", "!@#$%^&*()_+"},
    {KEY_Q, "qwertyuiop[]", "QWERTYUIOP{}"},
    {KEY_A, "asdfghjkl;'`", "ASDFGHJKL:\"~"},
    {KEY_BACKSLASH, "\\zxcvbnm,./", "|ZXCVBNM<>?"},
    {KEY_SPACE, " ", " "},
    {KEY_KPASTERISK, "*", "*"},
    {KEY_KP7, "789-456+1230.", "789-456+1230."},
    {KEY_102ND, "\\", "|"},
    {KEY_KPSLASH, "/", "/"},
};

static_assert(KEY_EQUAL - KEY_1 == 11 && KEY_RIGHTBRACE - KEY_Q == 11 && KEY_GRAVE - KEY_A == 11 &&
              KEY_SLASH - KEY_BACKSLASH == 10 && KEY_KPDOT - KEY_KP7 == 12);

} // namespace

std::optional<char> us_character(int key, bool shift) {
    for (const KeyRow& row : rows) {
        if (key < row.first || key >= row.first + static_cast<int>(row.plain.size())) continue;
        const auto at = static_cast<std::size_t>(key - row.first);
        return shift ? row.shifted[at] : row.plain[at];
    }
    return std::nullopt;
}

bool is_keypad_digit(int key) {
    const auto character = us_character(key, false);
    return key >= KEY_KP7 && key <= KEY_KP0 && character && *character >= '0' && *character <= '9';
}

} // namespace scanner
