#include "counter/page_routes.hpp"

#include "core/agent/json_answer.hpp"
#include "core/agent/local_guard.hpp"
#include "core/agent/problem.hpp"
#include "core/api/scan_json.hpp"
#include "core/domain/typed_scan.hpp"
#include "core/net/server/page_headers.hpp"
#include "counter/local_answer.hpp"

#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace counter {

namespace {

constexpr std::size_t small_body_bytes = std::size_t{64} * 1024;

constexpr std::string_view core_api = "/api/";
constexpr std::string_view local = "/local/";
constexpr std::string_view local_drafts = "/local/drafts";
constexpr std::string_view local_files = "/local/files";

/// What follows `prefix`, when the path is that or something under it.
std::optional<std::string_view> under(std::string_view path, std::string_view prefix) {
    if (!path.starts_with(prefix)) return std::nullopt;
    path.remove_prefix(prefix.size());
    if (!path.empty() && path.front() != '/') return std::nullopt;
    return path;
}

/// What a scanner has typed into the page: read here, so that it is without the core.
net::HttpResponse scan_answer(const net::HttpRequest& request, words::Language language) {
    core::Message why_not;
    const auto body = api::parse_body(request.body, why_not);
    if (!body) return agent::problem(language, 400, "no-json", why_not);
    api::FieldErrors errors;
    api::JsonFields fields(body->as_object(), errors);
    const std::string text =
        fields.as_it_came("text", api::JsonFields::Need::required, core::citizen_card_limit_bytes);
    if (!errors.empty()) return fields_answer(language, errors);
    return agent::json_answer(api::to_json(core::read_typed_scan(text), language));
}

} // namespace

PageRoutes::PageRoutes(const std::filesystem::path& web, const Uses& uses)
    : uses_(uses), web_(web.empty() ? net::StaticFiles() : net::StaticFiles(web)),
      forwarder_(uses_.core) {}

net::BodyPlan PageRoutes::plan_body(const net::HttpRequest& head) const {
    net::BodyPlan plan;
    plan.refusal = agent::refuse_cross_site(head, uses_.port);
    if (head.path.starts_with(core_api)) {
        plan.limit_bytes = agent::Forwarder::body_limit_bytes;
    } else if (head.path.starts_with(local_drafts)) {
        plan.limit_bytes = Drafts::longest_bytes;
    } else {
        plan.limit_bytes = small_body_bytes;
    }
    return plan;
}

void PageRoutes::handle(net::HttpRequest request, const net::Responder& respond) {
    if (auto refusal = agent::refuse_cross_site(request, uses_.port))
        return respond(std::move(*refusal));
    if (request.path.starts_with(local)) return handle_local(std::move(request), respond);
    if (!request.path.starts_with(core_api)) return respond(page(std::move(request)));
    const bool is_log_out = request.method == "DELETE" && request.path == "/api/v1/session";
    const net::Responder answer =
        is_log_out ? uses_.logins.forget_when_done(request, respond) : respond;
    forwarder_.forward(std::move(request), answer);
}

void PageRoutes::handle_local(net::HttpRequest request, const net::Responder& respond) {
    const std::string path = request.path;
    const words::Language language = agent::language_of(request);
    if (path == "/local/state" && request.method == "GET")
        return respond(agent::json_answer(state_json(uses_.feed.state(), language)));
    if (path == "/local/scans" && request.method == "POST")
        return respond(scan_answer(request, language));
    if (path == "/local/print" && request.method == "POST")
        return uses_.prints.print(request, respond);
    if (auto rest = under(path, local_drafts)) {
        if (rest->starts_with('/')) rest->remove_prefix(1);
        return uses_.drafts.handle(std::move(request), std::string(*rest), respond);
    }
    if (const auto rest = under(path, local_files))
        return uses_.files.handle(request, *rest, respond);
    respond(not_found_answer(language));
}

net::HttpResponse PageRoutes::page(net::HttpRequest request) const {
    if (request.path == "/") {
        net::HttpResponse response;
        response.status = 302;
        response.headers = {{"Location", "/counter/"}};
        return response;
    }
    if (request.path.ends_with('/')) request.path += "index.html";
    if (auto answer = web_.answer(request)) {
        net::add_page_headers(*answer, "no-referrer");
        return std::move(*answer);
    }
    return not_found_answer(agent::language_of(request));
}

net::HttpHandler::Upgrade PageRoutes::upgrade(const net::HttpRequest& request) {
    if (auto refusal = agent::refuse_cross_site(request, uses_.port)) return std::move(*refusal);
    if (request.path == "/local/events") return uses_.feed.upgrade(request);
    if (request.path == "/api/v1/events") return uses_.relay.upgrade(request);
    return not_found_answer(agent::language_of(request));
}

} // namespace counter
