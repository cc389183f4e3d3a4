#include "core/server/http/command_runner.hpp"

#include "core/engine/journal/journal.hpp"
#include "core/server/http/upload.hpp"

#include <algorithm>

namespace server {

namespace {

constexpr std::size_t longest_key = 255;

/// What was sent, so that a key that comes again with something else is found out.
std::string fingerprint(const net::HttpRequest& request) {
    core::Sha256 hash;
    hash.add(request.method);
    hash.add(request.target);
    hash.add("\n");
    hash.add(request.body);
    if (const auto upload = std::dynamic_pointer_cast<Upload>(request.sink))
        hash.add(upload->sha256());
    return core::to_hex(hash.finish());
}

std::string key_of(const Call& call) { return std::string(call.request.header("idempotency-key")); }

bool is_key(std::string_view key) {
    return key.size() <= longest_key &&
           std::all_of(key.begin(), key.end(), [](char c) { return c >= ' ' && c < '\x7f'; });
}

/// A key belongs to whoever chose it.
std::string owner_of(const Call& call) {
    const std::string name = call.caller.journal_name();
    return name.empty() ? "address:" + call.request.peer : name;
}

net::HttpResponse key_used_otherwise(words::Language language) {
    return problem_response({422,
                             "key-used",
                             "idempotency-key-of-another-request",
                             {{"Idempotency-Key", "idempotency-key-used"}}},
                            language);
}

/// How a command went, shared by the writer's thread and the network's.
struct CommandResult {
    Answer answer;
    bool replayed = false;
    bool key_clash = false;
};

net::HttpResponse kept_response(const CommandResult& outcome, words::Language language) {
    net::HttpResponse response = json_response(outcome.answer.status, outcome.answer.body);
    constexpr int first_error = 400;
    if (outcome.answer.status >= first_error) response.headers.front().second = api::problem_type;
    if (outcome.replayed) {
        // In the language of who asked first.
        response.headers.emplace_back("Idempotency-Replayed", "true");
    } else {
        response.headers.emplace_back("Content-Language", language.tag());
    }
    return response;
}

net::HttpResponse response_of(const core::Result<void>& result,
                              const CommandResult& outcome,
                              words::Language language) {
    if (outcome.key_clash) return key_used_otherwise(language);
    if (!result) return problem_response(problem_of(result.error()), language);
    return kept_response(outcome, language);
}

/// Looks the key up; true when the answer is settled by it.
bool answered_before(core::Books& books,
                     const Call& call,
                     const std::string& key,
                     const std::string& hash,
                     CommandResult& outcome) {
    const auto kept = books.idempotency_records().find(owner_of(call), key, call.now);
    if (!kept) return false;
    outcome.key_clash = kept->request_hash != hash;
    outcome.replayed = true;
    outcome.answer = {kept->status, kept->body};
    return true;
}

} // namespace

void CommandRunner::run(const CallPtr& call,
                        WriteWork work,
                        net::Responder respond,
                        std::function<void()> after) {
    const std::string key = key_of(*call);
    if (!is_key(key)) {
        return respond(
            fields_response({{"Idempotency-Key", "field-no-idempotency-key"}}, call->language));
    }
    const std::string hash = key.empty() ? std::string() : fingerprint(call->request);
    auto outcome = std::make_shared<CommandResult>();
    auto command = [call, work = std::move(work), key, hash,
                    outcome](core::Books& books) -> core::Result<void> {
        if (!key.empty() && answered_before(books, *call, key, hash, *outcome)) return {};
        auto answer = work(books, call->act_context());
        if (!answer) return answer.error();
        outcome->answer = std::move(answer).value();
        outcome->answer.body = with_ignored(std::move(outcome->answer.body), *call);
        if (!key.empty() && !outcome->answer.secret) {
            books.write_idempotency_records().keep({owner_of(*call), key, hash,
                                                    outcome->answer.status, outcome->answer.body,
                                                    call->now});
        }
        return {};
    };
    auto done = [this, call, key, outcome, respond = std::move(respond), after = std::move(after)](
                    const core::Result<void>& result, const std::exception_ptr& failure) {
        net::HttpResponse response = failure ? failures_.broken(failure, "a change", call->language)
                                             : response_of(result, *outcome, call->language);
        const bool refused = !failure && !result && !outcome->key_clash;
        post_([this, call, key, respond, after, refused, made = !failure && result.has_value(),
               response = std::move(response)]() mutable {
            if (made && after) after();
            if (refused && !key.empty()) keep_refusal(call, response);
            respond(std::move(response));
        });
    };
    store_.submit(agency_, std::move(command), std::move(done));
}

/// The same key gives the same answer once more, a refusal too.
void CommandRunner::keep_refusal(const CallPtr& call, const net::HttpResponse& response) {
    core::IdempotencyRecord answer{owner_of(*call), key_of(*call), fingerprint(call->request),
                                   response.status, response.body, call->now};
    try {
        store_.submit(
            agency_,
            [answer = std::move(answer)](core::Books& books) -> core::Result<void> {
                books.write_idempotency_records().keep(answer);
                return {};
            },
            [](const core::Result<void>&, const std::exception_ptr&) {
                // Not kept: the same request is judged anew, which changes nothing either.
            });
    } catch (const std::exception& failure) {
        failures_.broken(failure, "keeping a refusal");
    }
}

} // namespace server
