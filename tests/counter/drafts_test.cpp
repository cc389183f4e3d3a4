#include "counter/drafts.hpp"
#include "tests/support/temporary_directory.hpp"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include <fstream>

namespace fs = std::filesystem;
using counter::Drafts;

namespace {

std::vector<std::string> keys(const std::vector<counter::DraftInfo>& drafts) {
    std::vector<std::string> keys;
    for (const auto& draft : drafts) keys.push_back(draft.key);
    return keys;
}

/// The only file under the folder that is a draft.
fs::path only_file(const fs::path& folder) {
    fs::path found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        REQUIRE(found.empty());
        found = entry.path();
    }
    return found;
}

void make_older(const fs::path& file, std::chrono::hours age) {
    fs::last_write_time(file, fs::last_write_time(file) - age);
}

core::Instant saved_now(const Drafts& drafts) {
    return drafts.save("time", "now", "{}").value().saved_at;
}

} // namespace

TEST_CASE("a draft is there for a second look, as it was saved last", "[counter][drafts]") {
    const TemporaryDirectory folder;
    CHECK(Drafts(folder / "drafts").list("an").empty());
    CHECK_FALSE(Drafts(folder / "drafts").read("an", "intake"));
    REQUIRE(Drafts(folder / "drafts").save("an", "intake", R"({"name":"Nguyễn"})"));
    const auto saved = Drafts(folder / "drafts").save("an", "intake", R"({"name":"Nguyễn Văn"})");
    REQUIRE(saved);
    CHECK(saved->bytes == std::string_view(R"({"name":"Nguyễn Văn"})").size());
    const Drafts again(folder / "drafts");
    CHECK(again.read("an", "intake") == R"({"name":"Nguyễn Văn"})");
    CHECK(keys(again.list("an")) == std::vector<std::string>{"intake"});
    CHECK(again.remove("an", "intake"));
    CHECK_FALSE(again.remove("an", "intake"));
    CHECK(again.list("an").empty());
}

TEST_CASE("a draft belongs to one log-in and to nobody else of the machine", "[counter][drafts]") {
    const TemporaryDirectory folder;
    const Drafts drafts(folder / "drafts");
    REQUIRE(drafts.save("an", "intake", R"({"of":"an"})"));
    CHECK_FALSE(drafts.read("binh", "intake"));
    CHECK_FALSE(drafts.remove("binh", "intake"));
    CHECK(drafts.list("../an").empty());

    const fs::path file = only_file(folder.path());
    CHECK(file.string().find("/an/") == std::string::npos);

    struct stat info {};

    REQUIRE(stat(file.c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0600);
    REQUIRE(stat(file.parent_path().c_str(), &info) == 0);
    CHECK((info.st_mode & 0777) == 0700);
}

TEST_CASE("a draft's key can name no other file", "[counter][drafts]") {
    for (const char* key : {"a", "intake-2", "0", "0191b2c4-77aa-7000-8000-000000000001"})
        CHECK(counter::is_draft_key(key));
    for (const char* key : {"", ".", "..", "a/b", "a.json", "A", "a b", "é"})
        CHECK_FALSE(counter::is_draft_key(key));
    CHECK(counter::is_draft_key(std::string(64, 'a')));
    CHECK_FALSE(counter::is_draft_key(std::string(65, 'a')));
}

TEST_CASE("a draft too long or one too many is refused and loses nothing", "[counter][drafts]") {
    const TemporaryDirectory folder;
    const Drafts drafts(folder / "drafts");
    for (std::size_t i = 0; i < Drafts::most_of_a_login; ++i)
        REQUIRE(drafts.save("an", "draft-" + std::to_string(i), "{}"));
    CHECK_FALSE(drafts.save("an", "one-more", "{}"));
    CHECK(drafts.save("an", "draft-7", R"({"again":true})"));
    CHECK(drafts.save("binh", "one-more", "{}"));
    CHECK_FALSE(drafts.save("an", "draft-8", std::string(Drafts::longest_bytes + 1, ' ')));
    CHECK(drafts.read("an", "draft-8") == "{}");
}

TEST_CASE("drafts older than seven days are deleted, newer ones are not", "[counter][drafts]") {
    const TemporaryDirectory folder;
    const Drafts drafts(folder / "drafts");
    REQUIRE(drafts.save("an", "old", "{}"));
    make_older(only_file(folder.path()), Drafts::kept + std::chrono::hours{1});
    REQUIRE(drafts.save("an", "new", "{}"));
    CHECK(keys(drafts.list("an")) == std::vector<std::string>{"new", "old"});
    CHECK(drafts.remove_before(saved_now(drafts) - Drafts::kept) == 1);
    CHECK(keys(drafts.list("an")) == std::vector<std::string>{"new"});
}

TEST_CASE("what a power failure left half made is no draft", "[counter][drafts]") {
    const TemporaryDirectory folder;
    const Drafts drafts(folder / "drafts");
    REQUIRE(drafts.save("an", "intake", "{}"));
    const fs::path login = only_file(folder.path()).parent_path();
    std::ofstream(login / "intake.json.new") << "{\"half";
    fs::create_directory(login / "folder.json");
    CHECK(keys(drafts.list("an")) == std::vector<std::string>{"intake"});
}
