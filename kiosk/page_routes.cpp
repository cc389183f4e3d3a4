#include "kiosk/page_routes.hpp"

#include "core/agent/json_answer.hpp"
#include "core/agent/local_guard.hpp"
#include "core/agent/problem.hpp"
#include "core/api/json_text.hpp"
#include "core/net/server/page_headers.hpp"

#include <boost/json/value.hpp>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace kiosk {

namespace {

constexpr std::size_t body_limit_bytes = 64 * 1024;
constexpr std::string_view tickets = "/local/tickets/";
constexpr std::string_view procedures = "/local/procedures/";
constexpr std::string_view track = "/local/track/";
constexpr std::string_view reprint = "/reprint";
constexpr std::string_view taken = "/taken";
constexpr std::string_view re_enter = "/re-enter";

net::HttpResponse not_here(const net::HttpRequest& request) {
    return agent::problem(agent::language_of(request), 404, "not-found", "kiosk-no-such-page");
}

/// While the core is away; the page says so and offers what works without.
net::HttpResponse core_is_away(words::Language language) {
    return agent::problem(language, 503, "core-away", "kiosk-core-away");
}

std::size_t
count_of(const net::HttpRequest& request, std::string_view name, std::size_t otherwise) {
    const auto text = net::query_value(request.query, name);
    if (!text) return otherwise;
    std::size_t count = otherwise;
    std::from_chars(text->data(), text->data() + text->size(), count);
    return std::min(count, otherwise == 0 ? count : otherwise);
}

/// What stands between the two; empty when the path is another one or has more in it.
std::string between(std::string_view path, std::string_view before, std::string_view after) {
    if (!path.starts_with(before) || !path.ends_with(after) ||
        path.size() <= before.size() + after.size())
        return {};
    const auto middle = path.substr(before.size(), path.size() - before.size() - after.size());
    return middle.find('/') == std::string_view::npos ? std::string(middle) : std::string();
}

net::StaticFiles files_of(const std::filesystem::path& folder) {
    return folder.empty() ? net::StaticFiles() : net::StaticFiles(folder);
}

} // namespace

PageRoutes::PageRoutes(Uses uses)
    : uses_(uses), web_(files_of(uses_.settings.web)), sounds_(files_of(uses_.settings.sounds)) {}

net::BodyPlan PageRoutes::plan_body(const net::HttpRequest& head) const {
    net::BodyPlan plan;
    plan.limit_bytes = body_limit_bytes;
    plan.refusal = agent::refuse_cross_site(head, uses_.port);
    return plan;
}

net::HttpHandler::Upgrade PageRoutes::upgrade(const net::HttpRequest& request) {
    if (auto refusal = agent::refuse_cross_site(request, uses_.port)) return *refusal;
    if (request.path == "/api/v1/events") return uses_.relay.upgrade(request);
    if (request.path == "/local/events" && !uses_.settings.is_board)
        return uses_.feed.upgrade(request);
    return not_here(request);
}

void PageRoutes::handle(net::HttpRequest request, const net::Responder& respond) {
    const bool is_read = request.method == "GET" || request.method == "HEAD";
    if (is_read && request.path == "/api/v1/queue")
        return uses_.core.forwarder().forward(std::move(request), respond);
    if (!uses_.settings.is_board && request.path.starts_with("/local/") &&
        handle_local(request, respond))
        return;
    if (!is_read) return respond(not_here(request));
    respond(page(request));
}

