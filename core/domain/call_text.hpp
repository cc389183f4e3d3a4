#pragma once

#include <array>
#include <string>
#include <string_view>

namespace core {

/// A call is spoken so many times, after a chime (law.md §7).
inline constexpr int times_spoken = 2;

/// What a call is made of: before the ticket's number, between it and the counter's, and each
/// digit.
struct CallSpeech {
    std::string_view before_number;
    std::string_view before_counter;
    std::array<std::string_view, 10> digits;
};

extern const CallSpeech call_speech;

/// Digit by digit, as the room hears it (law.md §7): `A012` -> `A không một hai`.
std::string spell_out(std::string_view number);

/// On the board: `Mời số A012 đến quầy số 3`.
std::string call_sentence(std::string_view number, int counter);

/// For the voice: `Mời số A không một hai đến quầy số ba`. The counter's number is read
/// digit by digit as well: 12 is `một hai`.
std::string spoken_call(std::string_view number, int counter);

} // namespace core
