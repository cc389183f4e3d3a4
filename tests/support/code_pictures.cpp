#include "tests/support/code_pictures.hpp"

#include "scanner/code_search.hpp"
#include "scanner/plane_filters.hpp"

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace code_pictures {

using scanner::Plane;

namespace {

constexpr std::uint8_t paper = 245;

Plane modules(const std::string& text, ZXing::BarcodeFormat format) {
    ZXing::MultiFormatWriter writer(format);
    writer.setMargin(0);
    // Bytes as they are, without naming an encoding: so does the citizen's card.
    writer.setEccLevel(4);
    std::wstring bytes;
    for (const char c : text) bytes += static_cast<wchar_t>(static_cast<unsigned char>(c));
    const ZXing::BitMatrix bits =
        writer.encode(bytes, 0, format == ZXing::BarcodeFormat::QRCode ? 0 : 1);
    Plane plane(bits.width(), bits.height());
    for (int y = 0; y < bits.height(); ++y) {
        for (int x = 0; x < bits.width(); ++x) plane.row(y)[x] = bits.get(x, y) ? 0 : 255;
    }
    return plane;
}

/// Every pixel by the ink of the modules under it, looked at in 4 x 4 places.
void draw(Plane& page, int left, int top, const Plane& code, double across, double down) {
    const int width = static_cast<int>(std::lround(code.width() * across));
    const int height = static_cast<int>(std::lround(code.height() * down));
    for (int y = 0; y < height && top + y < page.height(); ++y) {
        for (int x = 0; x < width && left + x < page.width(); ++x) {
            int ink = 0;
            for (int i = 0; i < 16; ++i) {
                const int column = i % 4;
                const int line = i / 4;
                const int mx = static_cast<int>((x + (column + 0.5) / 4) / across);
                const int my = static_cast<int>((y + (line + 0.5) / 4) / down);
                ink +=
                    code.row(std::min(my, code.height() - 1))[std::min(mx, code.width() - 1)] == 0;
            }
            page.row(top + y)[left + x] =
                static_cast<std::uint8_t>(paper - ink * (paper - 15) / 16);
        }
    }
}

} // namespace

Plane qr_modules(const std::string& text) { return modules(text, ZXing::BarcodeFormat::QRCode); }

Plane code_128_modules(const std::string& text) {
    return modules(text, ZXing::BarcodeFormat::Code128);
}

Plane blank_page(int width, int height) { return Plane(width, height, paper); }

void draw_qr(Plane& page, int x, int y, const std::string& text, double pixels) {
    draw(page, x, y, qr_modules(text), pixels, pixels);
}

void draw_code_128(Plane& page, int x, int y, const std::string& text, double pixels, int height) {
    draw(page, x, y, code_128_modules(text), pixels, height);
}

void draw_text_lines(Plane& page, int from_y, int to_y, Random& random) {
    std::uniform_int_distribution<int> stroke(2, 18);
    std::bernoulli_distribution is_ink(0.35);
    constexpr int letter_height = 28;
    for (int line = from_y; line + letter_height < to_y; line += 2 * letter_height) {
        for (int x = 60; x + 24 < page.width() - 60; x += stroke(random)) {
            for (int y = 0; y < letter_height; y += 7) {
                if (!is_ink(random)) continue;
                for (int dy = 0; dy < 7; ++dy) {
                    for (int dx = 0; dx < 4; ++dx) page.row(line + y + dy)[x + dx] = 20;
                }
            }
        }
    }
}

Plane turned(const Plane& page, double degrees) {
    scanner::Cut cut;
    cut.middle = {(page.width() - 1) / 2.0, (page.height() - 1) / 2.0};
    cut.angle = degrees * std::numbers::pi / 180;
    const int side = static_cast<int>(std::hypot(page.width(), page.height()));
    cut.width = side;
    cut.height = side;
    return scanner::cut_out(page.view(), cut);
}

Plane faded(const Plane& page, double contrast) {
    Plane result(page);
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x)
            result.row(y)[x] = static_cast<std::uint8_t>(225 - (255 - page.row(y)[x]) * contrast);
    }
    return result;
}

Plane noisy(const Plane& page, double sigma, Random& random) {
    std::normal_distribution<double> noise(0, sigma);
    Plane result(page);
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x)
            result.row(y)[x] =
                static_cast<std::uint8_t>(std::clamp(page.row(y)[x] + noise(random), 0.0, 255.0));
    }
    return result;
}

Plane blurred(const Plane& page, double sigma) {
    Plane result(page);
    // The 3 x 3 mean has a variance of 0.5 in each direction.
    for (int i = 0; i < std::lround(sigma * sigma * 2); ++i)
        result = scanner::softened(result.view());
    return result;
}

std::vector<std::string> texts(const scanner::Picture& picture) {
    std::vector<std::string> found;
    for (const auto& symbol : scanner::find_codes(picture, {}))
        found.push_back(std::string(to_text(symbol.format)) + ":" + symbol.text);
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace code_pictures
