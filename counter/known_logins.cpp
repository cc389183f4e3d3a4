#include "counter/known_logins.hpp"

#include "core/api/json_fields.hpp"
#include "core/api/json_text.hpp"

#include <boost/json/value.hpp>

#include <algorithm>

namespace counter {

namespace json = boost::json;
using api::JsonFields;

KnownLogins KnownLogins::read(std::string_view text) {
    KnownLogins known;
    core::Message why_not;
    const auto body = api::parse_body(text, why_not);
    if (!body) return known;
    api::FieldErrors errors;
    JsonFields file(body->as_object(), errors);
    for (JsonFields& item : file.objects("items", JsonFields::Need::required)) {
        const std::string token = item.line("token", JsonFields::Need::required);
        const std::string login = item.line("login", JsonFields::Need::required);
        const auto until = item.instant("until", JsonFields::Need::required);
        if (token.empty() || login.empty() || !until) continue;
        known.logins_[token] = {login, core::Instant{}, *until};
    }
    return known;
}

std::string KnownLogins::to_text() const {
    json::array items;
    for (const auto& [token, login] : logins_) {
        items.push_back({{"token", token},
                         {"login", login.login},
                         {"until", core::format_instant(login.until)}});
    }
    return api::to_text(json::object{{"items", std::move(items)}});
}

const KnownLogins::Login* KnownLogins::find(std::string_view token_hash, core::Instant now) const {
    const auto found = logins_.find(token_hash);
    return found == logins_.end() || found->second.until <= now ? nullptr : &found->second;
}

bool KnownLogins::remember(std::string_view token_hash,
                           std::string_view login,
                           core::Instant ends_at,
                           core::Instant now) {
    const core::Instant until = std::min(ends_at, now + longest);
    const auto found = logins_.find(token_hash);
    if (found != logins_.end() && found->second.login == login) {
        // A little more time is not worth a write to disk with every question.
        const bool is_worth_keeping = until - found->second.until > std::chrono::minutes{30};
        found->second.asked_at = now;
        if (is_worth_keeping) found->second.until = until;
        return is_worth_keeping;
    }
    std::erase_if(logins_, [&](const auto& each) { return each.second.until <= now; });
    if (logins_.size() >= most) {
        logins_.erase(std::min_element(logins_.begin(), logins_.end(), [](auto& a, auto& b) {
            return a.second.until < b.second.until;
        }));
    }
    logins_[std::string(token_hash)] = {std::string(login), now, until};
    return true;
}

bool KnownLogins::forget(std::string_view token_hash) {
    const auto found = logins_.find(token_hash);
    if (found == logins_.end()) return false;
    logins_.erase(found);
    return true;
}

} // namespace counter
