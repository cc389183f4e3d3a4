#include "scanner/picture_file.hpp"
#include "tests/support/code_pictures.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstring>
#include <random>
#include <string>

using scanner::Plane;

namespace {

std::span<const std::uint8_t> bytes_of(const std::string& text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// The page as read, or why not.
core::Result<scanner::Picture> read(const std::string& file, int page = 1) {
    auto opened = scanner::open_picture(bytes_of(file));
    if (!opened) return opened.error();
    return std::move(opened).value()->read(page);
}

std::string problem(const std::string& file) {
    const auto picture = read(file);
    return picture ? "" : samples::in_english(picture.error().message);
}

Plane gradient() {
    Plane plane(200, 150); // whole points of a PDF at 300 dpi, that is 48 x 36
    for (int y = 0; y < 150; ++y) {
        for (int x = 0; x < 200; ++x) plane.row(y)[x] = static_cast<std::uint8_t>(x + y / 3);
    }
    return plane;
}

int worst_difference(const Plane& one, const Plane& other, int margin = 0) {
    REQUIRE(one.width() == other.width());
    REQUIRE(one.height() == other.height());
    int worst = 0;
    for (int y = margin; y < one.height() - margin; ++y) {
        for (int x = margin; x < one.width() - margin; ++x)
            worst = std::max(worst, std::abs(one.row(y)[x] - other.row(y)[x]));
    }
    return worst;
}

} // namespace

TEST_CASE("every kind of file gives the pixels that are in it", "[scanner][picture]") {
    const Plane page = gradient();
    CHECK(worst_difference(read(code_pictures::png(page))->luma, page) == 0);
    CHECK(worst_difference(read(code_pictures::jpeg(page, 95))->luma, page) <= 6);
    const std::string tiff = code_pictures::tiff({Plane(200, 150, 9), page});
    CHECK(worst_difference(read(tiff, 2)->luma, page) <= 1);
    CHECK(worst_difference(read(tiff, 1)->luma, Plane(200, 150, 9)) <= 1);
    const std::string pdf = code_pictures::pdf({Plane(300, 300, 9), page}, 300);
    CHECK(worst_difference(read(pdf, 2)->luma, page, 2) <= 12); // its edge is drawn with paper
}

TEST_CASE("a file tells its pages", "[scanner][picture]") {
    const Plane page = gradient();
    const auto pages = [](const std::string& file) {
        auto opened = scanner::open_picture(bytes_of(file));
        REQUIRE(opened);
        return std::move(opened).value()->pages();
    };
    CHECK(pages(code_pictures::png(page)) == 1);
    CHECK(pages(code_pictures::tiff({page, page, page})) == 3);
    CHECK(pages(code_pictures::pdf({page, page}, 200)) == 2);
}

TEST_CASE("a code is read whatever it stands on, in PNG and in WebP", "[scanner][picture]") {
    const std::string text = "MC1:T:T261129-A001:29E4";
    Plane page = Plane(240, 240, 255);
    code_pictures::draw_qr(page, 20, 20, text, 6);
    // Dark or light modules, on white, on nothing, or with corners that are cut off.
    enum class Ground { nothing, paper, rounded };
    for (const bool light : {false, true}) {
        for (const Ground ground : {Ground::nothing, Ground::paper, Ground::rounded}) {
            if (light && ground != Ground::nothing) continue; // cannot be seen at all
            std::vector<std::uint8_t> rgba;
            for (int y = 0; y < 240; ++y) {
                for (int x = 0; x < 240; ++x) {
                    const bool ink = page.row(y)[x] < 128;
                    const bool corner = x + y < 12;
                    const bool seen =
                        ink || ground == Ground::paper || (ground == Ground::rounded && !corner);
                    const std::uint8_t value = ink == light ? 255 : 0;
                    rgba.insert(rgba.end(), {value, value, value, std::uint8_t(seen ? 255 : 0)});
                }
            }
            INFO("light " << light << ", ground " << static_cast<int>(ground));
            CHECK(code_pictures::texts(*read(code_pictures::transparent_png(240, 240, rgba)))
                      .size() == 1);
            CHECK(code_pictures::texts(*read(code_pictures::transparent_webp(240, 240, rgba)))
                      .size() == 1);
        }
    }
    CHECK_THAT(problem("RIFF....WEBPVP8 "), Catch::Contains("the WebP is broken"));
}

TEST_CASE("ink of one colour is looked through where there is any", "[scanner][picture]") {
    std::vector<std::uint8_t> rgb;
    for (int i = 0; i < 100 * 100; ++i) {
        const bool red = i % 100 < 20;
        rgb.insert(rgb.end(), {230, red ? std::uint8_t{30} : std::uint8_t{230},
                               red ? std::uint8_t{40} : std::uint8_t{230}});
    }
    const auto sealed = read(code_pictures::colour_png(100, 100, rgb));
    REQUIRE(sealed->without_ink);
    CHECK(sealed->luma.row(5)[5] < 110);
    CHECK(sealed->without_ink->row(5)[5] == 230);

    const auto grey =
        read(code_pictures::colour_png(100, 100, std::vector<std::uint8_t>(100 * 100 * 3, 200)));
    CHECK_FALSE(grey->without_ink);
}

TEST_CASE("what is no picture is refused with what to do", "[scanner][picture]") {
    CHECK_THAT(problem(""), Catch::Contains("empty"));
    CHECK_THAT(problem("code,name\n"), Catch::Contains("no PNG, JPEG, WebP, TIFF or PDF"));
    CHECK_THAT(problem("\x89PNG\r\n\x1a\n"), Catch::Contains("PNG is broken"));
    CHECK_THAT(problem("\xFF\xD8\xFF\xE0 no more"), Catch::Contains("scan the paper again"));
    CHECK_THAT(problem(std::string("II\x2a\0\x08\0\0\0", 8)), Catch::Contains("TIFF is broken"));
    CHECK_THAT(problem("%PDF-1.4\n%%EOF\n"), Catch::Contains("PDF"));
}

TEST_CASE("a picture with more than 100 million pixels is refused by its head",
          "[scanner][picture]") {
    std::string png = code_pictures::png(Plane(8, 8, 255));
    // Width and height stand after signature, length and name of the first chunk; its check
    // sum is made anew.
    const auto big_endian = [](std::uint32_t value) {
        std::string text;
        for (int shift = 24; shift >= 0; shift -= 8) text += static_cast<char>(value >> shift);
        return text;
    };
    png.replace(16, 8, big_endian(20'000) + big_endian(20'000));
    std::uint32_t sum = 0xFFFFFFFF;
    for (std::size_t i = 12; i < 29; ++i) {
        sum ^= static_cast<unsigned char>(png[i]);
        for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xEDB88320U : 0U);
    }
    png.replace(29, 4, big_endian(~sum));
    CHECK_THAT(problem(png), Catch::Contains("20.000 x 20.000") && Catch::Contains("300 dpi"));
}

TEST_CASE("cut off and changed files are refused or read, never more", "[scanner][picture]") {
    const Plane page = gradient();
    std::mt19937 random(3);
    for (const std::string& sound :
         {code_pictures::png(page), code_pictures::jpeg(page), code_pictures::tiff({page, page}),
          code_pictures::pdf({page}, 200)}) {
        for (int i = 0; i < 60; ++i) {
            std::string broken = sound;
            for (int k = 0; k < 6; ++k)
                broken[random() % broken.size()] = static_cast<char>(random() & 0xFF);
            if (i % 3 == 0) broken.resize(random() % broken.size());
            const auto picture = read(broken);
            if (!picture) CHECK_FALSE(picture.error().message.code.empty());
        }
    }
}
