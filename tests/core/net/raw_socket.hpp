#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>

/// The shortest request that is whole.
inline const std::string plain_get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";

/// A client that sends whatever bytes the test likes.
class RawSocket {
public:
    RawSocket() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {}

    explicit RawSocket(std::uint16_t port) : RawSocket() { connect(port); }

    void connect(std::uint16_t port) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            throw std::system_error(errno, std::generic_category(), "connect");
    }

    /// Before connect(): lets the system keep no more than about so much that was not read.
    void limit_receive_buffer(int bytes) {
        ::setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
    }

    ~RawSocket() { close(); }

    RawSocket(const RawSocket&) = delete;
    RawSocket& operator=(const RawSocket&) = delete;

    void close() {
        if (socket_ >= 0) ::close(socket_);
        socket_ = -1;
    }

    void end_sending() { ::shutdown(socket_, SHUT_WR); }

    /// Returns whether the other side took it all.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    /// Reads until what has been read contains `mark` and returns all up to its end; the rest is
    /// kept for the next call. Throws when the connection ends before, or after ten seconds.
    std::string read_until(std::string_view mark) {
        for (;;) {
            const auto at = input_.find(mark);
            if (at != std::string::npos) return take(at + mark.size());
            if (!receive()) throw std::runtime_error("the connection ended after: " + input_);
        }
    }

    std::string read_bytes(std::size_t count) {
        while (input_.size() < count) {
            if (!receive()) throw std::runtime_error("the connection ended after: " + input_);
        }
        return take(count);
    }

    /// A response with its body, by its Content-Length.
    std::string read_response() {
        std::string response = read_until("\r\n\r\n");
        const auto at = response.find("content-length: ");
        if (at == std::string::npos) return response;
        return response + read_bytes(std::stoul(response.substr(at + 16)));
    }

    std::string read_to_end() {
        while (receive()) {
        }
        return take(input_.size());
    }

private:
    std::string take(std::size_t count) {
        std::string taken = input_.substr(0, count);
        input_.erase(0, count);
        return taken;
    }

    /// Returns false at the end of the connection.
    bool receive() {
        pollfd wanted{socket_, POLLIN, 0};
        if (::poll(&wanted, 1, 10'000) != 1) throw std::runtime_error("nothing came: " + input_);
        char bytes[16 * 1024];
        const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
        if (count <= 0) return false;
        input_.append(bytes, static_cast<std::size_t>(count));
        return true;
    }

    int socket_;
    std::string input_;
};
