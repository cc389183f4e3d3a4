#pragma once

#include "core/domain/folded_key.hpp"
#include "core/engine/ports/store.hpp"
#include "core/server/http/event_feed.hpp"
#include "core/server/http/failure_log.hpp"
#include "core/server/http/post.hpp"
#include "core/server/http/response_cache.hpp"
#include "core/server/http/route.hpp"
#include "core/server/http/workers.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>

namespace server {

/// Reads the books for answers: quick reads on the network thread, some of them kept until their
/// dossier changes; long ones on workers. Belongs to the network thread but for `keeps_answers`.
class ReadRunner {
public:
    /// Long reads that may wait; more are "busy".
    static constexpr std::size_t queue_limit = 512;

    /// All must outlive the runner, what `post` posts to included.
    ReadRunner(core::Store& store, core::AgencyId agency, Post post, FailureLog& failures);

    net::HttpResponse now(const Call& call, const QuickRead& read);
    net::HttpResponse now(const Call& call, const LastingRead& read);

    /// Answers from a worker by way of the network thread.
    void later(const CallPtr& call, ReadWork work, const net::Responder& respond);

    /// A page of the journal for a client of the events that catches up.
    void event_page(std::int64_t after, const std::function<void(EventFeed::Page)>& done);

    /// Whether answers are kept that a change may make wrong. Any thread: from then on the writer
    /// tells which dossiers changed.
    bool keeps_answers() const { return keeps_answers_; }

    void forget(const std::string& dossier) { kept_.forget(core::code_key(dossier)); }

    /// The catalogue has changed: every answer may be another.
    void forget_all() { kept_.forget_all(); }

    std::size_t waiting() { return workers_.waiting(); }

private:
    core::Store& store_;
    core::AgencyId agency_;
    Post post_;
    FailureLog& failures_;
    ResponseCache kept_;
    std::atomic<bool> keeps_answers_{false};
    Workers workers_; // last: they use all of the above
};

} // namespace server
