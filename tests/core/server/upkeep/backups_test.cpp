#include "core/server/upkeep/backups.hpp"
#include "core/server/upkeep/maintenance.hpp"
#include "core/words/words.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite_store.hpp"
#include "tests/support/office_samples.hpp"
#include "tests/system/ward.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>

using Catch::Matchers::Contains;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

const core::Instant evening = samples::at(samples::date(2024, 5, 6), 20h);

class ManualClock : public core::Clock {
public:
    core::Instant now() const override { return now_; }

    void set(core::Instant now) { now_ = now; }

private:
    std::atomic<core::Instant> now_ = evening;
};

/// A ward with a folder for backups.
class BackedUpWard {
public:
    explicit BackedUpWard(int keep = 30) : settings_{ward_.db(), ward_ / "backups", {}, keep} {
        fs::create_directory(settings_.folder);
    }

    server::Backup make(core::Instant at) {
        return server::make_backup(
            settings_, [at] { return at; }, [] {});
    }

    std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const auto& backup : server::list_backups(settings_.folder))
            names.push_back(backup.name);
        return names;
    }

    void tamper() {
        db::Connection connection(ward_.db(), db::OpenMode::read_write);
        connection.execute("UPDATE procedure_version SET name = 'khác'");
    }

    fs::path operator/(const char* name) const { return settings_.folder / name; }

    server::BackupSettings& settings() { return settings_; }

    const ward::Ward& ward() const { return ward_; }

private:
    ward::Ward ward_;
    server::BackupSettings settings_;
};

/// The network thread's part of it: what was posted runs when the test waits for it.
class Loop {
public:
    server::Post post() {
        return [this](std::function<void()> work) {
            const std::lock_guard lock(mutex_);
            posted_.push_back(std::move(work));
            came_.notify_all();
        };
    }

    void run_next() {
        std::unique_lock lock(mutex_);
        REQUIRE(came_.wait_for(lock, 60s, [&] { return !posted_.empty(); }));
        const auto work = std::move(posted_.front());
        posted_.pop_front();
        lock.unlock();
        work();
    }

private:
    std::mutex mutex_;
    std::condition_variable came_;
    std::deque<std::function<void()>> posted_;
};

} // namespace

TEST_CASE("a backup is verified, and what was found stands beside it", "[server][backup]") {
    BackedUpWard ward;
    const auto made = ward.make(evening);
    CHECK(made.ok);
    CHECK(made.verdict.code == "backup-sound");
    const auto listed = server::list_backups(ward.settings().folder);
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].name == "motcua-20240506T200000.db");
    CHECK(listed[0].at == evening);
    CHECK(listed[0].verified_at == evening);
    CHECK(listed[0].ok);
    CHECK(listed[0].verdict == made.verdict);
    CHECK(listed[0].bytes ==
          static_cast<std::int64_t>(fs::file_size(ward / listed[0].name.c_str())));
    CHECK_FALSE(fs::exists(ward / "motcua-20240506T200000.db-wal"));
    CHECK(ward::motcua_core({"verify", "--db", ward / listed[0].name.c_str()}).status == 0);
}

TEST_CASE("no backup takes the name of another", "[server][backup]") {
    BackedUpWard ward;
    ward.make(evening);
    ward.make(evening);
    CHECK(ward.names() ==
          std::vector<std::string>{"motcua-20240506T200000.db", "motcua-20240506T200000-2.db"});
}

TEST_CASE("the oldest backups beyond the number to keep go, and nothing else", "[server][backup]") {
    BackedUpWard ward(2);
    ward::write_file(ward / "motcua-notes.db", "mine");
    ward::write_file(ward / "readme.txt", "mine");
    for (int day = 0; day < 4; ++day) ward.make(evening + day * 24h);
    CHECK(ward.names() ==
          std::vector<std::string>{"motcua-20240509T200000.db", "motcua-20240508T200000.db"});
    CHECK_FALSE(fs::exists(ward / "motcua-20240506T200000.json"));
    CHECK(fs::exists(ward / "motcua-notes.db"));
    CHECK(fs::exists(ward / "readme.txt"));
}

TEST_CASE("a backup that is not sound says so and removes nothing", "[server][backup]") {
    BackedUpWard ward(1);
    ward.make(evening);
    ward.tamper();
    const auto unsound = ward.make(evening + 24h);
    CHECK_FALSE(unsound.ok);
    CHECK(unsound.verdict.code == "backup-unsound");
    const auto listed = server::list_backups(ward.settings().folder);
    CHECK(listed.front().verdict == unsound.verdict);
    CHECK(ward.names().size() == 2);
}

TEST_CASE("why a backup is not sound is said in any language, also after a restart",
          "[server][backup]") {
    BackedUpWard ward;
    ward.tamper();
    ward.make(evening);
    const auto unsound = server::list_backups(ward.settings().folder).front();
    const auto english = words::Language::find("en").value();
    CHECK_THAT(words::say({}, unsound.verdict), Contains("Chỗ đầu: "));
    const std::string said = words::say(english, unsound.verdict);
    CHECK_THAT(said, Contains("The first: "));
    CHECK(std::all_of(said.begin(), said.end(), [](char c) { return (c & 0x80) == 0; }));
}

