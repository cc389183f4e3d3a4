#include "scanner/symbol.hpp"

#include <cstdlib>

namespace scanner {

std::string_view to_text(Format format) {
    switch (format) {
    case Format::qr_code:
        return "QRCode";
    case Format::code_128:
        return "Code128";
    case Format::code_39:
        return "Code39";
    case Format::pdf_417:
        return "PDF417";
    case Format::data_matrix:
        return "DataMatrix";
    }
    std::abort();
}

std::optional<Format> parse_format(std::string_view text) {
    for (const Format format : {Format::qr_code, Format::code_128, Format::code_39, Format::pdf_417,
                                Format::data_matrix}) {
        if (text == to_text(format)) return format;
    }
    return std::nullopt;
}

Point middle(const Corners& corners) {
    Point sum;
    for (const Point& corner : corners) {
        sum.x += corner.x / 4;
        sum.y += corner.y / 4;
    }
    return sum;
}

} // namespace scanner
