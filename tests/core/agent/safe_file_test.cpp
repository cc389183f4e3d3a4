#include "core/agent/safe_file.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

TEST_CASE("a file is replaced whole and belongs to its owner alone", "[agent][safe_file]") {
    const TemporaryDirectory folder;
    const auto file = folder / "state.json";
    CHECK_FALSE(agent::read_file(file));
    agent::replace_file(file, "một");
    CHECK(agent::read_file(file) == "một");
    agent::replace_file(file, "");
    CHECK(agent::read_file(file) == "");
    CHECK((std::filesystem::status(file).permissions() & std::filesystem::perms::all) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    CHECK(std::distance(std::filesystem::directory_iterator(folder.path()), {}) == 1);
}

TEST_CASE("a file that cannot be replaced is named", "[agent][safe_file]") {
    const TemporaryDirectory folder;
    CHECK_THROWS_WITH(agent::replace_file(folder / "none/state.json", "x"),
                      Catch::Contains("none/state.json"));
    CHECK_THROWS_WITH(agent::read_file(folder.path()), Catch::Contains(folder.path().string()));
}
