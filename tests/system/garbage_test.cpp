#include "tests/support/random.hpp"
#include "tests/system/ward.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

using Catch::Matchers::Contains;
using ward::Ward;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t garbage_bytes = 20'000'000;

#ifdef __SANITIZE_ADDRESS__
constexpr std::int64_t memory_limit_bytes = 800'000'000; // its shadow counts
#else
constexpr std::int64_t memory_limit_bytes = 36'000'000; // less than with the file in memory
#endif

/// Writes the piece again and again. The test itself keeps nothing of it: a child process starts
/// with the peak memory of its parent.
void write_garbage(const fs::path& file, const std::string& start, const std::string& piece) {
    std::ofstream out(file, std::ios::binary);
    out << start;
    for (std::size_t written = 0; written < garbage_bytes; written += piece.size()) out << piece;
    out << std::flush;
    REQUIRE(out);
}

/// Short enough to be quick, long enough to be no pattern.
std::string random_bytes() {
    Random random(100);
    std::string text(1'000'003, '\0');
    for (char& c : text) c = static_cast<char>(random.between(0, 255));
    return text;
}

struct Garbage {
    const char* what;
    std::string start;
    std::string piece;
};

} // namespace

TEST_CASE("a large file of garbage is refused in bounded memory, and nothing is stored",
          "[system][import]") {
    const Ward ward;
    ward::write_file(ward / "first.csv", ward::first_rows(50));
    ward.import_register(ward / "first.csv");
    const std::string before = ward.books();
    const std::string header = ward::register_header;

    const Garbage kinds[] = {
        {"random bytes", "", random_bytes()},
        {"random bytes below a header", header, random_bytes()},
        {"one endless line", "", "xxxxxxxxxxxxxxxx"},
        {"zeros", "", std::string(1'000, '\0')},
        {"lines below a header", header, "what is this\n"},
        {"commas below a header", header, ",,,,,,,,,,,,,,,,"},
        {"an open quote", header + '"', "never closed\n"},
        {"one row again and again", header, ward::register_row()},
    };
    for (const auto& [what, start, piece] : kinds) {
        INFO(what);
        write_garbage(ward / "garbage.csv", start, piece);
        const Ended ended = ward.run({"import", "register", ward / "garbage.csv"});
        CHECK(ended.status == 1);
        CHECK(ended.output.empty());
        CHECK(ended.peak_memory_bytes < memory_limit_bytes);
        CHECK(ended.errors.size() < 4'000'000);
        const auto lines = ward::lines_of(ended.errors);
        REQUIRE_FALSE(lines.empty());
        CHECK(lines.back().starts_with("motcua-core: "));
        CHECK_THAT(lines.back(), Contains("nothing was stored"));
    }
    CHECK(ward.books() == before);
    CHECK(ward.is_sound());
}

TEST_CASE("a large file is no office, calendar or catalogue either", "[system][import]") {
    const TemporaryDirectory folder;
    write_garbage(folder / "garbage", "", random_bytes());
    const std::string garbage = folder / "garbage";
    for (const char* place : {"office", "calendar", "catalogue"}) {
        INFO(place);
        const std::string is = place;
        const Ended ended = ward::motcua_core(
            {"init", "--db", folder / "ward.db", "--office",
             is == "office" ? garbage : ward::demo_file("office.toml").string(), "--calendar",
             is == "calendar" ? garbage : ward::demo_file("calendar.csv").string(), "--catalogue",
             is == "catalogue" ? garbage : ward::demo_file("procedures.csv").string()});
        CHECK(ended.status == 1);
        CHECK(ward::lines_of(ended.errors).size() == 1);
        CHECK_FALSE(exists(folder / "ward.db"));
        CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
    }
}
