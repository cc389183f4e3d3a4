#pragma once

#include "core/files/file_descriptor.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace scanner {

/// The number of the worker's end, in the worker.
inline constexpr int worker_end = 3;

/// A message of the socket between program and worker, and the descriptor that came with it.
struct SocketMessage {
    std::string bytes;
    files::FileDescriptor descriptor;
};

/// Sends one message, with a descriptor where that is not -1. False when the other end is gone or
/// takes nothing for `within`.
bool send_message(int socket,
                  std::string_view bytes,
                  int descriptor,
                  std::chrono::milliseconds within);

/// None when the other end is gone, sends what is no message, or not all of one within the time.
/// Without a time it waits for ever.
std::optional<SocketMessage> receive_message(int socket,
                                             std::optional<std::chrono::milliseconds> within);

} // namespace scanner
