#pragma once

#include "core/engine/journal/bookkeeping.hpp"
#include "core/engine/ports/store.hpp"

#include <optional>
#include <string>
#include <vector>

namespace core {

/// Turns passwords into hashes that take long to try (argon2id).
class PasswordHasher {
public:
    virtual ~PasswordHasher() = default;

    virtual std::string hash(const std::string& password) const = 0;
    virtual bool matches(const std::string& hash, const std::string& password) const = 0;
};

/// Shorter ones are refused.
inline constexpr std::size_t shortest_password = 8;
inline constexpr std::size_t longest_password = 128;

/// Why a password can't be taken; none when it can.
std::optional<Error> check_password(const std::string& password);

/// The login that somebody means, in any spelling (login_key); as it was typed where nobody has it.
/// Requires valid UTF-8.
std::string login_as_stored(BooksView& books, const std::string& typed);

/// Puts the same into `login`, of somebody who is to work on something. What there is to tell of
/// him: nobody has that login, or he may not log in any more.
std::optional<Message> name_worker(BooksView& books, std::string& login);

/// The login as it is given out: in small letters, since nobody tells them apart. What is none
/// stays as it is, to be refused.
std::string login_to_give(std::string_view typed);

/// The administrator's acts on people and devices, each journaled. `login`: 1 to 32 of
/// lower-case letters, digits, dot, dash and underscore; of a known user in any spelling.
Result<void> add_user(Books& books, const User& user, const ActContext& by);

/// Another name, another role, or both. An administrator keeps that role himself, and one who may
/// log in is left: `conflict` otherwise.
Result<User> change_user(Books& books,
                         const std::string& login,
                         const std::optional<std::string>& name,
                         std::optional<Role> role,
                         const ActContext& by);

/// Ends all log-ins of the user.
Result<void> set_password(Books& books,
                          const std::string& login,
                          const std::string& password_hash,
                          const ActContext& by);

/// Ends all log-ins of the user. The last administrator stays: `conflict`.
Result<void> disable_user(Books& books, const std::string& login, const ActContext& by);

/// The user may log in again, with the password as it was.
Result<void> enable_user(Books& books, const std::string& login, const ActContext& by);

/// Begins a log-in that `session` describes; the caller has checked the password.
Result<void> log_in(Books& books, const LoginSession& session, const ActContext& by);
Result<void> log_out(Books& books,
                     const std::string& token_hash,
                     const std::string& login,
                     const ActContext& by);

/// The login of an administrator that is to be made, because the office has none: `admin`, or that
/// with a 1 for each that is taken. None where there is one.
std::optional<std::string> missing_admin(const std::vector<User>& users);

/// A machine that waits for its code; `id_part` tells it from others of its kind.
Device waiting_device(DeviceKind kind,
                      const std::string& name,
                      const std::string& id_part,
                      const std::string& code);

DeviceState state_of(const Device& device);

Result<void> enrol_device(Books& books, const Device& device, const ActContext& by);

/// A machine shows its one-time code and gets its key; the code is used up. `not_found` for a code
/// that is wrong, used or revoked.
Result<Device> redeem_code(Books& books,
                           const std::string& code_hash,
                           const std::string& key_hash,
                           const ActContext& by);
Result<void> revoke_device(Books& books, const std::string& id, const ActContext& by);

} // namespace core
