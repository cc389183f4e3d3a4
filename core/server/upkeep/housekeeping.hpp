#pragma once

#include "core/engine/ports/clock.hpp"
#include "core/engine/ports/store.hpp"
#include "core/server/http/failure_log.hpp"
#include "core/server/rules.hpp"

namespace server {

/// Puts away what days leave behind: tickets of the days before end, answers kept for their
/// Idempotency-Key are forgotten after theirs. A little at a time, so that no command waits long.
/// Belongs to the network thread.
class Housekeeping {
public:
    /// All must outlive the commands that it gives to the store.
    Housekeeping(core::Store& store,
                 core::AgencyId agency,
                 const core::Clock& clock,
                 FailureLog& failures)
        : store_(store), agency_(agency), clock_(clock), failures_(failures) {}

    /// Gives one round to the writer.
    void tidy(const RulesPtr& rules);

private:
    core::Store& store_;
    core::AgencyId agency_;
    const core::Clock& clock_;
    FailureLog& failures_;
};

} // namespace server
