#pragma once

#include "core/net/http_message.hpp"

#include <string_view>

namespace net {

/// Fills `target`, `path` and `query` from the request line's target: `/path?query`, or the
/// absolute form with a host in front. Throws Refused.
void read_target(std::string_view sent, HttpRequest& request);

} // namespace net
