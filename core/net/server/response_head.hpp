#pragma once

#include "core/net/http_message.hpp"

#include <string>

namespace net {

/// What the connection adds to a response.
struct ResponseFrame {
    std::size_t body_bytes = 0;
    bool is_http_1_1 = true;
    bool keep_alive = true;
};

/// Whether a response of the status has a body at all.
bool may_have_body(int status);

/// Whether the response asks for the end of the connection.
bool asks_to_close(const HttpResponse& response);

/// Appends the status line and the header. Content-Length, Connection and Transfer-Encoding come
/// from the frame, whatever the response says.
void append_head(std::string& out, const HttpResponse& response, const ResponseFrame& frame);

} // namespace net
