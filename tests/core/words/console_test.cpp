#include "core/words/console.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace {

/// What `says` writes to standard error.
template <typename Says>
std::string written(Says says) {
    const TemporaryDirectory folder;
    const auto file = folder.path() / "standard-error";
    const int before = dup(STDERR_FILENO);
    REQUIRE(std::freopen(file.c_str(), "w", stderr) != nullptr);
    says();
    std::fflush(stderr);
    dup2(before, STDERR_FILENO);
    close(before);
    std::ifstream read(file);
    return {std::istreambuf_iterator<char>(read), {}};
}

const words::Console console("motcua-print", *words::Language::find("en"));

} // namespace

TEST_CASE("a program says why it ends in one line, in the language of whoever started it") {
    const words::Console vietnamese("motcua-print", words::Language());
    int status = 0;
    CHECK(written([&] { status = console.fail("output-unwritable"); }) ==
          "motcua-print: " + words::say(console.language(), "output-unwritable") + "\n");
    CHECK(status == 1);
    CHECK(written([&] { vietnamese.complain(core::Message("output-unwritable")); }) ==
          "motcua-print: " + words::say(words::Language(), "output-unwritable") + "\n");
    CHECK(written([&] { status = console.fail(std::runtime_error("a\nb\r\nc")); }) ==
          "motcua-print: a b  c\n");
    CHECK(status == 1);
}

TEST_CASE("a command line that cannot be followed is told with where help is, and ends with 2") {
    int status = 0;
    const core::Message problem{"usage-missing", {{"text", "--db"}}};
    const std::string told = written([&] { status = console.misused(problem); });
    CHECK(told.starts_with("motcua-print: " + words::say(console.language(), problem)));
    CHECK(told.find("motcua-print --help") != std::string::npos);
    CHECK(status == 2);
    CHECK(written([&] {
              console.misused(problem, "motcua-print --live");
          }).find("motcua-print --live --help") != std::string::npos);
}
