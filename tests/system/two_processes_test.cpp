#include "tests/system/ward.hpp"

#include <boost/json/object.hpp>
#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
using ward::Arguments;
using ward::Ward;

namespace {

std::string second_half(const std::string& text) { return text.substr(text.size() / 2); }

std::string first_half(const std::string& text) { return text.substr(0, text.size() / 2); }

} // namespace

TEST_CASE("while one process imports, another may read but not write", "[system][processes]") {
    const Ward ward;
    ward::write_file(ward / "first.csv", ward::first_rows(500));
    ward.import_register(ward / "first.csv");
    const std::string before = ward.books();

    const std::string text = ward::read_file(ward::demo_file("register.csv"));
    NamedPipe slow_file(ward / "register.csv");
    Program import = ward.begin({"import", "register", ward / "register.csv"});
    slow_file.feed(first_half(text)); // much more than a pipe holds: the import has begun

    const std::string holder = "process " + std::to_string(import.id());
    for (const Arguments& command :
         {Arguments{"import", "register", ward / "first.csv"}, Arguments{"user", "add", "lan"},
          Arguments{"device", "enrol", "--kind", "kiosk"},
          Arguments{"import", "calendar", ward::demo_file("calendar.csv")},
          Arguments{"restore", "--from", ward / "first.csv"}}) {
        INFO(command.front());
        // A user or device may be added beside a server, but has to wait for an import.
        CHECK_THAT(ward.refused(command),
                   (Contains("is open for writing") && Contains(holder)) ||
                       Contains("is being written by another process") ||
                       (Contains("first.csv") && Contains("not a database")));
    }
    CHECK(ward.books() == before);
    CHECK(ward.is_sound());
    CHECK_THAT(ward.done({"find", "procedures", "khai tu"}), Contains("khai tử"));
    ward.done({"backup", "--to", ward / "beside.db"});
    CHECK_THAT(ward.refused({"restore", "--from", ward / "beside.db"}), Contains(holder));
    CHECK(import.is_running());

    slow_file.feed(second_half(text));
    slow_file.close();
    const Ended& ended = import.wait();
    INFO(ended.errors);
    CHECK(ended.status == 0);
    CHECK_THAT(ended.output, Contains("3.436 added, 0 changed, 500 stored already"));
    CHECK(ward.books() != before);
    CHECK(ward.is_sound());

    const Ended copied = ward::motcua_core({"verify", "--db", ward / "beside.db"});
    CHECK(copied.status == 0);
    CHECK_THAT(copied.output, Contains("500 dossiers"));
}

TEST_CASE("a report read while the import commits shows all of it or none", "[system][processes]") {
    const Ward ward;
    const std::string before = ward.books();
    Program import = ward.begin({"import", "register", ward::demo_file("register.csv")});
    std::vector<std::string> seen;
    do {
        seen.push_back(ward.books());
    } while (import.is_running());
    CHECK(import.wait().status == 0);
    const std::string after = ward.books();
    CHECK(before != after);
    for (const std::string& report : seen) CHECK((report == before || report == after));
}
