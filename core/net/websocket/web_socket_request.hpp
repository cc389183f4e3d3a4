#pragma once

#include "core/net/http_message.hpp"
#include "core/net/refused.hpp"

#include <optional>

namespace net {

/// A GET with `Upgrade: websocket`.
bool asks_for_web_socket(const HttpRequest& request);

/// What is wrong with such a request, if anything: 400, or 426 for another version than 13.
std::optional<Refused> refusal_of_web_socket(const HttpRequest& request);

} // namespace net
