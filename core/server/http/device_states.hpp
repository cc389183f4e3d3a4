#pragma once

#include "core/domain/civil_time.hpp"
#include "core/domain/device_part.hpp"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace server {

/// What the machines of the room last told of themselves: their parts, and that they are there.
/// Kept in memory only, for devices that logged in with their key, so bounded by their number.
/// Belongs to the network thread.
class DeviceStates {
public:
    using Moment = std::chrono::steady_clock::time_point;

    /// A device that asked for something so lately is there, also without a WebSocket.
    static constexpr std::chrono::seconds online_time{60};

    struct Part {
        core::DevicePart part{};
        std::string name;
        std::string state; ///< a word of the vocabulary that the part has
        std::string text;  ///< for people
    };

    struct State {
        std::optional<core::Instant> seen_at; ///< none: not since the server's start
        Moment seen{};
        std::string version;
        std::vector<Part> parts;
    };

    void note_seen(const std::string& id, core::Instant now, Moment moment);

    void tell(const std::string& id, std::string version, std::vector<Part> parts);

    /// Of a device that was never seen: an empty one.
    const State& of(const std::string& id) const;

    bool is_online(const std::string& id, Moment moment) const;

private:
    std::map<std::string, State> states_;
};

} // namespace server
