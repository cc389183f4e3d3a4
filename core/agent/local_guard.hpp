#pragma once

#include "core/net/http_message.hpp"

#include <cstdint>
#include <optional>

namespace agent {

/// Whether the request comes from a page of this machine: its Host is `127.0.0.1`, `localhost` or
/// `[::1]` with our port (against names that others point at this machine), Origin, where there is
/// one, is the same, and the browser does not say that another site's page asks. None when it does;
/// else the refusal (403).
std::optional<net::HttpResponse> refuse_cross_site(const net::HttpRequest& request,
                                                   std::uint16_t port);

} // namespace agent
