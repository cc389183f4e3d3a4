#pragma once

#include "core/net/http_message.hpp"
#include "core/net/mailbox.hpp"

#include <atomic>
#include <cstdint>
#include <memory>

namespace net {

class HttpSession;

/// The promise to answer one request, shared by all copies of its responder. Holds neither the
/// session nor the server.
class PendingAnswer {
public:
    PendingAnswer(std::weak_ptr<HttpSession> session,
                  std::uint64_t request_number,
                  std::shared_ptr<Mailbox> mailbox);
    ~PendingAnswer();
    PendingAnswer(const PendingAnswer&) = delete;
    PendingAnswer& operator=(const PendingAnswer&) = delete;

    void give(HttpResponse response);

private:
    std::weak_ptr<HttpSession> session_;
    std::uint64_t request_number_;
    std::shared_ptr<Mailbox> mailbox_;
    std::atomic_flag given_;
};

} // namespace net
