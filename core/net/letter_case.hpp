#pragma once

#include <algorithm>
#include <string>
#include <string_view>

// ASCII only, and whatever the machine's language is: what HTTP means by case.

namespace net {

inline char lower_case(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

inline std::string lower_case(std::string_view text) {
    std::string lower(text);
    for (char& letter : lower) letter = lower_case(letter);
    return lower;
}

inline bool equals_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char left, char right) { return lower_case(left) == lower_case(right); });
}

inline bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
    return equals_ignoring_case(text.substr(0, prefix.size()), prefix);
}

} // namespace net
