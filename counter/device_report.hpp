#pragma once

#include "core/agent/core_calls.hpp"
#include "core/agent/device_key.hpp"
#include "core/net/server/http_server.hpp"
#include "counter/machine_state.hpp"

#include <optional>
#include <string>

namespace counter {

/// Tells the core how this machine's devices are (`PUT /devices/me/state`). The server's thread.
class DeviceReport {
public:
    /// Without a key nothing is ever told. `version` is the program's. All must outlive this.
    DeviceReport(agent::CoreCalls& core,
                 net::HttpServer& server,
                 std::optional<agent::DeviceKey> key,
                 std::string version);

    /// The state is another one than the last report's.
    void note_change() { is_due_ = true; }

    bool is_due() const { return is_due_; }

    /// Sends it, unless the core is away or the last one is still on its way.
    void send(const MachineState& state);

private:
    agent::CoreCalls& core_;
    net::HttpServer& server_;
    std::optional<agent::DeviceKey> key_;
    std::string version_;
    bool is_due_ = false;
    bool is_under_way_ = false;
};

} // namespace counter
