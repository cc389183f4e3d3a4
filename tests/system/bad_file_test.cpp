#include "tests/support/child_process.hpp"
#include "tests/system/ward.hpp"

#include <catch2/catch.hpp>

#include <set>

using Catch::Matchers::Contains;
using ward::Arguments;
using ward::Ward;
namespace fs = std::filesystem;

namespace {

const Arguments report = {"report", "--from", "2023-01-01", "--to", "2023-12-31"};
const Arguments add_user = {"user", "add", "lan"};

Arguments import_demo() { return {"import", "register", ward::demo_file("register.csv")}; }

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

/// The one sentence with which the command refuses another file than the ward's.
std::string refused(Arguments arguments, const fs::path& db) {
    arguments.insert(arguments.end(), {"--db", db});
    const Ended ended = ward::motcua_core(arguments);
    INFO(ended.errors);
    CHECK(ended.status == 1);
    CHECK(ended.output.empty());
    REQUIRE(ward::lines_of(ended.errors).size() == 1);
    return ended.errors;
}

/// A copy that every user may read and start.
fs::path copy_for_everybody(const fs::path& file, const fs::path& copy) {
    fs::copy_file(file, copy);
    fs::permissions(copy, fs::perms{0755});
    return copy;
}

/// Writes the schema's number into a closed database, where SQLite keeps it.
void set_schema_version(const fs::path& db, char version) {
    constexpr std::size_t last_byte_of_user_version = 63;
    std::string bytes = ward::read_file(db);
    bytes.at(last_byte_of_user_version) = version;
    ward::write_file(db, bytes);
}

} // namespace

