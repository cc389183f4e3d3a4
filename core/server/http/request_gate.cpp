#include "core/server/http/request_gate.hpp"

#include "core/server/http/upload.hpp"

namespace server {

namespace {

bool changes_something(std::string_view method) { return method != "GET" && method != "HEAD"; }

/// Another site's page that makes a browser send its cookie along gives itself away here.
bool is_from_another_site(const net::HttpRequest& request) {
    const std::string_view origin = request.header("origin");
    if (origin.empty()) return false;
    const std::size_t host = origin.find("://");
    return host == std::string_view::npos || origin.substr(host + 3) != request.header("host");
}

net::HttpResponse another_site_response(words::Language language) {
    return problem_response({403, "another-site", "caller-from-another-site"}, language);
}

} // namespace

std::optional<net::HttpResponse> RequestGate::refuse_path(const net::HttpRequest& request,
                                                          const Router::Match& match) const {
    if (match.route) return std::nullopt;
    if (auto page = pages_.answer(request)) return page;
    if (match.allowed.empty()) {
        return problem_response({404, "not-found", "address-unknown"}, language_of(request));
    }
    auto response = problem_response(
        {405, "method-not-allowed", {"address-other-methods", {{"methods", match.allowed}}}},
        language_of(request));
    response.headers.emplace_back("Allow", match.allowed);
    return response;
}

std::optional<net::HttpResponse> RequestGate::refuse_caller(const Route& route,
                                                            const net::HttpRequest& request,
                                                            const Caller& caller,
                                                            bool stale) const {
    if (caller.by_cookie && changes_something(request.method) && is_from_another_site(request)) {
        return another_site_response(language_of(request));
    }
    if ((route.allowed & caller.as_set()) != 0 || (route.allowed & callers::nobody) != 0)
        return std::nullopt;
    if (caller.kind == Caller::Kind::nobody || stale) {
        const words::Language language = language_of(request);
        auto response =
            stale ? problem_response({401, "session-ended", "caller-session-ended"}, language)
                  : problem_response({401, "not-logged-in", "caller-not-logged-in"}, language);
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
        return response;
    }
    return problem_response({403, "not-permitted", "caller-not-permitted"}, language_of(request));
}

net::BodyPlan RequestGate::plan_body(const net::HttpRequest& head) {
    net::BodyPlan plan;
    if (!changes_something(head.method)) return plan;
    plan.limit_bytes = json_body_limit;
    const auto match = router_.find(head.method, head.path);
    if (!match.route) return plan;
    // Who takes no body passes over one, so that the answer is the one to the request.
    if (match.route->body_limit <= json_body_limit) return plan;
    // A file is long: who may not, or sends what is not taken, is told before it comes.
    bool stale = false;
    const Caller caller = people_.authenticate(head, clock_.now(), stale);
    plan.refusal = refuse_caller(*match.route, head, caller, stale);
    plan.limit_bytes = match.route->body_limit;
    if (match.route->body_limit != upload_body_limit) return plan;
    if (!plan.refusal) plan.refusal = refuse_upload(head, config_);
    if (!plan.refusal) plan.sink = begin_upload();
    plan.limit_bytes = config_.attachment_bytes;
    return plan;
}

std::variant<net::HttpResponse, Subscription>
RequestGate::admit_listener(const net::HttpRequest& request) {
    const words::Language language = language_of(request);
    if (request.path != "/api/v1/events") {
        return problem_response({404, "not-found", "web-socket-unknown"}, language);
    }
    bool stale = false;
    const Caller caller = people_.authenticate(request, clock_.now(), stale);
    const auto match = router_.find("GET", request.path);
    if (auto refusal = refuse_caller(*match.route, request, caller, stale)) return *refusal;
    if (caller.by_cookie && is_from_another_site(request)) {
        return another_site_response(language_of(request));
    }
    const auto topics = parse_topics(net::query_value(request.query, "topics").value_or(""));
    if (!topics)
        return fields_response({{"topics", {"field-not-some-of", {{"known", known_topics()}}}}},
                               language);
    const bool may_hear_of_dossiers = ((callers::people | callers::counter) & caller.as_set()) != 0;
    if ((*topics & ~topic::queue) != 0 && !may_hear_of_dossiers) {
        return problem_response({403, "not-permitted", "events-queue-only"}, language);
    }
    std::optional<std::int64_t> since;
    if (const auto text = net::query_value(request.query, "since")) {
        since = parse_count(*text);
        if (!since) return fields_response({{"since", "field-no-seq"}}, language);
    }
    return Subscription{caller, *topics, since};
}

} // namespace server
