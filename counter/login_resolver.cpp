#include "counter/login_resolver.hpp"

#include "core/agent/safe_file.hpp"
#include "core/api/json_fields.hpp"
#include "counter/local_answer.hpp"
#include "counter/sha256.hpp"

#include <boost/json/value.hpp>
#include <spdlog/spdlog.h>

#include <optional>
#include <string_view>

namespace counter {

namespace {

constexpr std::string_view session_cookie = "motcua_session=";
constexpr std::string_view bearer = "Bearer ";

/// The token of the log-in, as the core reads it; empty when there is none.
std::string token_of(const net::HttpRequest& request) {
    const std::string_view authorization = request.header("authorization");
    if (authorization.starts_with(bearer)) return std::string(authorization.substr(bearer.size()));
    std::string_view cookies = request.header("cookie");
    while (!cookies.empty()) {
        const auto end = cookies.find(';');
        std::string_view cookie = cookies.substr(0, end);
        cookies = end == std::string_view::npos ? std::string_view() : cookies.substr(end + 1);
        while (cookie.starts_with(' ')) cookie.remove_prefix(1);
        if (cookie.starts_with(session_cookie))
            return std::string(cookie.substr(session_cookie.size()));
    }
    return {};
}

net::HttpResponse log_in_first(words::Language language) {
    return agent::problem(language, 401, "log-in", "log-in-first");
}

struct Said {
    std::string login;
    core::Instant ends_at;
};

/// None when it is no person's log-in.
std::optional<Said> read_said(const std::string& body) {
    core::Message why_not;
    const auto value = api::parse_body(body, why_not);
    if (!value) return std::nullopt;
    api::FieldErrors errors;
    api::JsonFields fields(value->as_object(), errors);
    using Need = api::JsonFields::Need;
    const std::string kind = fields.line("kind", Need::required);
    const std::string login = fields.line("login", Need::optional);
    const auto ends_at = fields.instant("ends_at", Need::optional);
    if (kind != "user" || login.empty() || !ends_at) return std::nullopt;
    return Said{login, *ends_at};
}

} // namespace

LoginResolver::LoginResolver(std::filesystem::path file,
                             agent::CoreCalls& core,
                             net::HttpServer& server,
                             WorkThread& disk,
                             agent::WallClock now)
    : file_(std::move(file)), core_(core), server_(server), disk_(disk), now_(std::move(now)) {
    if (const auto text = agent::read_file(file_)) known_ = KnownLogins::read(*text);
}

void LoginResolver::resolve(const net::HttpRequest& request,
                            const net::Responder& respond,
                            std::function<void(const std::string& login)> go) {
    const std::string token = token_of(request);
    const words::Language language = agent::language_of(request);
    if (token.empty()) return respond(log_in_first(language));
    const Question question{sha256_hex(token), language, respond, std::move(go)};
    const core::Instant now = now_();
    const KnownLogins::Login* known = known_.find(question.token_hash, now);
    // A clock that was put back must not keep a log-in fresh.
    const bool is_fresh = known && now >= known->asked_at && now - known->asked_at < fresh;
    if (known && (is_fresh || core_away_)) return question.go(known->login);
    agent::CoreCall call;
    call.target = "/api/v1/session";
    call.headers = {{"Authorization", std::string(bearer) + token}};
    const bool taken =
        core_.submit(std::move(call), [this, &server = server_, question](net::HttpReply* reply) {
            server.post([this, question, reached = reply != nullptr,
                         held = reply ? std::move(*reply) : net::HttpReply{}] {
                answered(question, reached, held);
            });
        });
    if (!taken) respond(agent::busy(language));
}

void LoginResolver::answered(const Question& question, bool reached, const net::HttpReply& reply) {
    const auto& [token_hash, language, respond, go] = question;
    constexpr int ok = 200;
    constexpr int unauthorized = 401;
    const core::Instant now = now_();
    if (reached && reply.status == ok) {
        const auto said = read_said(reply.body);
        if (!said) return respond(log_in_first(language));
        if (known_.remember(token_hash, said->login, said->ends_at, now)) keep();
        return go(said->login);
    }
    if (reached && reply.status == unauthorized) {
        if (known_.forget(token_hash)) keep();
        return respond(log_in_first(language));
    }
    // Away, or not itself: what it said before still holds.
    if (const auto* known = known_.find(token_hash, now)) return go(known->login);
    respond(agent::core_away(language));
}

net::Responder LoginResolver::forget_when_done(const net::HttpRequest& request,
                                               const net::Responder& respond) {
    const std::string token = token_of(request);
    if (token.empty()) return respond;
    return [this, &server = server_, token_hash = sha256_hex(token),
            respond](net::HttpResponse response) {
        constexpr int first_no_success = 300;
        constexpr int unauthorized = 401;
        if (response.status < first_no_success || response.status == unauthorized) {
            server.post([this, token_hash] {
                if (known_.forget(token_hash)) keep();
            });
        }
        respond(std::move(response));
    };
}

void LoginResolver::keep() {
    const bool taken = disk_.submit([file = file_, text = known_.to_text()] {
        try {
            agent::replace_file(file, text);
        } catch (const std::exception& failure) {
            spdlog::warn("log-ins cannot be kept: {}", failure.what());
        }
    });
    if (!taken) spdlog::warn("log-ins cannot be kept now: the disk is slow");
}

} // namespace counter
