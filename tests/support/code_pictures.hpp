#pragma once

#include "scanner/picture.hpp"
#include "scanner/plane.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

/// Papers with codes for the scanner's tests, drawn by ZXing's writer, and what goes wrong with
/// papers. All by the seed of the random numbers.
namespace code_pictures {

using Random = std::mt19937;

/// Black and white, one pixel a module, without a quiet zone.
scanner::Plane qr_modules(const std::string& text);
scanner::Plane code_128_modules(const std::string& text); ///< one row

/// A page of paper, a bit darker than white.
scanner::Plane blank_page(int width, int height);

/// Each module of `pixels` pixels; a linear code is `height` pixels high.
void draw_qr(scanner::Plane& page, int x, int y, const std::string& text, double pixels);
void draw_code_128(
    scanner::Plane& page, int x, int y, const std::string& text, double pixels, int height);

/// Lines of strokes as dense as small print: what is no code.
void draw_text_lines(scanner::Plane& page, int from_y, int to_y, Random& random);

scanner::Plane turned(const scanner::Plane& page, double degrees);
scanner::Plane faded(const scanner::Plane& page, double contrast);
scanner::Plane noisy(const scanner::Plane& page, double sigma, Random& random);
scanner::Plane blurred(const scanner::Plane& page, double sigma);

/// What was found, as `FORMAT:text`, sorted.
std::vector<std::string> texts(const scanner::Picture& picture);

// As files.
std::string png(const scanner::Plane& page);
std::string colour_png(int width, int height, const std::vector<std::uint8_t>& rgb);
/// Red, green, blue and opacity of each pixel.
std::string transparent_png(int width, int height, const std::vector<std::uint8_t>& rgba);
std::string transparent_webp(int width, int height, const std::vector<std::uint8_t>& rgba);
std::string jpeg(const scanner::Plane& page, int quality = 85);
std::string tiff(const std::vector<scanner::Plane>& pages);
std::string pdf(const std::vector<scanner::Plane>& pages, int dots_per_inch);

} // namespace code_pictures
