#pragma once

#include "core/engine/ports/store.hpp"
#include "core/server/http/failure_log.hpp"
#include "core/server/http/post.hpp"
#include "core/server/http/route.hpp"

#include <functional>

namespace server {

/// Makes changes: through the store's writer, once for an Idempotency-Key, answered when they are
/// on disk. Belongs to the network thread, where it answers too.
class CommandRunner {
public:
    /// All must outlive the runner, and the commands that it gave to the store.
    CommandRunner(core::Store& store, core::AgencyId agency, Post post, FailureLog& failures)
        : store_(store), agency_(agency), post_(std::move(post)), failures_(failures) {}

    /// Answers with what the work answers, with the answer kept for the same key, or why not. A
    /// refusal is kept for its key too, a secret never. `after` is called when the change was made,
    /// before the answer. Throws what the store throws when too much waits.
    void
    run(const CallPtr& call, WriteWork work, net::Responder respond, std::function<void()> after);

private:
    void keep_refusal(const CallPtr& call, const net::HttpResponse& response);

    core::Store& store_;
    core::AgencyId agency_;
    Post post_;
    FailureLog& failures_;
};

} // namespace server
