// The administrator's backups and the verification of the books, beside the running server.

#include "core/api/dossier_json.hpp"
#include "core/api/json_text.hpp"
#include "core/server/http/server.hpp"
#include "core/server/routes/routes.hpp"
#include "core/words/words.hpp"

#include <boost/json/value.hpp>

namespace server {

namespace json = boost::json;

namespace {

constexpr int accepted_status = 202;

json::object backup_json(const Backup& backup, words::Language language) {
    json::object object{{"name", backup.name},   {"at", core::format_instant(backup.at)},
                        {"bytes", backup.bytes}, {"verified_at", api::to_json(backup.verified_at)},
                        {"ok", nullptr},         {"text", words::say(language, backup.verdict)}};
    const bool is_missing = backup.name.empty();
    if (backup.verified_at || is_missing) object["ok"] = backup.ok;
    return object;
}

/// Looks at the disk, so on a worker; what is going on is told as of now.
void list(Server& server, const CallPtr& call, const net::Responder& respond) {
    const BackupSettings& settings = server.maintenance().settings();
    const Maintenance::BackupState& state = server.maintenance().backup();
    json::object answer{{"folder_set", !settings.folder.empty()},
                        {"folder", settings.folder.string()},
                        {"daily_at", nullptr},
                        {"keep", settings.keep},
                        {"running", state.running},
                        {"last_success", api::to_json(state.last_success)}};
    const BackupAge age = backup_age(state.last_success, call->now);
    answer["age_days"] = age.days ? json::value(age.days->count()) : nullptr;
    answer["too_old"] = age.too_old;
    if (settings.daily_at) answer["daily_at"] = core::format_clock(*settings.daily_at);
    server.read_later(
        call,
        [settings, state, answer = std::move(answer)](const Call& of, core::BooksView&) {
            std::vector<Backup> backups;
            if (std::filesystem::is_directory(settings.folder))
                backups = list_backups(settings.folder);
            json::object whole = answer;
            const auto last = state.last(backups);
            whole["last"] = last ? json::value(backup_json(*last, of.language)) : nullptr;
            json::array items;
            for (const Backup& backup : backups)
                items.emplace_back(backup_json(backup, of.language));
            whole["items"] = std::move(items);
            return json_response(whole);
        },
        respond);
}

/// Begins once for an Idempotency-Key, and answers at once: the work goes on by itself.
void begin_once(Server& server,
                const CallPtr& call,
                const net::Responder& respond,
                const std::function<void()>& begin) {
    const auto is_new = std::make_shared<bool>(false);
    server.write(
        call,
        [is_new](core::Books&, const core::ActContext&) -> core::Result<Answer> {
            *is_new = true;
            return Answer{accepted_status, api::to_text({{"running", true}})};
        },
        respond,
        [is_new, begin] {
            if (*is_new) begin();
        });
}

void make(Server& server, const CallPtr& call, const net::Responder& respond) {
    if (server.maintenance().settings().folder.empty()) {
        return respond(problem_response(
            problem_of({core::ErrorKind::not_allowed, "backup-no-folder-set"}), call->language));
    }
    begin_once(server, call, respond, [&server] { server.maintenance().begin_backup(); });
}

void verify_books(Server& server, const CallPtr& call, const net::Responder& respond) {
    begin_once(server, call, respond, [&server] { server.maintenance().begin_verification(); });
}

void show_verification(Server& server, const CallPtr& call, const net::Responder& respond) {
    const Maintenance::VerificationState& state = server.maintenance().verification();
    json::array problems;
    if (state.failure) problems.emplace_back(words::say(call->language, *state.failure));
    for (const core::Finding& finding : state.problems)
        problems.emplace_back(words::say(call->language, finding.where) + ": " +
                              words::say(call->language, finding.what));
    json::object answer{{"running", state.running},
                        {"progress", nullptr},
                        {"started_at", api::to_json(state.started_at)},
                        {"at", api::to_json(state.at)},
                        {"ok", nullptr},
                        {"events", state.summary.events},
                        {"dossiers", state.summary.dossiers},
                        {"problem_count", state.summary.findings},
                        {"problems", std::move(problems)}};
    if (state.running) answer["progress"] = server.maintenance().verification_progress();
    if (state.at) answer["ok"] = state.ok;
    respond(json_response(answer));
}

} // namespace

void add_backups(Router& router) {
    router.add(
        {"GET",
         "/api/v1/backups",
         callers::admin,
         Own{list},
         {"listBackups", "The backups, the latest first, and what is going on", "", "Backups"}});
    router.add({"POST",
                "/api/v1/backups",
                callers::admin,
                Own{make},
                {"makeBackup", "Begins a backup and its verification; GET tells how it goes", "",
                 "Begun", accepted_status},
                json_body_limit});
    router.add({"GET",
                "/api/v1/verification",
                callers::admin,
                Own{show_verification},
                {"getVerification", "How the verification of the books goes, and what it found", "",
                 "Verification"}});
    router.add({"POST",
                "/api/v1/verification",
                callers::admin,
                Own{verify_books},
                {"beginVerification", "Begins a verification of the books beside the server's work",
                 "", "Begun", accepted_status},
                json_body_limit});
}

} // namespace server
