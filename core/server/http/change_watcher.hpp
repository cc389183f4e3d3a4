#pragma once

#include "core/engine/ports/store.hpp"
#include "core/server/http/event_feed.hpp"
#include "core/server/http/failure_log.hpp"
#include "core/server/http/post.hpp"
#include "core/server/http/read_runner.hpp"

#include <cstdint>
#include <functional>
#include <span>

namespace server {

/// Tells the rest of the server what changed in the books: of its own commits at once, of those
/// made beside it (the administrator's commands) when it looks. Belongs to the network thread but
/// for committed().
class ChangeWatcher {
public:
    /// All must outlive the watcher. `changed_beside` is called when somebody else changed the
    /// books: whatever is kept of them is to be read anew.
    ChangeWatcher(core::Store& store,
                  core::AgencyId agency,
                  Post post,
                  EventFeed& feed,
                  ReadRunner& reads,
                  FailureLog& failures,
                  std::function<void()> changed_beside)
        : store_(store), agency_(agency), post_(std::move(post)), feed_(feed), reads_(reads),
          failures_(failures), changed_beside_(std::move(changed_beside)) {}

    /// On the writer's thread: nobody's answer waits for what is told of it. Whoever made a change
    /// is answered through the network thread too, so behind what is posted here.
    void committed(std::span<const core::Event> events);

    /// Looks whether the journal went on without the server. A change that is seen twice in a row
    /// was made by somebody else: the server's own are told of within a moment.
    void look_beside();

private:
    core::Store& store_;
    core::AgencyId agency_;
    Post post_;
    EventFeed& feed_;
    ReadRunner& reads_;
    FailureLog& failures_;
    std::function<void()> changed_beside_;
    std::int64_t behind_since_ = 0; // a journal row nobody told of, seen at the last look
};

} // namespace server
