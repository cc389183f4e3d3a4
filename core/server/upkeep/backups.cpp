#include "core/server/upkeep/backups.hpp"

#include "core/api/json_fields.hpp"
#include "core/api/json_text.hpp"
#include "core/api/message_json.hpp"
#include "core/engine/verification/verification.hpp"
#include "core/server/print_output.hpp"
#include "core/server/read_file.hpp"
#include "core/server/refused.hpp"
#include "core/words/words.hpp"
#include "db/backup.hpp"
#include "db/sqlite_store.hpp"

#include <boost/json/value.hpp>

#include <algorithm>
#include <optional>

namespace server {

namespace fs = std::filesystem;
namespace json = boost::json;

using Need = api::JsonFields::Need;

namespace {

constexpr std::string_view prefix = "motcua-";
constexpr std::string_view suffix = ".db";
constexpr std::size_t moment_length = 15; // 20231231T200000
constexpr std::size_t note_limit_bytes = std::size_t{16} * 1024;
constexpr int most_of_one_second = 99;
constexpr std::int64_t cache_bytes = std::int64_t{16} << 20; // the server's own cache goes on

/// The moment in a backup's name; none for any other file.
std::optional<core::Instant> moment_of(std::string_view name) {
    if (!name.starts_with(prefix) || !name.ends_with(suffix)) return std::nullopt;
    name.remove_prefix(prefix.size());
    name.remove_suffix(suffix.size());
    if (name.size() < moment_length) return std::nullopt;
    std::string text(name.substr(0, moment_length));
    for (const std::size_t dash : {4U, 7U}) text.insert(dash, 1, '-');
    for (const std::size_t colon : {13U, 16U}) text.insert(colon, 1, ':');
    const auto at = core::parse_instant(text);
    return at ? std::optional(*at) : std::nullopt;
}

fs::path note_of(const fs::path& backup) { return fs::path(backup).replace_extension(".json"); }

/// A name that nothing has.
fs::path free_name(const fs::path& folder, core::Instant at) {
    const std::string stem = std::string(prefix) + file_moment(at);
    for (int n = 1; n <= most_of_one_second; ++n) {
        const std::string tail = n == 1 ? "" : "-" + std::to_string(n);
        fs::path file = folder / (stem + tail + std::string(suffix));
        if (!fs::exists(file)) return file;
    }
    throw Refused({"backup-too-many-of-a-second", {{"folder", folder.string()}}});
}

/// The verdict stands beside its Vietnamese sentence as a message, so that it can be said in
/// another language. Of a sound one versions before that read the counts alone.
void write_note(const fs::path& file, const Backup& backup) {
    json::object note{{"at", core::format_instant(backup.at)},
                      {"verified_at", core::format_instant(*backup.verified_at)},
                      {"ok", backup.ok},
                      {"text", words::say({}, backup.verdict)}};
    json::object verdict = api::to_json(backup.verdict);
    if (backup.ok) {
        for (const auto& [name, count] : verdict.at("facts").as_object()) note[name] = count;
    }
    for (auto& [name, value] : verdict) note[name] = std::move(value);
    print(api::to_text(note) + "\n", note_of(file));
}

/// A note of an earlier version has no message: the counts of a sound one, or its Vietnamese
/// sentence alone, which then is what is said.
core::Message verdict_of(bool ok, const json::value& note, const std::string& text) {
    if (auto message = api::read_message(note)) return std::move(*message);
    api::FieldErrors errors;
    api::JsonFields fields(note.get_object(), errors);
    const auto events = fields.integer("events", Need::optional, 0, INT64_MAX);
    const auto dossiers = fields.integer("dossiers", Need::optional, 0, INT64_MAX);
    if (!ok || !events || !dossiers) return text;
    return {"backup-sound", {{"events", *events}, {"dossiers", *dossiers}}};
}

/// What was noted when the backup was verified; without a note it was not.
void read_note(const fs::path& file, Backup& backup) {
    backup.verdict = "backup-unverified";
    const fs::path note = note_of(file);
    if (!fs::exists(note)) return;
    core::Message why_not;
    const auto value = api::parse_body(read_file(note, note_limit_bytes), why_not);
    if (!value) return;
    api::FieldErrors errors;
    api::JsonFields fields(value->get_object(), errors);
    const auto verified_at = fields.instant("verified_at", Need::required);
    const std::string text = fields.line("text", Need::required, api::text_limit);
    const bool ok = fields.flag("ok");
    if (!errors.empty()) return;
    backup.verified_at = verified_at;
    backup.ok = ok;
    backup.verdict = verdict_of(ok, *value, text);
}

/// Replays the copy's journal and compares; the verdict tells what was found.
void verify(const fs::path& file, Backup& backup, const StillWanted& still_wanted) {
    core::VerifySummary found;
    std::optional<core::Finding> first;
    const auto store = db::open_sqlite_store(file, db::StoreMode::read, {cache_bytes});
    for (const core::Agency& agency : store->agencies()) {
        const auto books = store->read(agency.id);
        const auto summary = core::verify_books(
            *books,
            [&](const core::Finding& finding) {
                if (!first) first = finding;
            },
            [&](std::int64_t, std::int64_t) { still_wanted(); });
        found.events += summary.events;
        found.dossiers += summary.dossiers;
        found.findings += summary.findings;
    }
    backup.ok = !first;
    if (!first) {
        backup.verdict = {"backup-sound", {{"events", found.events}, {"dossiers", found.dossiers}}};
    } else {
        backup.verdict = {"backup-unsound",
                          {{"findings", found.findings},
                           {"where", std::vector<core::Message>{first->where}},
                           {"what", std::vector<core::Message>{first->what}}}};
    }
}

/// The oldest go, but never the only sound one.
void remove_old(const fs::path& folder, int keep) {
    const auto backups = list_backups(folder);
    for (std::size_t i = static_cast<std::size_t>(keep); i < backups.size(); ++i) {
        const fs::path file = folder / backups[i].name;
        std::error_code ignored; // it goes with the next one
        fs::remove(file, ignored);
        fs::remove(note_of(file), ignored);
    }
}

} // namespace

std::string file_moment(core::Instant at) {
    std::string moment = core::format_instant(at).substr(0, 19);
    std::erase(moment, '-');
    std::erase(moment, ':');
    return moment;
}

BackupAge backup_age(const std::optional<core::Instant>& last_success, core::Instant now) {
    if (!last_success) return {std::nullopt, true};
    const auto age = std::chrono::floor<std::chrono::days>(now - *last_success);
    const auto days = std::max(age, std::chrono::days{0}); // a clock may have been set back
    return {days, days >= backup_good_for};
}

std::vector<Backup> list_backups(const fs::path& folder) {
    std::vector<Backup> backups;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto at = moment_of(entry.path().filename().string());
        std::error_code gone;
        if (!at || !entry.is_regular_file(gone)) continue;
        Backup backup{entry.path().filename().string(), *at, 0, std::nullopt, false, {}};
        backup.bytes = static_cast<std::int64_t>(entry.file_size(gone));
        if (gone) continue;
        read_note(entry.path(), backup);
        backups.push_back(std::move(backup));
    }
    std::sort(backups.begin(), backups.end(), [](const Backup& a, const Backup& b) {
        return std::tie(a.at, a.name) > std::tie(b.at, b.name);
    });
    return backups;
}

Backup
make_backup(const BackupSettings& settings, const Now& now, const StillWanted& still_wanted) {
    // It is not made: where a disk is not mounted, that would fill the wrong one.
    if (!fs::is_directory(settings.folder)) {
        throw Refused({"backup-folder-missing", {{"folder", settings.folder.string()}}});
    }
    Backup backup{"", now(), 0, std::nullopt, false, {}};
    const fs::path file = free_name(settings.folder, backup.at);
    backup.name = file.filename().string();
    db::copy_database(settings.database, file, [&](double) { still_wanted(); });
    backup.bytes = static_cast<std::int64_t>(fs::file_size(file));
    verify(file, backup, still_wanted);
    backup.verified_at = now();
    write_note(file, backup);
    if (backup.ok) remove_old(settings.folder, settings.keep);
    return backup;
}

} // namespace server