TEST_CASE("a note of an earlier version is read: its counts, or its sentence", "[server][backup]") {
    BackedUpWard ward;
    const auto noted = [&](const std::string& members) {
        ward::write_file(ward / "motcua-20240506T200000.db", "");
        ward::write_file(ward / "motcua-20240506T200000.json",
                         R"({"at":"2024-05-06T20:00:00+07:00",)"
                         R"("verified_at":"2024-05-06T20:00:01+07:00",)" +
                             members + "}");
        return server::list_backups(ward.settings().folder).front().verdict;
    };
    CHECK(noted(R"("ok":true,"text":"Đúng","events":7,"dossiers":2)") ==
          core::Message("backup-sound",
                        {{"events", std::int64_t{7}}, {"dossiers", std::int64_t{2}}}));
    CHECK(noted(R"("ok":true,"text":"Đúng")") == core::Message("Đúng"));
    CHECK(noted(R"("ok":false,"text":"Sai 1 chỗ","findings":1,"first":"hồ sơ")") ==
          core::Message("Sai 1 chỗ"));
}

TEST_CASE("the last backup is the last attempt that ended, or else the last verified",
          "[server][backup]") {
    using server::Backup;
    server::Maintenance::BackupState state;
    const Backup unverified{"b.db", evening, 1, std::nullopt, false, {}};
    const Backup verified{"a.db", evening - 24h, 1, evening - 24h, true, {}};
    CHECK_FALSE(state.last({}));
    CHECK_FALSE(state.last({unverified}));
    CHECK(state.last({unverified, verified})->name == "a.db"); // nothing attempted since the start

    state.began_at = evening;
    state.running = true;
    CHECK(state.last({unverified, verified})->name == "a.db");
    state.running = false;
    state.ended_at = evening + 1h;
    CHECK(state.last({unverified, verified})->name == "b.db");
    state.verdict = "backup-no-folder-set";
    const auto failed = state.last({verified});
    REQUIRE(failed); // the attempt left no file
    CHECK(failed->name.empty());
    CHECK(failed->at == evening);
    CHECK(failed->verdict.code == "backup-no-folder-set");
    CHECK_FALSE(failed->ok);
}

TEST_CASE("a folder that is missing is not made: its disk may be elsewhere", "[server][backup]") {
    BackedUpWard ward;
    fs::remove(ward.settings().folder);
    CHECK_THROWS_WITH(ward.make(evening), Catch::StartsWith("backup-folder-missing"));
    CHECK_FALSE(fs::exists(ward.settings().folder));
}

TEST_CASE("a copy that was never verified does not count as sound", "[server][backup]") {
    BackedUpWard ward;
    ward.make(evening);
    fs::remove(ward / "motcua-20240506T200000.json");
    const auto listed = server::list_backups(ward.settings().folder);
    REQUIRE(listed.size() == 1);
    CHECK_FALSE(listed[0].ok);
    CHECK_FALSE(listed[0].verified_at);
}

TEST_CASE("the day's backup is made at its time, once, and one that failed is tried again",
          "[server][backup]") {
    BackedUpWard ward;
    ward.settings().daily_at = 20h;
    ward.make(evening - 24h);
    const auto store = db::open_sqlite_store(ward.ward().db(), db::StoreMode::read);
    ManualClock clock;
    Loop loop;
    server::Maintenance maintenance(ward.settings(), *store, store->agencies().front().id, clock,
                                    loop.post());
    const auto is_begun = [&](core::Instant now) {
        clock.set(now);
        maintenance.look_at_the_clock();
        return maintenance.backup().running;
    };
    CHECK(maintenance.backup().last_success == evening - 24h);
    CHECK_FALSE(is_begun(evening - 1s));
    REQUIRE(is_begun(evening));
    loop.run_next();
    CHECK(maintenance.backup().ok);
    CHECK(maintenance.backup().last_success == evening);
    CHECK_FALSE(is_begun(evening + 1h));

    fs::rename(ward.settings().folder, ward.ward() / "elsewhere");
    REQUIRE(is_begun(evening + 36h)); // missed at its time: the server did not run
    loop.run_next();
    CHECK_FALSE(maintenance.backup().ok);
    CHECK_FALSE(is_begun(evening + 36h + 29min));
    fs::rename(ward.ward() / "elsewhere", ward.settings().folder);
    REQUIRE(is_begun(evening + 36h + 30min));
    loop.run_next();
    CHECK(maintenance.backup().ok);
}

TEST_CASE("what is being verified is broken off when the server ends", "[server][backup]") {
    BackedUpWard ward;
    const auto store = db::open_sqlite_store(ward.ward().db(), db::StoreMode::read);
    ManualClock clock;
    Loop loop;
    {
        server::Maintenance maintenance(ward.settings(), *store, store->agencies().front().id,
                                        clock, loop.post());
        maintenance.begin_backup();
        maintenance.begin_verification();
    }
    for (const auto& entry : fs::directory_iterator(ward.settings().folder))
        CHECK_FALSE(entry.path().extension() == ".part");
}

TEST_CASE("a sound backup is good until the day after the next is over, none is not",
          "[server][backup]") {
    const auto fresh = server::backup_age(evening, evening + 47h);
    CHECK(fresh.days == std::chrono::days{1});
    CHECK_FALSE(fresh.too_old);
    CHECK(server::backup_age(evening, evening + 48h).too_old);
    CHECK(server::backup_age(evening, evening - 1h).days == std::chrono::days{0});
    const auto never = server::backup_age(std::nullopt, evening);
    CHECK_FALSE(never.days);
    CHECK(never.too_old);
}
