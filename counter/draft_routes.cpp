#include "counter/draft_routes.hpp"

#include "core/agent/json_answer.hpp"
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

net::HttpResponse bad_key(words::Language language) {
    return fields_answer(language, {{"key", "field-no-draft-key"}});
}

net::HttpResponse method_answer(words::Language language, const char* allowed) {
    auto answer = agent::problem(language, 405, "method", "method-not-allowed");
    answer.headers.emplace_back("Allow", allowed);
    return answer;
}

net::HttpResponse list(const Drafts& drafts, const std::string& login) {
    json::array items;
    for (const DraftInfo& info : drafts.list(login)) items.push_back(info_json(info));
    return agent::json_answer(json::object{{"items", std::move(items)}});
}

net::HttpResponse read(const Drafts& drafts,
                       const std::string& login,
                       const std::string& key,
                       words::Language language) {
    const auto text = drafts.read(login, key);
    if (!text) return not_found_answer(language);
    net::HttpResponse response;
    response.headers = {{"Content-Type", "application/json"}, {"Cache-Control", "no-store"}};
    response.body = *text;
    return response;
}

net::HttpResponse save(const Drafts& drafts,
                       const std::string& login,
                       const std::string& key,
                       const std::string& body,
                       words::Language language) {
    core::Message why_not;
    if (!api::parse_body(body, why_not)) return agent::problem(language, 400, "no-json", why_not);
    const auto saved = drafts.save(login, key, body);
    if (saved) return agent::json_answer(info_json(*saved));
    const bool is_too_long = saved.error().kind == core::ErrorKind::invalid_input;
    return agent::problem(language, is_too_long ? 413 : 409, "drafts", saved.error().message);
}

/// On the disk's thread.
net::HttpResponse carry_out(const Drafts& drafts,
                            const net::HttpRequest& request,
                            const std::string& login,
                            const std::string& key) {
    const words::Language language = agent::language_of(request);
    try {
        if (key.empty()) return list(drafts, login);
        if (request.method == "PUT") return save(drafts, login, key, request.body, language);
        if (request.method == "DELETE")
            return agent::json_answer(json::object{{"deleted", drafts.remove(login, key)}});
        return read(drafts, login, key, language);
    } catch (const std::exception& failure) {
        spdlog::error("drafts: {}", failure.what());
        return broken_answer(language);
    }
}

} // namespace

void DraftRoutes::handle(net::HttpRequest request,
                         const std::string& key,
                         const net::Responder& respond) const {
    const auto& method = request.method;
    const words::Language language = agent::language_of(request);
    if (key.empty() && method != "GET") return respond(method_answer(language, "GET"));
    if (method != "GET" && method != "PUT" && method != "DELETE")
        return respond(method_answer(language, "GET, PUT, DELETE"));
    if (!key.empty() && !is_draft_key(key)) return respond(bad_key(language));
    const auto held = std::make_shared<net::HttpRequest>(std::move(request));
    logins_.resolve(*held, respond, [this, held, key, respond, language](const std::string& login) {
        const bool taken = disk_.submit([drafts = drafts_, held, key, respond, login] {
            respond(carry_out(drafts, *held, login, key));
        });
        if (!taken) respond(agent::busy(language));
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
