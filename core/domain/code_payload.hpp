#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace core {

/// What the office's own QR codes begin with; a later payload gets another word.
inline constexpr std::string_view code_payload_mark = "MC1";

/// No code of ours is longer: beyond it a payload is somebody else's.
inline constexpr std::size_t longest_checked_code = 64;

/// `H`: the code of a dossier (hồ sơ). `T`: the code of a ticket.
struct CheckedCode {
    char kind;
    std::string code;
};

/// What the office's own QR codes hold: `MC1:<kind>:<code>:<check>`, where check is the
/// CRC-16/CCITT-FALSE of all before it in four upper-case hex digits. It finds a misread code; it
/// proves nothing about who made it: the code is still looked up in the books.
/// Requires kind `H` or `T` and a code of 1 to 64 characters of `0-9 A-Z a-z . -`.
std::string code_payload(char kind, std::string_view code);

/// None when the text is not such a payload to the last character.
std::optional<CheckedCode> read_code_payload(std::string_view payload);

} // namespace core
