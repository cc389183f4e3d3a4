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

net::HttpResponse another_site_response() {
    return problem_response({403, "another-site", "The request comes from another site's page",
                             "Yêu cầu đến từ trang khác: hãy mở trang của hệ thống"});
}

} // namespace

std::optional<net::HttpResponse> RequestGate::refuse_path(const net::HttpRequest& request,
                                                          const Router::Match& match) const {
    if (match.route) return std::nullopt;
    if (auto page = pages_.answer(request)) return page;
    if (match.allowed.empty()) {
        return problem_response({404, "not-found", "There is no such address",
                                 "Không có địa chỉ này: hãy xem /api/openapi.json"});
    }
    auto response = problem_response({405, "method-not-allowed", "This address has other methods",
                                      "Địa chỉ này chỉ có: " + match.allowed});
    response.headers.emplace_back("Allow", match.allowed);
    return response;
}

std::optional<net::HttpResponse> RequestGate::refuse_caller(const Route& route,
                                                            const net::HttpRequest& request,
                                                            const Caller& caller,
                                                            bool stale) const {
    if (caller.by_cookie && changes_something(request.method) && is_from_another_site(request)) {
        return another_site_response();
    }
    if ((route.allowed & caller.as_set()) != 0 || (route.allowed & callers::nobody) != 0)
        return std::nullopt;
    if (caller.kind == Caller::Kind::nobody || stale) {
        auto response =
            problem_response({401, stale ? "session-ended" : "not-logged-in", "Log in first",
                              stale ? "Phiên làm việc đã hết: hãy đăng nhập lại"
                                    : "Cần đăng nhập: gửi kèm Authorization: Bearer"});
        response.headers.emplace_back("WWW-Authenticate", "Bearer");
        return response;
    }
    return problem_response({403, "not-permitted", "Your role may not do this",
                             "Vai trò của tài khoản hoặc thiết bị này không được làm việc này"});
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
    if (request.path != "/api/v1/events") {
        return problem_response(
            {404, "not-found", "There is no such WebSocket", "WebSocket chỉ có ở /api/v1/events"});
    }
    bool stale = false;
    const Caller caller = people_.authenticate(request, clock_.now(), stale);
    const auto match = router_.find("GET", request.path);
    if (auto refusal = refuse_caller(*match.route, request, caller, stale)) return *refusal;
    if (caller.by_cookie && is_from_another_site(request)) {
        return another_site_response();
    }
    const auto topics = parse_topics(net::query_value(request.query, "topics").value_or(""));
    if (!topics)
        return fields_response({{"topics", "queue, dossiers, office (must be some of these)"}});
    const bool may_hear_of_dossiers = ((callers::people | callers::counter) & caller.as_set()) != 0;
    if ((*topics & ~topic::queue) != 0 && !may_hear_of_dossiers) {
        return problem_response({403, "not-permitted", "This device hears of the queue only",
                                 "Thiết bị này chỉ được nhận tin về hàng đợi: topics=queue"});
    }
    std::optional<std::int64_t> since;
    if (const auto text = net::query_value(request.query, "since")) {
        since = parse_count(*text);
        if (!since) return fields_response({{"since", "phải là số seq (must be a seq)"}});
    }
    return Subscription{caller, *topics, since};
}

} // namespace server
