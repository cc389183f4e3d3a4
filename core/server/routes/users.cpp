#include "core/api/json_text.hpp"
#include "core/domain/folded_key.hpp"
#include "core/domain/names.hpp"
#include "core/domain/vocabulary.hpp"
#include "core/engine/office/administration.hpp"
#include "core/server/http/secrets.hpp"
#include "core/server/http/server.hpp"
#include "core/server/routes/routes.hpp"

#include <boost/json/value.hpp>

namespace server {

namespace {

using api::JsonFields;
using Need = JsonFields::Need;

constexpr int password_groups = 3;

std::string roles_known() { return core::list_of(core::roles.vocabulary()); }

boost::json::object user_json(const core::User& user) {
    return {{"login", user.login},
            {"name", user.name},
            {"role", std::string(to_text(user.role))},
            {"disabled", user.disabled}};
}

net::HttpResponse list_users(const Call&, core::BooksView& books) {
    boost::json::array items;
    for (const core::User& user : books.users()) {
        items.emplace_back(user_json(user));
    }
    return json_response({{"items", std::move(items)}});
}

void add_user_later(Server& server,
                    const CallPtr& call,
                    core::User user,
                    const std::string& password,
                    bool made_up,
                    const net::Responder& respond) {
    auto work = [&server, call, user = std::move(user), password, made_up, respond]() mutable {
        user.password_hash = SodiumHasher().hash(password);
        server.post([&server, call, user, password, made_up, respond] {
            server.write(
                call,
                [user, password, made_up](core::Books& books,
                                          const core::ActContext& by) -> core::Result<Answer> {
                    const auto added = core::add_user(books, user, by);
                    if (!added) return added.error();
                    boost::json::object answer{{"login", user.login},
                                               {"name", user.name},
                                               {"role", std::string(to_text(user.role))}};
                    if (made_up) answer["password"] = password; // shown this once
                    return Answer{201, api::to_text(std::move(answer)), made_up};
                },
                respond, [&server] { server.reload_people(); });
        });
    };
    if (!server.passwords().submit(work)) {
        respond(busy_response(call->language));
    }
}

void add_user(Server& server, const CallPtr& call, const net::Responder& respond) {
    Body body(*call);
    if (body.unreadable()) return respond(*body.unreadable());
    JsonFields fields = body.fields();
    core::User user;
    user.login = core::login_to_give(fields.line("login", Need::required, 64));
    user.name = fields.value<core::PersonName>("name", Need::optional);
    user.role = fields.word("role", Need::required, core::parse_role, roles_known())
                    .value_or(core::Role::officer);
    std::string password = fields.secret("password", Need::optional, core::longest_password);
    const bool made_up = password.empty();
    if (made_up) password = random_code(password_groups);
    if (const auto error = core::check_password(password))
        fields.complain("password", error->message);
    if (!body.errors.empty()) return respond(fields_response(body.errors, call->language));
    add_user_later(server, call, std::move(user), password, made_up, respond);
}

void reset_password(Server& server, const CallPtr& call, const net::Responder& respond) {
    Body body(*call);
    if (body.unreadable()) return respond(*body.unreadable());
    JsonFields fields = body.fields();
    const std::string password = fields.secret("password", Need::required, core::longest_password);
    if (body.errors.empty()) {
        if (const auto error = core::check_password(password))
            fields.complain("password", error->message);
    }
    if (!body.errors.empty()) return respond(fields_response(body.errors, call->language));
    set_password_later(server, call, core::login_key(call->path.front()), password, respond);
}

void disable_user(Server& server, const CallPtr& call, const net::Responder& respond) {
    server.write(
        call,
        [login = core::login_key(call->path.front())](
            core::Books& books, const core::ActContext& by) -> core::Result<Answer> {
            const auto disabled = core::disable_user(books, login, by);
            if (!disabled) return disabled.error();
            return Answer{200, api::to_text({{"login", login}, {"disabled", true}})};
        },
        respond, [&server] { server.reload_people(); });
}

void enable_user(Server& server, const CallPtr& call, const net::Responder& respond) {
    server.write(
        call,
        [login = core::login_key(call->path.front())](
            core::Books& books, const core::ActContext& by) -> core::Result<Answer> {
            const auto enabled = core::enable_user(books, login, by);
            if (!enabled) return enabled.error();
            return Answer{200, api::to_text({{"login", login}, {"disabled", false}})};
        },
        respond, [&server] { server.reload_people(); });
}

void change_user(Server& server, const CallPtr& call, const net::Responder& respond) {
    Body body(*call);
    if (body.unreadable()) return respond(*body.unreadable());
    JsonFields fields = body.fields();
    std::optional<std::string> name;
    if (fields.has("name")) name = fields.value<core::PersonName>("name", Need::optional);
    const auto role = fields.word("role", Need::optional, core::parse_role, roles_known());
    if (!body.errors.empty()) return respond(fields_response(body.errors, call->language));
    server.write(
        call,
        [login = core::login_key(call->path.front()), name,
         role](core::Books& books, const core::ActContext& by) -> core::Result<Answer> {
            const auto changed = core::change_user(books, login, name, role, by);
            if (!changed) return changed.error();
            return Answer{200, api::to_text(user_json(*changed))};
        },
        respond, [&server] { server.reload_people(); });
}

} // namespace

void add_users(Router& router) {
    router.add({"GET",
                "/api/v1/users",
                callers::admin,
                QuickRead{list_users},
                {"listUsers", "People who may log in", "", "Users"}});
    router.add({"POST",
                "/api/v1/users",
                callers::admin,
                Own{add_user},
                {"addUser", "A new user; without a password one is made and shown this once",
                 "NewUser", "AddedUser", 201},
                json_body_limit});
    router.add({"POST",
                "/api/v1/users/{login}/password",
                callers::admin,
                Own{reset_password},
                {"resetPassword", "A new password; enables the user, ends all their log-ins",
                 "PasswordReset", "Anything"},
                json_body_limit});
    router.add({"POST",
                "/api/v1/users/{login}/disable",
                callers::admin,
                Own{disable_user},
                {"disableUser", "The user may not log in any more", "", "Anything"},
                json_body_limit});
    router.add(
        {"POST",
         "/api/v1/users/{login}/enable",
         callers::admin,
         Own{enable_user},
         {"enableUser", "The user may log in again, the password is as it was", "", "Anything"},
         json_body_limit});
    router.add({"PATCH",
                "/api/v1/users/{login}",
                callers::admin,
                Own{change_user},
                {"changeUser", "Another name or role; an administrator keeps his own role",
                 "UserChange", "User"},
                json_body_limit});
}

} // namespace server
