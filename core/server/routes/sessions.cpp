#include "core/domain/folded_key.hpp"
#include "core/engine/office/administration.hpp"
#include "core/server/http/secrets.hpp"
#include "core/server/http/server.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

#include <algorithm>

namespace server {

namespace {

using api::JsonFields;
using Need = JsonFields::Need;

net::HttpResponse too_many(std::chrono::seconds wait, words::Language language) {
    auto response = problem_response(
        {429, "wait", {"log-in-failed-often", {{"seconds", std::int64_t{wait.count()}}}}},
        language);
    response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
    return response;
}

net::HttpResponse wrong_password(words::Language language) {
    return problem_response({401, "wrong-password", "log-in-wrong"}, language);
}

net::HttpResponse busy(words::Language language) {
    auto response = problem_response({503, "busy", "log-in-busy"}, language);
    response.headers.emplace_back("Retry-After", "2");
    return response;
}

/// The password was right: a token, known to the client only.
void begin_session(Server& server,
                   const CallPtr& call,
                   const core::User& user,
                   const net::Responder& respond) {
    const std::string token = random_token();
    const core::LoginSession session{core::to_hex(core::sha256(token)), user.login, call->now,
                                     call->now + server.config().session_time};
    const boost::json::object answer{{"token", token},
                                     {"role", std::string(to_text(user.role))},
                                     {"login", user.login},
                                     {"name", user.name},
                                     {"ends_at", core::format_instant(session.ends_at)}};
    auto response = json_response(answer);
    response.headers.emplace_back(
        "Set-Cookie", cookie(server, session_cookie, token, server.config().session_time));
    core::ActContext by = call->act_context();
    by.actor.who = user.login;
    server.store().submit(
        server.agency(),
        [session, by](core::Books& books) { return core::log_in(books, session, by); },
        [&server, session, respond, language = call->language, response = std::move(response)](
            const core::Result<void>& result, const std::exception_ptr& failure) mutable {
            server.post([&server, session, respond, language, failure, ok = result.has_value(),
                         response = std::move(response)]() mutable {
                if (failure || !ok) return respond(busy(language));
                server.people().add(session);
                respond(std::move(response));
            });
        });
}

/// Checks a password beside the network thread, and tells on it.
void check_password(Server& server,
                    const std::string& login,
                    const std::string& password,
                    const CallPtr& call,
                    const net::Responder& respond,
                    const std::function<void(const core::User&)>& right) {
    const auto now = std::chrono::steady_clock::now();
    const std::string by_name = "login:" + login; // nobody is called as an address is
    const std::string by_address = "address:" + call->request.peer;
    const auto wait =
        std::max(server.guard().wait(by_name, now), server.guard().wait(by_address, now));
    if (wait > std::chrono::seconds{0}) return respond(too_many(wait, call->language));
    const core::User* user = server.people().user(login);
    const bool may = user && !user->disabled;
    const std::string stored = may ? user->password_hash : std::string();
    auto check = [&server, login, by_name, by_address, stored, password, may,
                  language = call->language, respond, right] {
        // An unknown name costs as much time as a known one.
        const std::string& hash = may ? stored : decoy_hash();
        const bool matches = SodiumHasher().matches(hash, password) && may;
        server.post([&server, login, by_name, by_address, matches, language, respond, right] {
            const auto then = std::chrono::steady_clock::now();
            const core::User* known = server.people().user(login);
            if (matches && known) {
                server.guard().succeeded(by_name);
                return right(*known);
            }
            server.guard().failed(by_name, then);
            server.guard().failed(by_address, then);
            respond(wrong_password(language));
        });
    };
    if (!server.passwords().submit(check)) respond(busy(call->language));
}

void log_in(Server& server, const CallPtr& call, const net::Responder& respond) {
    Body body(*call);
    if (body.unreadable()) return respond(*body.unreadable());
    JsonFields fields = body.fields();
    // In any spelling: who guesses passwords must not begin anew with each.
    const std::string login = core::login_key(fields.line("user", Need::required, 64));
    const std::string password = fields.secret("password", Need::required, core::longest_password);
    if (!body.errors.empty()) return respond(fields_response(body.errors, call->language));
    check_password(server, login, password, call, respond,
                   [&server, call, respond](const core::User& user) {
                       begin_session(server, call, user, respond);
                   });
}

void log_out(Server& server, const CallPtr& call, const net::Responder& respond) {
    const std::string hash = call->caller.token_hash;
    const std::string login = call->caller.name;
    server.people().remove(hash);
    server.write(
        call,
        [hash, login](core::Books& books, const core::ActContext& by) -> core::Result<Answer> {
            const auto ended = core::log_out(books, hash, login, by);
            if (!ended) return ended.error();
            return Answer{200, R"({"logged_out":true})"};
        },
        [&server, respond](net::HttpResponse response) {
            response.headers.emplace_back("Set-Cookie", cookie(server, session_cookie, "", {}));
            respond(std::move(response));
        },
        [&server] { server.reload_people(); });
}

net::HttpResponse who_am_i(const Call& call, core::BooksView& books) {
    boost::json::object answer{{"name", call.caller.name}};
    if (call.caller.kind == Caller::Kind::user) {
        answer["kind"] = "user";
        answer["role"] = std::string(to_text(call.caller.role));
        answer["login"] = call.caller.name;
        for (const core::User& user : books.users()) {
            if (user.login == call.caller.name) answer["name"] = user.name;
        }
        for (const core::LoginSession& session : books.login_sessions().all()) {
            if (session.token_hash == call.caller.token_hash)
                answer["ends_at"] = core::format_instant(session.ends_at);
        }
    } else {
        answer["kind"] = "device";
        answer["role"] = std::string(to_text(call.caller.device));
    }
    return json_response(answer);
}

void change_password(Server& server, const CallPtr& call, const net::Responder& respond) {
    Body body(*call);
    if (body.unreadable()) return respond(*body.unreadable());
    JsonFields fields = body.fields();
    const std::string old = fields.secret("old", Need::required, core::longest_password);
    const std::string fresh = fields.secret("new", Need::required, core::longest_password);
    if (body.errors.empty()) {
        if (const auto error = core::check_password(fresh)) fields.complain("new", error->message);
    }
    if (!body.errors.empty()) return respond(fields_response(body.errors, call->language));
    check_password(server, call->caller.name, old, call, respond,
                   [&server, call, respond, fresh](const core::User& user) {
                       set_password_later(server, call, user.login, fresh, respond);
                   });
}

} // namespace

std::string cookie(const Server& server,
                   std::string_view name,
                   const std::string& value,
                   std::chrono::seconds lifetime) {
    return std::string(name) + "=" + value +
           "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(lifetime.count()) +
           (server.config().tls ? "; Secure" : "");
}

void set_password_later(Server& server,
                        const CallPtr& call,
                        const std::string& login,
                        const std::string& password,
                        const net::Responder& respond) {
    auto work = [&server, call, login, password, respond] {
        const std::string hash = SodiumHasher().hash(password);
        server.post([&server, call, login, hash, respond] {
            server.write(
                call,
                [login, hash](core::Books& books,
                              const core::ActContext& by) -> core::Result<Answer> {
                    const auto set = core::set_password(books, login, hash, by);
                    if (!set) return set.error();
                    return Answer{200, R"({"changed":true,"logged_out_everywhere":true})"};
                },
                respond, [&server] { server.reload_people(); });
        });
    };
    if (!server.passwords().submit(work)) respond(busy(call->language));
}

void add_sessions(Router& router) {
    router.add({"POST",
                "/api/v1/session",
                callers::all,
                Own{log_in},
                {"logIn", "Log in; failures make the next attempt wait", "LogIn", "Session"},
                json_body_limit});
    router.add({"GET",
                "/api/v1/session",
                callers::people | callers::devices,
                QuickRead{who_am_i},
                {"whoAmI", "Whose token this is", "", "WhoAmI"}});
    router.add({"DELETE",
                "/api/v1/session",
                callers::people,
                Own{log_out},
                {"logOut", "End this log-in", "", "Anything"}});
    router.add({"POST",
                "/api/v1/session/password",
                callers::people,
                Own{change_password},
                {"changePassword", "A new password; ends all log-ins of the user", "PasswordChange",
                 "Anything"},
                json_body_limit});
}

} // namespace server
