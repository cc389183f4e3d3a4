#include "counter/scan_file.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

namespace fs = std::filesystem;

namespace {

void write(const fs::path& file, const std::string& text) { std::ofstream(file) << text; }

std::string file_text(const fs::path& file) {
    std::ifstream input(file);
    return {std::istreambuf_iterator<char>(input), {}};
}

} // namespace

TEST_CASE("a scan's type is what its bytes say", "[counter][folder]") {
    using namespace std::string_view_literals;
    CHECK(counter::media_type_of("%PDF-1.4") == "application/pdf");
    CHECK(counter::media_type_of("\xFF\xD8\xFF\xE0") == "image/jpeg");
    CHECK(counter::media_type_of("\x89PNG\r\n\x1A\n") == "image/png");
    CHECK(counter::media_type_of("II*\0"sv) == "image/tiff");
    CHECK(counter::media_type_of("MM\0*"sv) == "image/tiff");
    for (const auto bytes : {""sv, "%PD"sv, "<html>"sv, "MZ"sv, "PK\3\4"sv})
        CHECK(counter::media_type_of(bytes).empty());
}

TEST_CASE("a scan's id tells nothing of its name, and another scan has another",
          "[counter][folder]") {
    const auto id = counter::scan_id("Nguyễn Văn An.pdf", 100, 5);
    CHECK(id.size() == 24);
    CHECK(id.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(id == counter::scan_id("Nguyễn Văn An.pdf", 100, 5));
    CHECK(id != counter::scan_id("Nguyễn Văn An.pdf", 100, 6));
    CHECK(id != counter::scan_id("Nguyễn Văn An.pdf", 101, 5));
    CHECK(id != counter::scan_id("Nguyễn Văn.pdf", 100, 5));
}

TEST_CASE("a scan that is done with never overwrites another one", "[counter][folder]") {
    const TemporaryDirectory folder;
    for (const char* text : {"first", "second", "third"}) {
        write(folder / "scan.pdf", text);
        REQUIRE(counter::move_to_done(folder.path(), "scan.pdf"));
        CHECK_FALSE(fs::exists(folder / "scan.pdf"));
    }
    CHECK(file_text(folder / "done/scan.pdf") == "first");
    CHECK(file_text(folder / "done/scan-2.pdf") == "second");
    CHECK(file_text(folder / "done/scan-3.pdf") == "third");
    CHECK_FALSE(counter::move_to_done(folder.path(), "scan.pdf")); // it is gone
}
