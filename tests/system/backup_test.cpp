#include "tests/system/ward.hpp"

#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
using ward::Ward;
namespace fs = std::filesystem;

namespace {

fs::path kept_aside(const Ward& ward) {
    for (const auto& entry : fs::directory_iterator(ward.db().parent_path())) {
        if (entry.path().filename().string().starts_with("ward.db.replaced-")) return entry.path();
    }
    return {};
}

} // namespace

TEST_CASE("a restored backup gives the same report, and the old file is kept", "[system][backup]") {
    const Ward ward;
    ward::write_file(ward / "first.csv", ward::first_rows(500));
    ward.import_register(ward / "first.csv");
    const std::string backed_up = ward.books();
    CHECK_THAT(ward.done({"backup", "--to", ward / "backup.db"}), Contains("complete"));
    CHECK_FALSE(exists(ward / "backup.db-wal"));

    ward.import_register(ward::demo_file("register.csv"));
    const std::string newer = ward.books();
    REQUIRE(newer != backed_up);
    CHECK_THAT(ward.done({"restore", "--from", ward / "backup.db"}), Contains("kept as"));
    CHECK(ward.books() == backed_up);
    CHECK(ward.is_sound());

    const auto aside = kept_aside(ward);
    REQUIRE_FALSE(aside.empty());
    const Ended old = ward::motcua_core({"report", "--from", "2023-01-01", "--to", "2023-12-31",
                                         "--by", "procedure", "--format", "json", "--db", aside});
    CHECK(old.output == newer);
    ward.import_register(ward::demo_file("register.csv"));
    CHECK(ward.books() == newer);
}

TEST_CASE("a lost database comes back from its backup", "[system][backup]") {
    const Ward ward;
    const std::string before = ward.books();
    ward.done({"backup", "--to", ward / "backup.db"});
    fs::remove(ward.db());
    CHECK_THAT(ward.done({"restore", "--from", ward / "backup.db"}), !Contains("kept as"));
    CHECK(ward.books() == before);
}

TEST_CASE("a backup replaces only an older backup of the same office", "[system][backup]") {
    const Ward ward;
    ward.done({"backup", "--to", ward / "backup.db"});
    ward.done({"backup", "--to", ward / "backup.db"});

    const std::string letter = "Kính gửi ông bà\n";
    ward::write_file(ward / "letter.txt", letter);
    CHECK_THAT(ward.refused({"backup", "--to", ward / "letter.txt"}),
               Contains("letter.txt exists and is not a backup"));
    CHECK(ward::read_file(ward / "letter.txt") == letter);

    std::string office = ward::read_file(ward::demo_file("office.toml"));
    office.replace(office.find("000.00.18.H55"), 13, "000.00.19.H55");
    ward::write_file(ward / "office.toml", office);
    const Ward other(ward / "office.toml", ward::demo_file("procedures.csv"));
    const std::string bytes = ward::read_file(other.db());
    CHECK_THAT(ward.refused({"backup", "--to", other.db()}), Contains("another office"));
    CHECK(ward::read_file(other.db()) == bytes);
    CHECK_THAT(ward.refused({"backup", "--to", ward.db()}), Contains("is the database itself"));
    CHECK_THAT(ward.refused({"backup", "--to", ward.db().parent_path()}),
               Contains("give another name"));
    CHECK_THAT(ward.refused({"backup", "--to", ward / "none/backup.db"}), Contains("none"));
}

TEST_CASE("what is no backup is not restored, and the database stays", "[system][backup]") {
    const Ward ward;
    const std::string before = ward.books();
    ward::write_file(ward / "letter.txt", "Kính gửi ông bà\n");
    CHECK_THAT(ward.refused({"restore", "--from", ward / "letter.txt"}), Contains("letter.txt"));
    CHECK_THAT(ward.refused({"restore", "--from", ward / "none.db"}), Contains("none.db"));
    CHECK_THAT(ward.refused({"restore", "--from", ward.db()}), Contains("is the database itself"));
    ward.done({"backup", "--to", ward / "backup.db"});
    ward.refused({"restore", "--from", ward / "backup.db"}, {.largest_file_bytes = 50'000});
    CHECK(ward.books() == before);
    CHECK(kept_aside(ward).empty());
    CHECK_FALSE(exists(ward / "ward.db.restored"));
}
