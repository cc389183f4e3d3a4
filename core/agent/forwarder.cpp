#include "core/agent/forwarder.hpp"

#include "core/agent/problem.hpp"

#include <algorithm>
#include <array>

namespace agent {

namespace {

// What the page means for the core. Host and Origin are not among them: they name this machine,
// and local_guard has looked at them.
constexpr std::array<std::string_view, 15> for_the_core = {
    "accept",           "accept-encoding", "accept-language",   "authorization",
    "content-type",     "cookie",          "idempotency-key",   "if-match",
    "if-none-match",    "if-range",        "if-modified-since", "if-unmodified-since",
    "content-encoding", "range",           "x-counter"};

// What belongs to one connection (RFC 9110, 7.6.1), and what our server says itself.
constexpr std::array<std::string_view, 10> of_one_hop = {
    "connection", "content-length",    "keep-alive", "proxy-authenticate", "te",
    "trailer",    "transfer-encoding", "upgrade",    "proxy-connection",   "proxy-authorization"};

template <std::size_t Size>
bool is_among(const std::array<std::string_view, Size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

net::HttpResponse hand_back(net::HttpReply& reply) {
    net::HttpResponse response;
    response.status = reply.status;
    for (auto& field : reply.headers) {
        if (!is_among(of_one_hop, field.first)) response.headers.push_back(std::move(field));
    }
    response.body = std::move(reply.body);
    return response;
}

} // namespace

void Forwarder::forward(net::HttpRequest request, const net::Responder& respond) const {
    const words::Language language = language_of(request);
    CoreCall call;
    call.method = std::move(request.method);
    call.target = std::move(request.target);
    for (auto& field : request.headers) {
        if (is_among(for_the_core, field.first)) call.headers.push_back(std::move(field));
    }
    call.body = std::move(request.body);
    const bool taken = calls_.submit(std::move(call), [respond, language](net::HttpReply* reply) {
        respond(reply ? hand_back(*reply) : core_away(language));
    });
    if (!taken) respond(busy(language));
}

} // namespace agent
