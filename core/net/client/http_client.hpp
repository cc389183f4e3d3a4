#pragma once

#include "core/net/client/client_limits.hpp"
#include "core/net/client/server_address.hpp"
#include "core/net/http_message.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace net {

struct HttpReply {
    int status = 0;
    Headers headers; // names in lower case
    std::string body;

    std::string_view header(std::string_view name) const;
};

/// One connection to a server, kept alive and opened again when it is gone. Blocking; belongs to
/// one thread at a time.
class HttpClient {
public:
    explicit HttpClient(ServerAddress server, ClientLimits limits = {});
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;
    HttpClient(HttpClient&&) noexcept;
    HttpClient& operator=(HttpClient&&) noexcept;

    /// Throws NetError. A request is sent again on a new connection only when the old one was
    /// idle and closed before any byte of the reply, so give a POST its Idempotency-Key.
    HttpReply request(const std::string& method,
                      const std::string& target,
                      const Headers& headers = {},
                      std::string_view body = {});

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace net
