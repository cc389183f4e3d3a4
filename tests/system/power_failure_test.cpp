#include "tests/system/ward.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <thread>

using Catch::Matchers::Contains;
using std::chrono::steady_clock;
using ward::Ward;
namespace fs = std::filesystem;

namespace {

constexpr int moments = 10;
constexpr int register_times = 3;

/// The database as it was, without what an interrupted process left beside it.
void put_back(const Ward& ward, const fs::path& copy) {
    for (const char* tail : {"-wal", "-shm", "-lock"}) fs::remove(ward.db().string() + tail);
    fs::copy_file(copy, ward.db(), fs::copy_options::overwrite_existing);
}

} // namespace

TEST_CASE("an import killed at any moment is stored as a whole or not at all", "[system][power]") {
    const Ward ward;
    ward::write_file(ward / "first.csv", ward::first_rows(100));
    ward.import_register(ward / "first.csv");
    const std::string before = ward.books();
    fs::copy_file(ward.db(), ward / "copy.db");
    ward::write_file(ward / "large.csv", ward::repeated_register(register_times));

    const auto begun = steady_clock::now();
    ward.import_register(ward / "large.csv");
    const auto duration = steady_clock::now() - begun;
    const std::string after = ward.books();
    REQUIRE(before != after);

    for (int moment = 1; moment <= moments; ++moment) {
        put_back(ward, ward / "copy.db");
        Program import = ward.begin({"import", "register", ward / "large.csv"});
        // Closer to each other towards the end, where it commits.
        std::this_thread::sleep_for(duration * (20 - moment) * moment / (moments * moments));
        import.kill();
        INFO("killed at moment " << moment << " of " << moments);
        const std::string books = ward.books();
        CHECK((books == before || books == after));
        if (books == before) CHECK(ward.is_sound());
    }
}

TEST_CASE("an import killed in the middle of its rows leaves the books as they were",
          "[system][power]") {
    const Ward ward;
    const std::string before = ward.books();
    const std::string text = ward::read_file(ward::demo_file("register.csv"));
    NamedPipe slow_file(ward / "register.csv");
    {
        Program import = ward.begin({"import", "register", ward / "register.csv"});
        slow_file.feed(text);
        import.kill();
    }
    CHECK(ward.books() == before);
    CHECK(ward.is_sound());
    ward.import_register(ward::demo_file("register.csv"));
    CHECK_THAT(ward.done({"report", "--from", "2023-01-01", "--to", "2023-07-31"}),
               Contains("3.936 hồ sơ"));
}

TEST_CASE("a killed backup leaves the older one in place", "[system][power]") {
    const Ward ward;
    ward.done({"backup", "--to", ward / "copy.db"});
    const std::string older = ward::read_file(ward / "copy.db");
    ward.import_register(ward::demo_file("register.csv"));
    for (const int milliseconds : {1, 4, 8, 12}) {
        Program backup = ward.begin({"backup", "--to", ward / "copy.db"});
        std::this_thread::sleep_for(std::chrono::milliseconds{milliseconds});
        backup.kill();
        const bool finished = ward::read_file(ward / "copy.db") != older;
        if (finished) break;
    }
    CHECK(ward::motcua_core(
              {"report", "--db", ward / "copy.db", "--from", "2023-01-01", "--to", "2023-12-31"})
              .status == 0);
    ward.done({"backup", "--to", ward / "copy.db"});
    CHECK_FALSE(exists(ward / "copy.db.part"));
}