TEST_CASE("a full disk fails the command in one sentence and leaves the data as they were",
          "[system][disk]") {
    const Ward ward;
    ward::write_file(ward / "first.csv", ward::first_rows(50));
    ward.import_register(ward / "first.csv");
    const std::string before = ward.books();
    const auto files = names_in(ward.db().parent_path());
    const auto size = fs::file_size(ward.db());

    for (const std::uint64_t space : {std::uint64_t{0}, std::uint64_t{65'536}, size, size * 3}) {
        INFO("files of " << space << " bytes at most");
        const std::string sentence = ward.refused(import_demo(), {.largest_file_bytes = space});
        CHECK_THAT(sentence, Contains("full") || Contains("space") || Contains("write"));
        CHECK_THAT(ward.refused({"backup", "--to", ward / "copy.db"},
                                {.largest_file_bytes = std::min(space, size / 2)}),
                   Contains("full"));
        CHECK(ward.books() == before);
    }
    CHECK(names_in(ward.db().parent_path()) == files);
    CHECK(ward.is_sound());
    ward.done(import_demo());
}

TEST_CASE("init on a full disk leaves nothing behind", "[system][disk]") {
    const TemporaryDirectory folder;
    for (const std::uint64_t space : {0, 4'096, 100'000}) {
        const Ended ended = ward::motcua_core({"init", "--db", folder / "ward.db", "--office",
                                               ward::demo_file("office.toml"), "--calendar",
                                               ward::demo_file("calendar.csv"), "--catalogue",
                                               ward::demo_file("procedures.csv")},
                                              {.largest_file_bytes = space});
        INFO(ended.errors);
        CHECK(ended.status == 1);
        CHECK(ward::lines_of(ended.errors).size() == 1);
        CHECK(names_in(folder.path()).empty());
    }
}

TEST_CASE("a file marked read-only is reported on but not written, by root neither",
          "[system][disk]") {
    const Ward ward;
    const std::string before = ward.books();
    const std::string bytes = ward::read_file(ward.db());
    fs::permissions(ward.db(), fs::perms{0444});
    CHECK_THAT(ward.refused(import_demo()), Contains("read-only"));
    CHECK_THAT(ward.refused(add_user), Contains("read-only"));
    CHECK(ward.books() == before);
    CHECK(ward.is_sound());
    CHECK(ward::read_file(ward.db()) == bytes);
}

TEST_CASE("a database that this user may only read still gives its reports", "[system][disk]") {
    const Ward ward;
    const std::string before = ward.books();
    // Beside the books, as the program and the register may lie where another user may not go.
    const fs::path program = copy_for_everybody(MOTCUA_CORE, ward / "motcua-core");
    const fs::path rows = copy_for_everybody(ward::demo_file("register.csv"), ward / "rows.csv");
    fs::permissions(ward.db().parent_path(), fs::perms{0555});
    fs::permissions(ward.db(), fs::perms{0644});
    const int result = in_child_process([&] {
        become_ordinary_user();
        const auto run = [&](Arguments arguments) {
            arguments.insert(arguments.end(), {"--db", ward.db()});
            return Program(program, arguments).wait();
        };
        const bool reports = run(report).status == 0;
        const Ended refused = run({"import", "register", rows});
        return reports && refused.status == 1 && ward::lines_of(refused.errors).size() == 1 ? 0 : 1;
    });
    fs::permissions(ward.db().parent_path(), fs::perms{0755});
    CHECK(result == 0);
    CHECK(ward.books() == before);
}

TEST_CASE("a file that is not a database of motcua is refused and stays as it is",
          "[system][disk]") {
    const TemporaryDirectory folder;
    const auto file = folder / "other.db";
    const std::string contents[] = {"", "Kính gửi ông bà\n", std::string(100'000, '\0'),
                                    "SQLite format 3" + std::string(5'000, '\0')};
    for (const std::string& content : contents) {
        INFO(content.substr(0, 20));
        ward::write_file(file, content);
        for (const Arguments& command :
             {report, add_user, import_demo(), Arguments{"verify"},
              Arguments{"backup", "--to", folder / "copy.db"},
              Arguments{"seed", "--dossiers", "10", "--from", "2023-01-01", "--to", "2023-12-31"}})
            CHECK_THAT(refused(command, file), Contains("other.db"));
        CHECK(ward::read_file(file) == content);
        CHECK_FALSE(exists(folder / "copy.db"));
    }
}

TEST_CASE("a missing file is not made by the way", "[system][disk]") {
    const TemporaryDirectory folder;
    for (const Arguments& command : {report, add_user, import_demo(), Arguments{"verify"},
                                     Arguments{"backup", "--to", folder / "copy.db"}}) {
        INFO(command.front());
        CHECK_THAT(refused(command, folder / "ward.db"), Contains("ward.db"));
        CHECK_THAT(refused(command, folder / "none/ward.db"), Contains("none"));
        CHECK_THAT(refused(command, folder.path()), Contains(folder.path().string()));
        CHECK(names_in(folder.path()).empty());
    }
}

TEST_CASE("a database of a newer version is left to the newer program", "[system][disk]") {
    const Ward ward;
    set_schema_version(ward.db(), 99);
    const std::string bytes = ward::read_file(ward.db());
    for (const Arguments& command : {report, add_user, import_demo(), Arguments{"verify"},
                                     Arguments{"backup", "--to", ward / "copy.db"}})
        CHECK_THAT(ward.refused(command), Contains("newer motcua") && Contains("schema 99"));
    CHECK(ward::read_file(ward.db()) == bytes);
    set_schema_version(ward.db(), 0);
    CHECK_THAT(ward.refused(report), Contains("no schema version"));
}

TEST_CASE("a database that was cut short is found to be damaged", "[system][disk]") {
    const Ward ward;
    ward::write_file(ward / "first.csv", ward::first_rows(500));
    ward.import_register(ward / "first.csv");
    const auto size = fs::file_size(ward.db());
    for (const std::uintmax_t kept : {size / 2, size / 10, std::uintmax_t{4'096}}) {
        fs::resize_file(ward.db(), kept);
        const Ended verified = ward.run({"verify"});
        INFO(kept << " of " << size << " bytes: " << verified.errors);
        CHECK(verified.status == 1);
        CHECK(ward::lines_of(verified.errors).size() == 1);
        CHECK(ward.run({"backup", "--to", ward / "copy.db"}).status == 1);
        CHECK_FALSE(exists(ward / "copy.db"));
    }
}

TEST_CASE("init never replaces a file", "[system][disk]") {
    const Ward ward;
    const std::string bytes = ward::read_file(ward.db());
    CHECK_THAT(ward.refused({"init", "--office", ward::demo_file("office.toml"), "--calendar",
                             ward::demo_file("calendar.csv"), "--catalogue",
                             ward::demo_file("procedures.csv")}),
               Contains("exists already"));
    CHECK(ward::read_file(ward.db()) == bytes);
}
