#pragma once

#include "core/net/http_message.hpp"

#include <string_view>

namespace net {

/// What a browser may do with the pages, the same whoever serves them: the core or an agent.
/// `referrer_policy`: to whom a page may tell its address.
void add_page_headers(HttpResponse& response, std::string_view referrer_policy);

} // namespace net
