#include "core/net/websocket/web_socket_request.hpp"

#include "core/net/find_header.hpp"
#include "core/net/letter_case.hpp"

#include <algorithm>

namespace net {

namespace {

/// Whether one of the fields of the name lists the word, in whatever case.
bool lists(const HttpRequest& request, std::string_view name, std::string_view word) {
    bool found = false;
    for (const auto& [field, value] : request.headers) {
        if (field != name) continue;
        for_each_element(value, [&](std::string_view element) {
            found = found || equals_ignoring_case(element, word);
        });
    }
    return found;
}

/// 16 bytes in Base64.
bool is_key(std::string_view key) {
    const auto is_digit = [](char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
               (letter >= 'A' && letter <= 'Z') || letter == '+' || letter == '/';
    };
    return key.size() == 24 && key.ends_with("==") &&
           std::all_of(key.begin(), key.end() - 2, is_digit);
}

} // namespace

bool asks_for_web_socket(const HttpRequest& request) {
    return request.method == "GET" && lists(request, "upgrade", "websocket");
}

std::optional<Refused> refusal_of_web_socket(const HttpRequest& request) {
    if (!lists(request, "connection", "upgrade"))
        return Refused{400, "A WebSocket's request says Connection: Upgrade."};
    if (!is_key(request.header("sec-websocket-key")))
        return Refused{400, "A WebSocket's request has a Sec-WebSocket-Key of 16 bytes."};
    if (request.header("sec-websocket-version") != "13")
        return Refused{426, "The only version of WebSocket spoken here is 13."};
    return std::nullopt;
}

} // namespace net
