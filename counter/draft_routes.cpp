#include "counter/draft_routes.hpp"

#include "counter/local_answer.hpp"

#include <spdlog/spdlog.h>

#include <memory>

namespace counter {

namespace json = boost::json;

namespace {

json::object info_json(const DraftInfo& info) {
    return {{"key", info.key},
            {"saved_at", core::format_instant(info.saved_at)},
            {"bytes", info.bytes}};
}

net::HttpResponse bad_key() {
    return fields_answer({{"key", "1 đến 64 ký tự a-z 0-9 - (must be 1 to 64 of these)"}});
}

net::HttpResponse method_answer(const char* allowed) {
    auto answer = problem_answer(405, "method", "The method is not allowed here",
                                 "Không dùng được lệnh này ở đây: hãy tải lại trang");
    answer.headers.emplace_back("Allow", allowed);
    return answer;
}

net::HttpResponse list(const Drafts& drafts, const std::string& login) {
    json::array items;
    for (const DraftInfo& info : drafts.list(login)) items.push_back(info_json(info));
    return json_answer(json::object{{"items", std::move(items)}});
}

net::HttpResponse read(const Drafts& drafts, const std::string& login, const std::string& key) {
    const auto text = drafts.read(login, key);
    if (!text) return not_found_answer();
    net::HttpResponse response;
    response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
    response.body = *text;
    return response;
}

net::HttpResponse save(const Drafts& drafts,
                       const std::string& login,
                       const std::string& key,
                       const std::string& body) {
    std::string why_not;
    if (!api::parse_body(body, why_not))
        return problem_answer(400, "no-json", "The body is no JSON object", why_not);
    const auto saved = drafts.save(login, key, body);
    if (saved) return json_answer(info_json(*saved));
    const bool is_too_long = saved.error().kind == core::ErrorKind::invalid_input;
    return problem_answer(is_too_long ? 413 : 409, "drafts", "The draft cannot be kept",
                          saved.error().message.code);
}

/// On the disk's thread.
net::HttpResponse carry_out(const Drafts& drafts,
                            const net::HttpRequest& request,
                            const std::string& login,
                            const std::string& key) {
    try {
        if (key.empty()) return list(drafts, login);
        if (request.method == "PUT") return save(drafts, login, key, request.body);
        if (request.method == "DELETE")
            return json_answer(json::object{{"deleted", drafts.remove(login, key)}});
        return read(drafts, login, key);
    } catch (const std::exception& failure) {
        spdlog::error("drafts: {}", failure.what());
        return broken_answer();
    }
}

} // namespace

void DraftRoutes::handle(net::HttpRequest request,
                         const std::string& key,
                         const net::Responder& respond) const {
    const auto& method = request.method;
    if (key.empty() && method != "GET") return respond(method_answer("GET"));
    if (method != "GET" && method != "PUT" && method != "DELETE")
        return respond(method_answer("GET, PUT, DELETE"));
    if (!key.empty() && !is_draft_key(key)) return respond(bad_key());
    const auto held = std::make_shared<net::HttpRequest>(std::move(request));
    who_.ask(*held, respond, [this, held, key, respond](const std::string& login) {
        const bool taken = disk_.submit([drafts = drafts_, held, key, respond, login] {
            respond(carry_out(drafts, *held, login, key));
        });
        if (!taken) respond(busy_answer());
    });
}

void DraftRoutes::clean_up(core::Instant now) const {
    (void)disk_.submit([drafts = drafts_, now] {
        try {
            const std::size_t removed = drafts.remove_before(now - Drafts::kept);
            if (removed > 0) spdlog::info("{} drafts were older than 7 days: deleted", removed);
        } catch (const std::exception& failure) {
            spdlog::error("drafts: {}", failure.what());
        }
    });
}

} // namespace counter
