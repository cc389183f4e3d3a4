#pragma once

#include "core/net/http_message.hpp"
#include "core/net/mailbox.hpp"

#include <atomic>
#include <cstdint>
#include <memory>

namespace net {

class HttpConnection;

/// The promise to answer one request, shared by all copies of its responder. Holds neither the
/// connection nor the server.
class PendingAnswer {
public:
    PendingAnswer(std::weak_ptr<HttpConnection> connection,
                  std::uint64_t request_number,
                  std::shared_ptr<Mailbox> mailbox);
    ~PendingAnswer();
    PendingAnswer(const PendingAnswer&) = delete;
    PendingAnswer& operator=(const PendingAnswer&) = delete;

    void give(HttpResponse response);

private:
    std::weak_ptr<HttpConnection> connection_;
    std::uint64_t request_number_;
    std::shared_ptr<Mailbox> mailbox_;
    std::atomic_flag given_;
};

} // namespace net
