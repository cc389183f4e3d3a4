// Users, devices and log-ins. Whatever takes a right away (another password, a disabled user, a
// revoked device) takes effect at once: the log-ins of the user end in the same command. The office
// can never lose its last administrator.

#include "core/engine/office/administration.hpp"

#include "core/domain/folded_key.hpp"
#include "core/domain/text.hpp"
#include "core/engine/journal/codec/people_payload.hpp"
#include "core/engine/journal/journal.hpp"

#include <algorithm>

namespace core {

namespace {

constexpr std::size_t longest_login = 32;

bool is_login(const std::string& text) {
    constexpr std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789.-_";
    constexpr std::string_view marks = ".-_";
    return text.size() <= longest_login && text.find_first_not_of(allowed) == std::string::npos &&
           text.find_first_not_of(marks) != std::string::npos;
}

std::optional<User> find_user(BooksView& books, const std::string& login) {
    const std::string key = login_key(login);
    for (User& user : books.users()) {
        if (login_key(user.login) == key) return std::move(user);
    }
    return std::nullopt;
}

/// Whether nobody else could do the administrator's acts.
bool is_last_admin(Books& books, const User& user) {
    if (user.role != Role::admin || user.disabled) return false;
    const auto users = books.users();
    return std::none_of(users.begin(), users.end(), [&](const User& other) {
        return other.login != user.login && other.role == Role::admin && !other.disabled;
    });
}

Error last_admin(const std::string& login) {
    return {ErrorKind::conflict, {"user-is-last-admin", {{"login", login}}}};
}

Error no_user(const std::string& login) {
    return {ErrorKind::not_found, {"user-unknown", {{"login", login}}}};
}

void store_user(Books& books, const User& user, const ActContext& by, const char* reason) {
    books.put_user(user);
    books.append(office_event(OfficeEvent::user_set, user.login, by, reason, payload::write(user)));
}

void store_device(Books& books, const Device& device, const ActContext& by, const char* reason) {
    books.put_device(device);
    books.append(
        office_event(OfficeEvent::device_set, device.id, by, reason, payload::write(device)));
}

} // namespace

std::optional<Error> check_password(const std::string& password) {
    if (password.size() >= shortest_password && password.size() <= longest_password)
        return std::nullopt;
    return Error{ErrorKind::invalid_input,
                 {"password-length",
                  {{"shortest", static_cast<std::int64_t>(shortest_password)},
                   {"longest", static_cast<std::int64_t>(longest_password)}}}};
}

std::string login_as_stored(BooksView& books, const std::string& typed) {
    const auto user = find_user(books, typed);
    return user ? user->login : typed;
}

std::optional<Message> name_worker(BooksView& books, std::string& login) {
    const auto user = find_user(books, login);
    if (!user) return Message{"worker-unknown", {{"login", login}}};
    login = user->login;
    if (user->disabled) return Message{"worker-disabled", {{"login", login}}};
    return std::nullopt;
}

std::string login_to_give(std::string_view typed) {
    std::string login = login_key(typed);
    return is_login(login) && login.size() == typed.size() ? login : std::string(typed);
}

Result<void> add_user(Books& books, const User& user, const ActContext& by) {
    if (!is_login(user.login)) {
        return Error{ErrorKind::invalid_input, {"not-a-login", {{"login", user.login}}}, "login"};
    }
    if (find_user(books, user.login))
        return Error{ErrorKind::conflict, {"user-exists", {{"login", user.login}}}, "login"};
    store_user(books, user, by, "add");
    return {};
}

Result<void> set_password(Books& books,
                          const std::string& login,
                          const std::string& password_hash,
                          const ActContext& by) {
    auto user = find_user(books, login);
    if (!user) return no_user(login);
    user->password_hash = password_hash;
    user->disabled = false; // a new password is how a disabled user comes back
    books.write_login_sessions().end_all(user->login);
    store_user(books, *user, by, "password");
    return {};
}

Result<void> disable_user(Books& books, const std::string& login, const ActContext& by) {
    auto user = find_user(books, login);
    if (!user) return no_user(login);
    if (user->disabled) return {}; // asked twice, journalled once
    if (is_last_admin(books, *user)) return last_admin(user->login);
    user->disabled = true;
    books.write_login_sessions().end_all(user->login);
    store_user(books, *user, by, "disable");
    return {};
}

Result<void> enable_user(Books& books, const std::string& login, const ActContext& by) {
    auto user = find_user(books, login);
    if (!user) return no_user(login);
    if (!user->disabled) return {};
    user->disabled = false;
    store_user(books, *user, by, "enable");
    return {};
}

Result<User> change_user(Books& books,
                         const std::string& login,
                         const std::optional<std::string>& name,
                         std::optional<Role> role,
                         const ActContext& by) {
    const auto user = find_user(books, login);
    if (!user) return no_user(login);
    // Two administrators could otherwise demote each other, and one himself by a slip.
    if (role && *role != Role::admin && user->role == Role::admin) {
        if (by.actor.who == user->login) {
            return Error{ErrorKind::conflict, "user-may-not-demote-self"};
        }
        if (is_last_admin(books, *user)) return last_admin(user->login);
    }
    User changed = *user;
    changed.name = name.value_or(user->name);
    changed.role = role.value_or(user->role);
    if (changed == *user) return changed;
    store_user(books, changed, by, "change");
    return changed;
}

Result<void> log_in(Books& books, const LoginSession& session, const ActContext& by) {
    // Log-ins that ended go with the next one: the table stays as small as the staff.
    books.write_login_sessions().forget_ended(by.recorded_at);
    books.write_login_sessions().add(session);
    books.append(office_event(OfficeEvent::logged_in, session.login, by, "", "{}"));
    return {};
}

Result<void> log_out(Books& books,
                     const std::string& token_hash,
                     const std::string& login,
                     const ActContext& by) {
    books.write_login_sessions().end(token_hash);
    books.append(office_event(OfficeEvent::logged_out, login, by, "", "{}"));
    return {};
}

Result<Device> redeem_code(Books& books,
                           const std::string& code_hash,
                           const std::string& key_hash,
                           const ActContext& by) {
    // A code is good once. Only its hash is known, as of a password.
    for (Device& device : books.devices()) {
        if (device.revoked || device.code_hash.empty() || device.code_hash != code_hash) continue;
        device.code_hash.clear();
        device.key_hash = key_hash;
        store_device(books, device, by, "redeem");
        return device;
    }
    return Error{ErrorKind::not_found, "device-code-unknown"};
}

std::optional<std::string> missing_admin(const std::vector<User>& users) {
    const auto has = [&](const auto& wanted) {
        return std::any_of(users.begin(), users.end(), wanted);
    };
    // A disabled one counts: giving him a new password brings him back.
    if (has([](const User& user) { return user.role == Role::admin; })) return std::nullopt;
    std::string login = "admin";
    while (has([&](const User& user) { return user.login == login; })) login += "1";
    return login;
}

Device waiting_device(DeviceKind kind,
                      const std::string& name,
                      const std::string& id_part,
                      const std::string& code) {
    Device device;
    device.id = std::string(to_text(kind)) + "-" + fold_for_search(id_part);
    device.kind = kind;
    device.name = name;
    device.code_hash = to_hex(sha256(code));
    return device;
}

DeviceState state_of(const Device& device) {
    if (device.revoked) return DeviceState::revoked;
    return device.key_hash.empty() ? DeviceState::waiting : DeviceState::enrolled;
}

Result<void> enrol_device(Books& books, const Device& device, const ActContext& by) {
    const auto devices = books.devices();
    const bool taken = std::any_of(devices.begin(), devices.end(),
                                   [&](const auto& known) { return known.id == device.id; });
    if (taken) return Error{ErrorKind::conflict, {"device-exists", {{"device", device.id}}}};
    store_device(books, device, by, "enrol");
    return {};
}

Result<void> revoke_device(Books& books, const std::string& id, const ActContext& by) {
    for (Device& device : books.devices()) {
        if (device.id != id) continue;
        if (device.revoked) return {};
        device.revoked = true;
        device.code_hash.clear(); // a code that was never redeemed is no way in either
        store_device(books, device, by, "revoke");
        return {};
    }
    return Error{ErrorKind::not_found, {"device-unknown", {{"device", id}}}};
}

} // namespace core
