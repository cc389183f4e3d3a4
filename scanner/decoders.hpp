#pragma once

#include "scanner/plane.hpp"
#include "scanner/symbol.hpp"

#include <optional>
#include <string>
#include <vector>

namespace scanner {

/// What a decoder says of one symbol; corners in pixels of the plane it was given.
struct Reading {
    Format format = Format::qr_code;
    std::string text;
    bool guessed = false;
    Corners corners{};
};

/// How ZXing tells ink from paper: by the neighbourhood of a pixel, or by the whole picture (a
/// linear code: by the scan line).
enum class Threshold { by_neighbourhood, by_histogram };

enum class Turns { as_it_lies, all_four };

// The calls that never aborted in Debian's ZXing (scanner/README.md): many results at once only of
// QR codes, one result of any other. They may still abort: for the worker process only.

/// All QR codes. None when the plane is empty.
std::vector<Reading> read_qr_codes(const PlaneView& plane, Threshold threshold);

/// One Code 128. `lines` scan lines must agree.
std::optional<Reading>
read_linear_code(const PlaneView& plane, Threshold threshold, Turns turns, int lines = 2);

/// One symbol of a format that is looked for only when asked: Code 39, PDF 417, Data Matrix.
std::optional<Reading> read_one(const PlaneView& plane, Format format, Threshold threshold);

/// zbar: QR codes as bytes and Code 128. Readings that are no UTF-8 are left out: its guess of an
/// encoding turns Vietnamese into another script.
std::vector<Reading> read_with_zbar(const PlaneView& plane);

} // namespace scanner
