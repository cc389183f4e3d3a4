#pragma once

#include <string_view>
#include <vector>

namespace printer {

/// A code as black and white modules, without its quiet zone, row by row.
struct CodePicture {
    int width = 0;  ///< modules
    int height = 0; ///< modules; 1 for a bar code
    std::vector<bool> black{};

    bool is_black(int x, int y) const {
        return black[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                     static_cast<std::size_t>(x)];
    }
};

/// How much of a QR code may be lost: M 15 %, Q 25 % (where a stamp may fall on it).
enum class Resistance { m, q };

/// White space that a decoder needs around a code, in modules.
inline constexpr int qr_quiet_modules = 4;
inline constexpr int code128_quiet_modules = 10;

/// Codes are ASCII and short: more would print as a grid too fine to read.
inline constexpr std::size_t longest_qr_text = 120;
inline constexpr std::size_t longest_code128_text = 48;

/// Requires printable ASCII of 1 to the length above.
CodePicture qr_picture(std::string_view text, Resistance resistance);
CodePicture code128_picture(std::string_view text);

} // namespace printer
