#include "core/domain/failure.hpp"
#include "printer/built_in.hpp"
#include "printer/escpos.hpp"
#include "tests/support/emulated_printer.hpp"
#include "tests/support/printer_profiles.hpp"
#include "tests/support/random.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch.hpp>

#include <string>

using printer::Confirmation;
using printer::EncodedJob;
using printer::PrinterProfile;
using printer::Raster;
using samples::profile_named;

namespace {

Raster blank(int width, int height) {
    Raster raster{width, height};
    raster.bits.resize(raster.row_bytes() * static_cast<std::size_t>(height));
    return raster;
}

} // namespace

TEST_CASE("a small picture is exactly these bytes", "[printer][escpos]") {
    PrinterProfile profile = profile_named("generic-80");
    profile.width_dots = 16;
    profile.stripe_rows = 2;
    profile.feed_before_cut_dots = 24;
    Raster raster = blank(16, 6);
    raster.row(3)[0] = 0xA5;
    raster.row(4)[1] = 0x01;
    const EncodedJob job = printer::encode_job(raster, profile, "0001");
    const std::string zeros(8 + 2 * 2, '\0'); // as long as the longest stripe
    CHECK(job.recovery == zeros + "\x1B@");
    CHECK(job.body.empty());
    CHECK(job.tail == std::string("\x1BJ\x03"
                                  "\x1Dv0\0\x02\0\x02\0\xA5\0\0\x01"
                                  "\x1BJ\x01"
                                  "\x1BJ\x18"
                                  "\x1DV\x42\0",
                                  3 + 12 + 3 + 3 + 4));
    CHECK(job.confirm == "\x1Dr\x01");
}

TEST_CASE("a printer with process ids is asked for the end of this very job", "[printer]") {
    const EncodedJob job = printer::encode_job(blank(576, 10), profile_named("epson-80"), "4711");
    CHECK(job.confirm == std::string("\x1D(H\x06\0"
                                     "004711",
                                     11));
}

TEST_CASE("what a strict printer makes of the bytes is the picture itself", "[printer][escpos]") {
    for_random_cases(20, [](Random& random) {
        const PrinterProfile profile = profile_named("generic-80");
        Raster raster = blank(576, random.integer(1, 700));
        for (int y = 0; y < raster.height; ++y) {
            if (random.one_in(3)) continue;
            for (std::size_t x = 0; x < raster.row_bytes(); ++x) {
                if (random.one_in(2))
                    raster.row(y)[x] = static_cast<std::uint8_t>(random.integer(0, 255));
            }
        }
        printer::disarm_real_time_commands(raster);
        EscposInterpreter strict(576, {});
        strict.read(printer::encode_job(raster, profile, "0001").bytes());
        CHECK(strict.violations().empty());
        REQUIRE(strict.sheets().size() == 1);
        const EmulatedSheet& sheet = strict.sheets().front();
        REQUIRE(static_cast<int>(sheet.rows.size()) ==
                raster.height + profile.feed_before_cut_dots);
        bool same = true;
        for (int y = 0; y < raster.height; ++y) {
            for (int x = 0; x < raster.width; ++x)
                same =
                    same &&
                    raster.is_black(x, y) ==
                        (sheet.rows[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] != 0);
        }
        CHECK(same);
    });
}

TEST_CASE("a job after one broken off in the middle comes out whole", "[printer][escpos]") {
    const PrinterProfile profile = profile_named("generic-80");
    Raster raster = blank(576, 400);
    std::fill(raster.bits.begin(), raster.bits.end(), std::uint8_t{0x81});
    const std::string whole = printer::encode_job(raster, profile, "0001").bytes();
    for (const std::size_t broken_at : {1'800U, 5'000U, 12'345U, 20'000U}) {
        EscposInterpreter strict(576, {});
        strict.read(whole.substr(0, broken_at));
        const std::size_t left_over = strict.unfinished().rows.size();
        strict.read(whole);
        REQUIRE(strict.sheets().size() == 1);
        const auto& rows = strict.sheets().front().rows;
        REQUIRE(rows.size() >= left_over + 400);
        const auto black_rows = std::count_if(rows.end() - 424, rows.end(), [](const auto& row) {
            return row[0] == 1 && row[575] == 1;
        });
        CHECK(black_rows == 400);
    }
}

TEST_CASE("no picture holds a real-time command", "[printer][escpos]") {
    Raster raster = blank(24, 3);
    raster.bits = {0x10, 0x04, 0x01, 0x10, 0x14, 0x10, 0x05, 0x10, 0x10};
    printer::disarm_real_time_commands(raster);
    CHECK(raster.bits ==
          std::vector<std::uint8_t>{0x18, 0x04, 0x01, 0x18, 0x14, 0x18, 0x05, 0x10, 0x10});
}

TEST_CASE("profiles that are not as they should be are named", "[printer][profiles]") {
    const auto told = [](const std::string& toml) {
        try {
            printer::read_profiles(toml);
        } catch (const core::Failure& failure) {
            return samples::in_english(failure.message());
        }
        return std::string("nothing");
    };
    CHECK(told("[[printer]]\nname = \"x\"") == "profiles.toml:1: about: must be a text in quotes");
    CHECK(told("x = 1") == "profiles.toml: [[printer]]: is missing or empty");
    CHECK_THAT(told("x ="), Catch::StartsWith("profiles.toml:1: cannot be read ("));
    std::string text = printer::built_in_profiles_toml;
    text.replace(text.find("1D 56 42 00"), 11, "1D 56 42 0 ");
    CHECK_THAT(told(text), Catch::Contains("cut: must be up to 32 bytes in hex"));
    const auto unknown =
        printer::find_profile(printer::read_profiles(printer::built_in_profiles_toml), "laser");
    REQUIRE_FALSE(unknown);
    CHECK(samples::in_english(unknown.error().message).find("generic-80") != std::string::npos);
}
