#include "scanner/worker_socket.hpp"

#include "scanner/worker_messages.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstring>

namespace scanner {

namespace {

using Clock = std::chrono::steady_clock;
using Deadline = std::optional<Clock::time_point>;

Deadline deadline_of(std::optional<std::chrono::milliseconds> within) {
    if (!within) return std::nullopt;
    return Clock::now() + *within;
}

/// False when the deadline passed before the socket was ready.
bool wait_for(int socket, short events, const Deadline& deadline) {
    while (true) {
        int milliseconds = -1;
        if (deadline) {
            const auto left =
                std::chrono::ceil<std::chrono::milliseconds>(*deadline - Clock::now()).count();
            if (left <= 0) return false;
            milliseconds = static_cast<int>(std::min<std::int64_t>(left, 60'000));
        }
        pollfd waiting{socket, events, 0};
        const int ready = poll(&waiting, 1, milliseconds);
        if (ready > 0) return true;
        if (ready < 0 && errno != EINTR) return false;
    }
}

constexpr std::size_t control_bytes = CMSG_SPACE(sizeof(int));

/// Bytes taken, 0 at the end, -1 when something is wrong.
ssize_t receive_some(int socket, char* to, std::size_t wanted, files::FileDescriptor& descriptor) {
    iovec part{to, wanted};
    alignas(cmsghdr) char control[control_bytes];
    msghdr header{};
    header.msg_iov = &part;
    header.msg_iovlen = 1;
    header.msg_control = control;
    header.msg_controllen = sizeof control;
    const ssize_t taken = recvmsg(socket, &header, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
    if (taken < 0) return errno == EINTR || errno == EAGAIN ? -2 : -1;
    for (cmsghdr* each = CMSG_FIRSTHDR(&header); each; each = CMSG_NXTHDR(&header, each)) {
        if (each->cmsg_level != SOL_SOCKET || each->cmsg_type != SCM_RIGHTS) continue;
        int received = -1;
        std::memcpy(&received, CMSG_DATA(each), sizeof received);
        descriptor = files::FileDescriptor(received);
    }
    return taken;
}

bool receive_all(int socket,
                 char* to,
                 std::size_t size,
                 files::FileDescriptor& descriptor,
                 const Deadline& deadline) {
    while (size > 0) {
        if (!wait_for(socket, POLLIN, deadline)) return false;
        const ssize_t taken = receive_some(socket, to, size, descriptor);
        if (taken == -2) continue;
        if (taken <= 0) return false;
        to += taken;
        size -= static_cast<std::size_t>(taken);
    }
    return true;
}

} // namespace

bool send_message(int socket,
                  std::string_view bytes,
                  int descriptor,
                  std::chrono::milliseconds within) {
    assert(bytes.size() <= message_limit_bytes);
    const Deadline deadline = deadline_of(within);
    const auto length = static_cast<std::uint32_t>(bytes.size());
    std::string message(reinterpret_cast<const char*>(&length), sizeof length);
    message += bytes;
    std::string_view rest = message;
    while (!rest.empty()) {
        if (!wait_for(socket, POLLOUT, deadline)) return false;
        iovec part{const_cast<char*>(rest.data()), rest.size()};
        alignas(cmsghdr) char control[control_bytes] = {};
        msghdr header{};
        header.msg_iov = &part;
        header.msg_iovlen = 1;
        if (descriptor >= 0) {
            header.msg_control = control;
            header.msg_controllen = sizeof control;
            cmsghdr* rights = CMSG_FIRSTHDR(&header);
            rights->cmsg_level = SOL_SOCKET;
            rights->cmsg_type = SCM_RIGHTS;
            rights->cmsg_len = CMSG_LEN(sizeof descriptor);
            std::memcpy(CMSG_DATA(rights), &descriptor, sizeof descriptor);
        }
        const ssize_t sent = sendmsg(socket, &header, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0) {
            if (errno == EINTR || errno == EAGAIN) continue;
            return false;
        }
        descriptor = -1; // it went with the first byte
        rest.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

std::optional<SocketMessage> receive_message(int socket,
                                             std::optional<std::chrono::milliseconds> within) {
    const Deadline deadline = deadline_of(within);
    SocketMessage message;
    std::uint32_t length = 0;
    if (!receive_all(socket, reinterpret_cast<char*>(&length), sizeof length, message.descriptor,
                     deadline) ||
        length > message_limit_bytes) {
        return std::nullopt;
    }
    message.bytes.resize(length);
    if (!receive_all(socket, message.bytes.data(), length, message.descriptor, deadline))
        return std::nullopt;
    return message;
}

} // namespace scanner
