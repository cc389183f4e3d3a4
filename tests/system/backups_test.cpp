// Backups and verification beside the running server.

#include "tests/support/served_ward.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace fs = std::filesystem;
using Catch::Matchers::Contains;

namespace {

class BackedUp {
public:
    explicit BackedUp(const std::string& more = "") {
        fs::create_directory(folder());
        ward::write_file(config(), "[backup]\nfolder = \"" + folder().string() + "\"\n" + more);
        served_.restart({{"--config", config().string()}});
    }

    ServedWard& served() { return served_; }

    fs::path folder() const { return served_.ward() / "backups"; }

    /// What is going on, once nothing runs any more.
    static ApiReply settled(Api& admin, const std::string& path) {
        auto now = admin.get(path);
        while (now["running"] == true) now = admin.get(path);
        return now;
    }

private:
    fs::path config() const { return served_.ward() / "core.toml"; }

    ServedWard served_;
};

} // namespace

TEST_CASE("a backup made from the page is verified while citizens are served",
          "[system][backups]") {
    BackedUp ward;
    auto admin = ward.served().as("admin");
    auto officer = ward.served().as("officer");
    const auto begun = admin.post("/api/v1/backups", boost::json::object(), "key-1");
    REQUIRE(begun.status == 202);
    for (int i = 0; i < 20; ++i) receive(officer);
    const auto state = BackedUp::settled(admin, "/api/v1/backups");
    REQUIRE(state["items"].as_array().size() == 1);
    const auto& made = state["items"].at(0);
    CHECK(made.at("ok") == true);
    CHECK(state["last"].at("ok") == true);
    const fs::path file = ward.folder() / std::string(made.at("name").as_string());
    CHECK(ward::motcua_core({"verify", "--db", file}).status == 0);
    CHECK_THAT(admin.get("/metrics").http.body,
               Contains("motcua_backup_last_success_timestamp_seconds "));

    // The same key makes no second one.
    CHECK(admin.post("/api/v1/backups", boost::json::object(), "key-1").status == 202);
    CHECK(BackedUp::settled(admin, "/api/v1/backups")["items"].as_array().size() == 1);
}

TEST_CASE("a backup that left no file says why", "[system][backups]") {
    BackedUp ward;
    fs::remove(ward.folder());
    auto admin = ward.served().as("admin");
    REQUIRE(admin.post("/api/v1/backups").status == 202);
    const auto state = BackedUp::settled(admin, "/api/v1/backups");
    CHECK(state["items"].as_array().empty());
    CHECK(state["last"].at("ok") == false);
    CHECK(state["last"].at("name") == "");
    CHECK_THAT(std::string(state["last"].at("text").as_string()), Contains("hãy gắn ổ đĩa"));
    CHECK(state["last_success"].is_null());
}

TEST_CASE("without a folder no backup is begun, and the sentence says what to do",
          "[system][backups]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    CHECK(admin.get("/api/v1/backups")["folder_set"] == false);
    const auto refused = admin.post("/api/v1/backups");
    CHECK(refused.status == 409);
    CHECK_THAT(refused.text("detail"), Contains("[backup] folder"));
}

TEST_CASE("the server makes the day's backup by itself", "[system][backups]") {
    BackedUp ward("daily_at = \"20:00\"\nkeep = 3\n");
    auto admin = ward.served().as("admin");
    auto state = admin.get("/api/v1/backups");
    while (state["last"].is_null()) state = admin.get("/api/v1/backups");
    CHECK(state["last"].at("ok") == true);
    CHECK(state["daily_at"] == "20:00");
    CHECK(state.number("keep") == 3);
    CHECK(state["items"].as_array().size() == 1);
}

TEST_CASE("settings of backups that contradict themselves are refused", "[system][backups]") {
    const ward::Ward ward;
    const auto refused = [&](const std::string& settings) {
        ward::write_file(ward / "core.toml", "[backup]\n" + settings);
        return ward.refused({"serve", "--config", ward / "core.toml"});
    };
    CHECK_THAT(refused("daily_at = \"20:00\"\n"), Contains("needs backup.folder"));
    CHECK_THAT(refused("folder = \"b\"\ndaily_at = \"25:00\"\n"), Contains("backup.daily_at"));
    CHECK_THAT(refused("folder = \"b\"\nkeep = 0\n"), Contains("backup.keep"));
    CHECK_THAT(refused("fodler = \"b\"\n"), Contains("is no setting"));
}

TEST_CASE("the books are verified beside the server's work", "[system][backups]") {
    ServedWard ward;
    auto admin = ward.as("admin");
    CHECK(admin.get("/api/v1/verification")["ok"].is_null());
    REQUIRE(admin.post("/api/v1/verification").status == 202);
    const auto found = BackedUp::settled(admin, "/api/v1/verification");
    CHECK(found["ok"] == true);
    CHECK(found.number("events") > 0);
    CHECK(found["problems"].as_array().empty());
    CHECK(found["at"].is_string());
}
