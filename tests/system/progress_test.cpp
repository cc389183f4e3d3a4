#include "tests/system/ward.hpp"

#include <catch2/catch.hpp>

using Catch::Matchers::Contains;
using ward::Arguments;
using ward::Ward;

TEST_CASE("long work shows its progress on a terminal, and clears it at the end",
          "[system][progress]") {
    const Ward ward;
    const TemporaryDirectory folder;
    const Arguments backup = {"backup", "--to", ward / "copy.db"};
    const Arguments import = {"import", "register", ward::demo_file("register.csv")};
    const Arguments seed = {"seed", "--dossiers", "5000", "--from",          "2023-01-01",
                            "--to", "2023-12-31", "--db", folder / "seed.db"};

    const Start on_terminal{.on_terminal = true};
    const Ended ended[] = {ward.run(import, on_terminal), ward.run(backup, on_terminal),
                           ward::motcua_core(seed, on_terminal),
                           ward::motcua_core({"verify", "--db", folder / "seed.db"}, on_terminal)};
    for (const Ended& each : ended) {
        INFO(each.output << each.errors);
        CHECK(each.status == 0);
        CHECK_THAT(each.errors, Contains(" %"));
        CHECK(each.errors.ends_with("\r\x1b[K"));
        CHECK_THAT(each.output, !Contains("%") && !Contains("\x1b"));
    }
    CHECK_THAT(ended[0].errors, Contains("importing register.csv: "));
}

TEST_CASE("long work shows nothing when standard error is no terminal", "[system][progress]") {
    const Ward ward;
    CHECK(ward.run({"import", "register", ward::demo_file("register.csv")}).errors.empty());
    CHECK(ward.run({"backup", "--to", ward / "copy.db"}).errors.empty());
    CHECK(ward.run({"restore", "--from", ward / "copy.db"}).errors.empty());
}

TEST_CASE("a refused import says so on a clean line of the terminal", "[system][progress]") {
    const Ward ward;
    ward::write_file(ward / "bad.csv", ward::repeated_register(1) + "too,few\n");
    const Ended ended = ward.run({"import", "register", ward / "bad.csv"}, {.on_terminal = true});
    CHECK(ended.status == 1);
    CHECK_THAT(ended.errors, Contains("importing bad.csv: "));
    CHECK_THAT(ended.errors, Contains("\r\x1b[Kmotcua-core: "));
}
