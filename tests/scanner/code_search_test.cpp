#include "core/domain/code_payload.hpp"
#include "scanner/code_search.hpp"
#include "scanner/plane_filters.hpp"
#include "tests/support/code_pictures.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using code_pictures::Random;
using scanner::Picture;
using scanner::Plane;
using Texts = std::vector<std::string>;

namespace {

const std::string dossier = "H18.232-250519-1555";
const std::string checked_code = core::code_payload('H', dossier);

/// A receipt at 200 dpi: text, a Code 128 of 3 pixels a module, a QR code of 5.
Plane receipt() {
    Random random(4);
    Plane page = code_pictures::blank_page(1160, 1400);
    code_pictures::draw_text_lines(page, 60, 400, random);
    code_pictures::draw_code_128(page, 120, 450, dossier, 3, 90);
    code_pictures::draw_text_lines(page, 600, 900, random);
    code_pictures::draw_qr(page, 800, 950, checked_code, 5);
    return page;
}

const Texts both = {"Code128:" + dossier, "QRCode:" + checked_code};

} // namespace

TEST_CASE("all codes of a page are found, each once, where they stand", "[scanner][search]") {
    const auto symbols = scanner::find_codes(Picture{receipt()}, {});
    REQUIRE(symbols.size() == 2);
    for (const auto& symbol : symbols) {
        const auto at = scanner::middle(symbol.corners);
        if (symbol.format == scanner::Format::qr_code) {
            CHECK(at.x == Approx(800 + 5 * 14.5).margin(12)); // 29 modules
            CHECK(at.y == Approx(950 + 5 * 14.5).margin(12));
        } else {
            CHECK(at.y == Approx(495).margin(20));
        }
    }
}

TEST_CASE("a page may lie at any angle", "[scanner][search]") {
    for (const double degrees : {0.0, 4.0, 12.0, 33.0, 45.0, 90.0, 121.0, 180.0, 268.0}) {
        CAPTURE(degrees);
        CHECK(code_pictures::texts(Picture{code_pictures::turned(receipt(), degrees)}) == both);
    }
}

TEST_CASE("faded, noisy and blurred print is read", "[scanner][search]") {
    Random random(11);
    const Plane page = receipt();
    CHECK(code_pictures::texts(Picture{code_pictures::faded(page, 0.15)}) == both);
    CHECK(code_pictures::texts(Picture{code_pictures::noisy(page, 25, random)}) == both);
    CHECK(code_pictures::texts(Picture{code_pictures::blurred(page, 1.2)}) == both);
}

TEST_CASE("a code without a quiet zone is read", "[scanner][search]") {
    Plane page = receipt();
    for (int y = 430; y < 560; ++y) {
        for (int x = 60; x < 120; ++x) page.row(y)[x] = 100; // up to the first bar
    }
    const Texts found = code_pictures::texts(Picture{std::move(page)});
    CHECK(found == both);
}

TEST_CASE("a line of pen, and dead dots of the print head, leave a code readable",
          "[scanner][search]") {
    Plane page = receipt();
    for (int i = 0; i < 140; ++i) {
        for (int k = 0; k < 6; ++k) page.row(430 + i)[200 + 2 * i + k] = 30;
    }
    for (int y = 440; y < 545; ++y) page.row(y)[300] = 250;
    const Texts found = code_pictures::texts(Picture{std::move(page)});
    CHECK(found == both);
}

TEST_CASE("a page without a code gives none, within its time", "[scanner][search]") {
    Random random(7);
    Plane page = code_pictures::blank_page(1160, 1640);
    code_pictures::draw_text_lines(page, 60, 1600, random);
    for (int y = 300; y < 420; ++y) { // hatching
        for (int x = 200; x < 700; x += 9) page.row(y)[x] = page.row(y)[x + 1] = 0;
    }
    const auto begun = std::chrono::steady_clock::now();
    CHECK(code_pictures::texts(Picture{page}).empty());
    // The budget and a stage; four times that, as tests share their machine.
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds{4});
    CHECK(code_pictures::texts(Picture{code_pictures::noisy(page, 60, random)}).empty());
}

TEST_CASE("an empty budget reads nothing and the smallest pictures are no trouble",
          "[scanner][search]") {
    scanner::SearchOptions none;
    none.budget = std::chrono::milliseconds{0};
    CHECK(scanner::find_codes(Picture{receipt()}, none).empty());
    for (const int side : {1, 2, 3, 7, 8, 9, 17, 24, 31, 64}) {
        CHECK(scanner::find_codes(Picture{Plane(side, side, 128)}, {}).empty());
        CHECK(scanner::find_codes(Picture{Plane(side, 400, 10)}, {}).empty());
        CHECK(scanner::find_codes(Picture{Plane(400, side, 250)}, {}).empty());
    }
}

TEST_CASE("a citizen's card comes out byte for byte", "[scanner][search]") {
    const std::string card = "019185001234|090123456|Nguyễn Thị Ánh|15081985|Nữ|"
                             "Thôn 5, Xã Ea Kpam, Huyện Cư M’gar, Đắk Lắk|01052021";
    Plane page = code_pictures::blank_page(700, 440);
    code_pictures::draw_qr(page, 500, 40, card, 2.4); // 200 dpi
    const Texts found = code_pictures::texts(Picture{std::move(page)});
    CHECK(found == Texts{"QRCode:" + card});
}

TEST_CASE("a red seal over a code is looked through", "[scanner][search]") {
    const Plane page = receipt();
    scanner::PictureMaker maker(page.width(), page.height(), true);
    for (int y = 0; y < page.height(); ++y) {
        std::vector<std::uint8_t> row;
        for (int x = 0; x < page.width(); ++x) {
            const std::uint8_t grey = page.row(y)[x];
            const bool seal = (x + y) % 40 < 14 && y > 400 && y < 1200;
            const auto rest = static_cast<std::uint8_t>(seal ? grey / 8 : grey);
            row.insert(row.end(), {grey, rest, rest});
        }
        maker.add_colour_row(y, row.data(), 3);
    }
    const Picture picture = std::move(maker).finish();
    REQUIRE(picture.without_ink);
    CHECK(code_pictures::texts(picture) == both);
}

TEST_CASE("a code that is white on black is read", "[scanner][search]") {
    Plane page = code_pictures::blank_page(400, 400);
    code_pictures::draw_qr(page, 120, 120, checked_code, 5);
    CHECK(code_pictures::texts(Picture{scanner::inverted(page.view())}) ==
          Texts{"QRCode:" + checked_code});
}

TEST_CASE("a camera's frame is left as soon as it gave a code of ours", "[scanner][search]") {
    scanner::SearchOptions options;
    options.budget = std::chrono::milliseconds{99};
    const Plane page = receipt();
    const auto symbols = scanner::find_codes(Picture{page}, options);
    REQUIRE(symbols.size() == 1); // the Code 128 of the same dossier is not waited for
    CHECK(symbols.front().text == checked_code);
}
