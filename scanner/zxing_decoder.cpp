// One of several that implement decoders.hpp: by ZXing.

#include "core/domain/utf8.hpp"
#include "scanner/decoders.hpp"

#define ZX_USE_UTF8 // else ZXing's texts are wide strings
#include <ZXing/ReadBarcode.h>

namespace scanner {

namespace {

// More symbols on one page is a picture made to keep the reader busy.
constexpr int symbols_a_search = 64;

ZXing::ImageView image(const PlaneView& plane) {
    return {plane.pixels, plane.width, plane.height, ZXing::ImageFormat::Lum,
            static_cast<int>(plane.stride)};
}

ZXing::DecodeHints hints(ZXing::BarcodeFormats formats, Threshold threshold) {
    ZXing::DecodeHints hints;
    hints.setFormats(formats);
    hints.setBinarizer(threshold == Threshold::by_neighbourhood
                           ? ZXing::Binarizer::LocalAverage
                           : ZXing::Binarizer::GlobalHistogram);
    hints.setTryDownscale(false); // the stages scale better, and it is what aborts most often
    return hints;
}

Point to_point(const ZXing::PointI& point) {
    return {static_cast<double>(point.x), static_cast<double>(point.y)};
}

Reading to_reading(const ZXing::Result& result, Format format) {
    Reading reading;
    reading.format = format;
    const auto& bytes = result.bytes();
    const std::string raw(bytes.begin(), bytes.end());
    // Our codes and the citizen's card are UTF-8 and do not say so: only bytes that cannot be
    // that, or a code that names its encoding, are left to ZXing.
    if (!result.hasECI() && core::is_utf8(raw)) {
        reading.text = raw;
    } else {
        reading.text = result.text();
        reading.guessed = !result.hasECI();
    }
    const auto& position = result.position();
    reading.corners = {to_point(position.topLeft()), to_point(position.topRight()),
                       to_point(position.bottomRight()), to_point(position.bottomLeft())};
    return reading;
}

bool is_usable(const ZXing::Result& result) {
    return result.isValid() && !result.bytes().empty() && core::is_utf8(result.text());
}

ZXing::BarcodeFormat zxing_format(Format format) {
    switch (format) {
    case Format::qr_code:
        return ZXing::BarcodeFormat::QRCode;
    case Format::code_128:
        return ZXing::BarcodeFormat::Code128;
    case Format::code_39:
        return ZXing::BarcodeFormat::Code39;
    case Format::pdf_417:
        return ZXing::BarcodeFormat::PDF417;
    case Format::data_matrix:
        return ZXing::BarcodeFormat::DataMatrix;
    }
    std::abort();
}

} // namespace

std::vector<Reading> read_qr_codes(const PlaneView& plane, Threshold threshold) {
    std::vector<Reading> readings;
    if (plane.is_empty()) return readings;
    auto wanted = hints(ZXing::BarcodeFormat::QRCode, threshold);
    wanted.setMaxNumberOfSymbols(symbols_a_search);
    for (const ZXing::Result& result : ZXing::ReadBarcodes(image(plane), wanted)) {
        if (is_usable(result)) readings.push_back(to_reading(result, Format::qr_code));
    }
    return readings;
}

std::optional<Reading>
read_linear_code(const PlaneView& plane, Threshold threshold, Turns turns, int lines) {
    if (plane.is_empty()) return std::nullopt;
    auto wanted = hints(ZXing::BarcodeFormat::Code128, threshold);
    wanted.setTryRotate(turns == Turns::all_four);
    wanted.setMinLineCount(static_cast<std::uint8_t>(lines));
    const ZXing::Result result = ZXing::ReadBarcode(image(plane), wanted);
    if (!is_usable(result)) return std::nullopt;
    return to_reading(result, Format::code_128);
}

std::optional<Reading> read_one(const PlaneView& plane, Format format, Threshold threshold) {
    if (plane.is_empty()) return std::nullopt;
    const ZXing::Result result =
        ZXing::ReadBarcode(image(plane), hints(zxing_format(format), threshold));
    if (!is_usable(result)) return std::nullopt;
    return to_reading(result, format);
}

} // namespace scanner
