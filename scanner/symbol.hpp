#pragma once

#include "core/domain/enum_text.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace scanner {

/// What is looked for. Others are left out: "all formats" reads codes in noise (scanner/README.md).
enum class Format { qr_code, code_128, code_39, pdf_417, data_matrix };

/// As ZXing and others call them.
inline constexpr auto formats = core::enum_text<Format>("format",
                                                        {{Format::qr_code, "QRCode"},
                                                         {Format::code_128, "Code128"},
                                                         {Format::code_39, "Code39"},
                                                         {Format::pdf_417, "PDF417"},
                                                         {Format::data_matrix, "DataMatrix"}});

/// Pixels of the picture, from its top left corner.
struct Point {
    double x = 0;
    double y = 0;

    bool operator==(const Point&) const = default;
};

/// The corners of a symbol in turn, beginning with its own top left one where that is known.
using Corners = std::array<Point, 4>;

/// One code on a picture.
struct Symbol {
    Format format = Format::qr_code;
    /// Valid UTF-8. A text that the code did not say the encoding of and that is no UTF-8 is
    /// ZXing's guess, and `guessed`.
    std::string text;
    bool guessed = false;
    Corners corners{};
    /// The name of the stage that read it: `plain`, `region`, `zbar`, ...
    std::string stage;
    /// From the begin of the search.
    std::chrono::microseconds found_after{0};
};

constexpr std::string_view to_text(Format format) { return formats.text(format); }

constexpr std::optional<Format> parse_format(std::string_view text) { return formats.parse(text); }

/// The point where the diagonals of an even symbol meet.
Point middle(const Corners& corners);

} // namespace scanner
