#include "core/words/console.hpp"
#include "counter/settings.hpp"
#include "tests/support/said.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <fstream>

using counter::WrittenSettings;
using words::BadUsage;

namespace {

WrittenSettings usual() {
    WrittenSettings written;
    written.core = "http://192.0.2.1:8080";
    written.data = "data";
    return written;
}

WrittenSettings with(std::string WrittenSettings::*member, const std::string& text) {
    auto written = usual();
    written.*member = text;
    return written;
}

WrittenSettings file_of(const std::string& text) {
    const TemporaryDirectory folder;
    std::ofstream(folder / "counter.toml") << text;
    return counter::read_settings_file(folder / "counter.toml");
}

} // namespace

TEST_CASE("the page is served to this machine only", "[counter][settings]") {
    CHECK(counter::validate_settings(usual()).port == 8082);
    const auto own = counter::validate_settings(with(&WrittenSettings::listen, "127.0.0.1:0"));
    CHECK(own.port == 0);
    CHECK(counter::validate_settings(with(&WrittenSettings::listen, "[::1]:9")).address == "::1");
    for (const char* text : {"0.0.0.0:8082", ":8082", "192.0.2.1:8082", "127.0.0.1",
                             "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:70000"})
        CHECK_THROWS_AS(counter::validate_settings(with(&WrittenSettings::listen, text)), BadUsage);
}

TEST_CASE("each setting that is wrong is refused with what it should be", "[counter][settings]") {
    CHECK_THROWS_AS(counter::validate_settings({}), BadUsage);
    CHECK_THROWS_AS(counter::validate_settings(with(&WrittenSettings::core, "192.0.2.1")),
                    BadUsage);
    CHECK_THROWS_AS(counter::validate_settings(with(&WrittenSettings::data, "")), BadUsage);
    CHECK_THROWS_AS(counter::validate_settings(with(&WrittenSettings::sheet_printer, "tcp:h")),
                    BadUsage);
    CHECK_THROWS_AS(counter::validate_settings(with(&WrittenSettings::receipt_printer, "cups:q")),
                    BadUsage);
    CHECK_THROWS_AS(counter::validate_settings(with(&WrittenSettings::profile, "no such")),
                    BadUsage);
    auto scanners = usual();
    scanners.scanners = {"serial:/dev/ttyACM0", "radio:x"};
    CHECK_THROWS_AS(counter::validate_settings(scanners), BadUsage);
    scanners.scanners = {"serial:/dev/ttyACM0", "frames:pictures@5"};
    CHECK(counter::validate_settings(scanners).scanners.size() == 2);
    const auto printer =
        counter::validate_settings(with(&WrittenSettings::receipt_printer, "tcp:192.0.2.7:9100"));
    CHECK(printer.receipt_printer->port.number == 9100);
}

TEST_CASE("the command line counts before counter.toml", "[counter][settings]") {
    const auto file = file_of("core = \"http://192.0.2.9:1\"\ndata = \"there\"\ncounter = 3\n"
                              "scanners = [\"camera:/dev/video0\"]\n");
    auto line = usual();
    line.data.clear();
    const auto both = counter::validate_settings(counter::merge(line, file));
    CHECK(both.core.host == "192.0.2.1");
    CHECK(both.data == "there");
    CHECK(both.counter == 3);
    CHECK(both.scanners.size() == 1);
}

TEST_CASE("a mistake in counter.toml is named", "[counter][settings]") {
    const auto mistake = [](const std::string& text) -> std::string {
        try {
            (void)file_of(text);
        } catch (const BadUsage& wrong) {
            return samples::in_english(wrong.message());
        }
        return "";
    };
    CHECK_THAT(mistake("data = \"d\"\nscaner = \"x\"\n"), Catch::Contains("scaner: is no setting"));
    CHECK_THAT(mistake("counter = 0\n"), Catch::Contains("counter: must be"));
    CHECK_THAT(mistake("web = 7\n"), Catch::Contains("web: must be"));
    CHECK_THAT(mistake("scanners = \"one\"\n"), Catch::Contains("scanners: must be a list"));
    CHECK_THAT(mistake("a = \n"), Catch::Contains("counter.toml: line 1"));
}
