// user-set   := { login, name, role, password_digest, disabled }
// device-set := { id, kind, name, code_hash, key_hash, revoked }
//
// `password_digest` is the SHA-256 of the stored hash: the journal tells that a password changed,
// and is read by more people than may see what a password could be guessed from.

#include "core/engine/journal/codec/people_payload.hpp"

#include "core/engine/journal/codec/json_members.hpp"
#include "core/engine/journal/journal.hpp"

#include <boost/json/serialize.hpp>

#include <cstdint>

namespace core::payload {

std::string write(const User& user) {
    json::object object;
    put(object, "login", user.login);
    put(object, "name", user.name);
    put(object, "role", to_text(user.role));
    put(object, "password_digest", to_hex(sha256(user.password_hash)));
    put(object, "disabled", std::int64_t{user.disabled});
    return json::serialize(object);
}

std::string write(const Device& device) {
    json::object object;
    put(object, "id", device.id);
    put(object, "kind", to_text(device.kind));
    put(object, "name", device.name);
    put(object, "code_hash", device.code_hash);
    put(object, "key_hash", device.key_hash);
    put(object, "revoked", std::int64_t{device.revoked});
    return json::serialize(object);
}

} // namespace core::payload
