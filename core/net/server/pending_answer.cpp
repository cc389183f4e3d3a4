#include "core/net/server/pending_answer.hpp"

#include "core/net/server/http_connection.hpp"

#include <utility>

namespace net {

PendingAnswer::PendingAnswer(std::weak_ptr<HttpConnection> connection,
                             std::uint64_t request_number,
                             std::shared_ptr<Mailbox> mailbox)
    : connection_(std::move(connection)), request_number_(request_number),
      mailbox_(std::move(mailbox)) {}

PendingAnswer::~PendingAnswer() {
    if (given_.test_and_set()) return;
    try {
        // Always later: this may run in the middle of anything.
        mailbox_->post([connection = connection_, number = request_number_] {
            if (const auto alive = connection.lock()) alive->answer_missing(number);
        });
    } catch (...) { // no memory: the client waits until it gives up
        return;
    }
}

void PendingAnswer::give(HttpResponse response) {
    if (given_.test_and_set()) return;
    if (mailbox_->is_on_server_thread()) {
        if (const auto alive = connection_.lock())
            alive->answer(request_number_, std::move(response));
        return;
    }
    // The connection is only locked on its own thread: it must not end on this one.
    mailbox_->post([connection = connection_, number = request_number_,
                    answer = std::move(response)]() mutable {
        if (const auto alive = connection.lock()) alive->answer(number, std::move(answer));
    });
}

} // namespace net
