#pragma once

#include "kiosk/connectivity.hpp"
#include "kiosk/core_client.hpp"
#include "kiosk/core_clock.hpp"
#include "kiosk/procedure_copy.hpp"
#include "kiosk/room.hpp"

#include <filesystem>
#include <functional>

namespace kiosk {

/// What the core last told of the room and of the posting board, kept on disk for when it is away
/// (`room.json`, `procedures.json`). The server's thread.
class CoreCache {
public:
    /// `room_changed` is called with each room that the core tells. All must outlive this.
    CoreCache(std::filesystem::path folder,
              CoreClient& core,
              Connectivity& connectivity,
              CoreClock& clock,
              std::function<void()> room_changed);

    /// What the last run kept. Throws std::exception when a file is no copy of ours.
    void load();

    const Room& room() const { return room_; }

    const ProcedureCopy& procedures() const { return procedures_; }

    /// Something has changed in the core; the next refresh asks.
    void expire_room() { room_is_stale_ = true; }

    void expire_procedures() { procedures_are_stale_ = true; }

    /// Asks for the room when it is stale and not asked for already. A few times a second.
    void refresh_room();

    /// What time makes stale, and the posting board. About once a second.
    void tick();

private:
    void take_room(const net::HttpReply* reply);
    void refresh_procedures();

    std::filesystem::path folder_;
    CoreClient& core_;
    Connectivity& connectivity_;
    CoreClock& clock_;
    std::function<void()> room_changed_;
    Room room_;
    ProcedureCopy procedures_;
    bool room_is_stale_ = true;
    bool room_is_asked_ = false;
    bool procedures_are_stale_ = true;
    core::Instant room_asked_at_{};
    core::Instant procedures_asked_at_{};
};

} // namespace kiosk
