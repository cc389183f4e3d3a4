#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bench {

/// A reply as it stands in a buffer of bytes, which it points into.
struct Reply {
    int status = 0;
    std::string_view body;
    std::size_t size = 0; ///< of head and body together
};

/// The reply that the bytes begin with; none while it is not whole. Throws for what is no reply
/// with a Content-Length: nothing else is sent by the servers measured here.
std::optional<Reply> parse_reply(std::string_view bytes);

using Headers = std::vector<std::pair<std::string, std::string>>;

/// The bytes of a request; Host and Content-Length are added.
std::string make_request(std::string_view method,
                         std::string_view path,
                         const Headers& headers = {},
                         std::string_view body = {});

Headers bearer(const std::string& token);

/// The first text of that name in a JSON text, without unescaping; empty when there is none.
std::string_view json_text(std::string_view json, std::string_view name);

/// A blocking connection to a server on this machine.
int connect_to(std::uint16_t port);

/// What was answered to one request.
struct Answer {
    int status = 0;
    std::string head;
    std::string body;
};

/// Sends one request on a connection of its own and waits for the answer.
Answer ask(std::uint16_t port, const std::string& request);

/// The same; throws unless the answer has that status.
std::string ask_for(std::uint16_t port, const std::string& request, int status);

} // namespace bench
