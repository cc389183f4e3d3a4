#include "core/agent/append_log.hpp"
#include "core/agent/safe_file.hpp"
#include "tests/support/child_process.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <vector>

namespace {

using Lines = std::vector<std::string>;

/// The lines of a log that is opened and closed again.
Lines lines_of(const std::filesystem::path& file) {
    Lines lines;
    const agent::AppendLog log(file, [&](std::string_view line) { lines.emplace_back(line); });
    return lines;
}

void ignore(std::string_view) {}

} // namespace

TEST_CASE("a log gives its lines back in their order", "[agent][append_log]") {
    const TemporaryDirectory folder;
    const auto file = folder / "touches.log";
    {
        agent::AppendLog log(file, ignore);
        log.append("một");
        log.append("");
        log.append("hai");
        CHECK(log.bytes() == std::filesystem::file_size(file));
    }
    CHECK(lines_of(file) == Lines{"một", "", "hai"});
    CHECK((std::filesystem::status(file).permissions() & std::filesystem::perms::all) ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
}

TEST_CASE("a log cut off at any byte keeps every line before the cut and takes new ones",
          "[agent][append_log]") {
    const TemporaryDirectory folder;
    const auto file = folder / "touches.log";
    {
        agent::AppendLog log(file, ignore);
        log.append("first");
        log.append("second");
    }
    const std::string whole = agent::read_file(file).value();
    const std::size_t first_end = whole.find('\n') + 1;
    for (std::size_t cut = 0; cut < whole.size(); ++cut) {
        std::ofstream(file, std::ios::trunc) << whole.substr(0, cut);
        {
            agent::AppendLog log(file, ignore);
            log.append("third");
        }
        CHECK(lines_of(file) == (cut < first_end ? Lines{"third"} : Lines{"first", "third"}));
    }
}

TEST_CASE("a log with a broken line before its last is not used", "[agent][append_log]") {
    const TemporaryDirectory folder;
    const auto file = folder / "touches.log";
    {
        agent::AppendLog log(file, ignore);
        log.append("first");
        log.append("second");
    }
    std::string bytes = agent::read_file(file).value();
    const std::size_t letter = bytes.find("first");
    bytes[letter] = 'F';
    std::ofstream(file, std::ios::trunc) << bytes;
    CHECK_THROWS_WITH(lines_of(file), Catch::Contains("touches.log") && Catch::Contains("1"));

    // As a last line it was never confirmed to anybody.
    std::ofstream(file, std::ios::trunc) << bytes.substr(0, bytes.find('\n') + 1);
    CHECK(lines_of(file).empty());
}

TEST_CASE("a log is held by one process at a time", "[agent][append_log]") {
    const TemporaryDirectory folder;
    const auto file = folder / "touches.log";
    agent::AppendLog log(file, ignore);
    const auto try_it = [&] {
        try {
            lines_of(file);
            return 0;
        } catch (const std::runtime_error&) {
            return 1;
        }
    };
    CHECK(try_it() == 1);
    log.rewrite([](const auto& add) { add("kept"); });
    CHECK(try_it() == 1);
}

TEST_CASE("a rewritten log holds the new lines only and goes on", "[agent][append_log]") {
    const TemporaryDirectory folder;
    const auto file = folder / "touches.log";
    {
        agent::AppendLog log(file, ignore);
        for (int i = 0; i < 10; ++i) log.append("old");
        log.rewrite([](const auto& add) {
            add("a");
            add("b");
        });
        CHECK(log.bytes() == std::filesystem::file_size(file));
        log.append("c");
    }
    CHECK(lines_of(file) == Lines{"a", "b", "c"});
}

TEST_CASE("a line that finds no room is not in the log, and the next one is whole",
          "[agent][append_log]") {
    const TemporaryDirectory folder;
    const auto file = folder / "touches.log";
    const int outcome = in_child_process([&] {
        agent::AppendLog log(file, ignore);
        log.append("first");
        limit_file_size(30);
        try {
            log.append("too long for the room that is left on this disk");
            return 1;
        } catch (const std::runtime_error&) {
        }
        log.append("short");
        return 0;
    });
    CHECK(outcome == 0);
    CHECK(lines_of(file) == Lines{"first", "short"});
}
