#include "printer/code_picture.hpp"

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>
#include <cassert>
#include <string>

namespace printer {

namespace {

bool is_printable(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

// Width and height 0: one module is one element of the matrix, so that we scale by whole dots.
CodePicture to_picture(const ZXing::BitMatrix& matrix) {
    CodePicture picture{matrix.width(), matrix.height()};
    picture.black.reserve(static_cast<std::size_t>(picture.width) *
                          static_cast<std::size_t>(picture.height));
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) picture.black.push_back(matrix.get(x, y));
    }
    return picture;
}

} // namespace

CodePicture qr_picture(std::string_view text, Resistance resistance) {
    assert(is_printable(text) && text.size() <= longest_qr_text);
    constexpr int level_m = 4; // of the writer's 0 to 8: 4 is M, 6 is Q
    constexpr int level_q = 6;
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
    writer.setMargin(0).setEccLevel(resistance == Resistance::m ? level_m : level_q);
    return to_picture(writer.encode(std::string(text), 0, 0));
}

CodePicture code128_picture(std::string_view text) {
    assert(is_printable(text) && text.size() <= longest_code128_text);
    ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::Code128);
    writer.setMargin(0);
    return to_picture(writer.encode(std::string(text), 0, 1));
}

} // namespace printer