/// False when there is no such thing, which a page may still be.
bool PageRoutes::handle_local(net::HttpRequest& request, const net::Responder& respond) {
    const std::string& path = request.path;
    if (path.starts_with(tickets)) return handle_ticket(request, respond);
    if (request.method == "POST") {
        if (path == "/local/tickets") {
            uses_.tickets.take(request, respond);
        } else if (path == "/local/feedback") {
            uses_.feedback.take(request, respond);
        } else {
            return false;
        }
        return true;
    }
    if (request.method != "GET") return false;
    if (path == "/local/state") {
        respond(agent::json_text_answer(uses_.state.to_json(agent::language_of(request), true)));
    } else if (path == "/local/procedures") {
        respond(find_procedures(request));
    } else if (const auto code = between(path, procedures, ""); !code.empty()) {
        const bool is_away = !uses_.state.connectivity.is_online();
        const auto found =
            uses_.state.cache.procedures().find_code(code, is_away, agent::language_of(request));
        respond(found ? agent::json_text_answer(api::to_text(*found)) : not_here(request));
    } else if (const auto dossier = between(path, track, ""); !dossier.empty()) {
        forward(std::move(request), "/api/v1/track/" + net::escape_component(dossier), respond);
    } else {
        return false;
    }
    return true;
}

bool PageRoutes::handle_ticket(net::HttpRequest& request, const net::Responder& respond) {
    const std::string path = request.path;
    const std::string of_core = "/api/v1/tickets/";
    if (request.method == "GET") {
        const std::string code = between(path, tickets, "");
        if (code.empty()) return false;
        forward(std::move(request), of_core + net::escape_component(code), respond);
        return true;
    }
    if (request.method != "POST") return false;
    if (const auto touch = between(path, tickets, reprint); !touch.empty()) {
        uses_.tickets.reprint(touch, agent::language_of(request), respond);
    } else if (const auto noted = between(path, tickets, taken); !noted.empty()) {
        uses_.tickets.taken(noted, agent::language_of(request), respond);
    } else if (const auto code = between(path, tickets, re_enter); !code.empty()) {
        forward(std::move(request), of_core + net::escape_component(code) + std::string(re_enter),
                respond);
    } else {
        return false;
    }
    return true;
}

void PageRoutes::forward(net::HttpRequest request,
                         const std::string& target,
                         const net::Responder& respond) const {
    const words::Language language = agent::language_of(request);
    if (!uses_.state.connectivity.is_online()) return respond(core_is_away(language));
    request.target = target;
    uses_.core.forwarder().forward(
        std::move(request), [respond, language](net::HttpResponse response) {
            constexpr int bad_gateway = 502;
            respond(response.status == bad_gateway ? core_is_away(language) : std::move(response));
        });
}

/// Pages, `/` and folders by their index.html.
net::HttpResponse PageRoutes::page(const net::HttpRequest& request) const {
    const std::string home = uses_.settings.is_board ? "/board/" : "/kiosk/";
    if (request.path == "/" || request.path == "/kiosk" || request.path == "/board") {
        net::HttpResponse response;
        response.status = 302;
        response.headers.emplace_back("Location", request.path == "/" ? home : request.path + "/");
        return response;
    }
    net::HttpRequest wanted = request;
    if (wanted.path.ends_with('/')) wanted.path += "index.html";
    const std::string_view path = wanted.path;
    std::optional<net::HttpResponse> found;
    if (path.starts_with("/sounds/")) {
        wanted.path = std::string(path.substr(std::string_view("/sounds").size()));
        found = sounds_.answer(wanted);
    } else if (path.starts_with(home) || path.starts_with("/board/") ||
               path.starts_with("/assets/")) {
        found = web_.answer(wanted);
    }
    if (!found) return not_here(request);
    net::add_page_headers(*found, "no-referrer");
    return *found;
}

net::HttpResponse PageRoutes::find_procedures(const net::HttpRequest& request) const {
    ProcedureQuery query;
    query.words = net::query_value(request.query, "q").value_or("");
    query.field = net::query_value(request.query, "field").value_or("");
    query.skip = count_of(request, "skip", 0);
    query.limit = count_of(request, "limit", query.limit);
    const ProcedureCopy& copy = uses_.state.cache.procedures();
    const bool is_away = !uses_.state.connectivity.is_online();
    const words::Language language = agent::language_of(request);
    if (copy.is_empty() && is_away) return core_is_away(language);
    return agent::json_text_answer(api::to_text(copy.find(query, is_away, language)));
}

} // namespace kiosk
