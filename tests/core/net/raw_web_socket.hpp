#pragma once

#include "tests/core/net/raw_socket.hpp"

#include <stdexcept>
#include <string>
#include <string_view>

/// A WebSocket client that sends whatever frames the test likes, and answers none by itself.
class RawWebSocket {
public:
    struct Frame {
        int opcode = 0; ///< 1 text, 8 close, 9 ping, 10 pong
        std::string payload;

        /// Of a close frame.
        int close_code() const {
            if (opcode != 8 || payload.size() < 2) return 0;
            return byte(payload[0]) * 256 + byte(payload[1]);
        }
    };

    explicit RawWebSocket(std::uint16_t port, int receive_buffer = 0) {
        if (receive_buffer > 0) socket.limit_receive_buffer(receive_buffer);
        socket.connect(port);
        socket.send("GET /events HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\n"
                    "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        answer = socket.read_until("\r\n\r\n");
        if (!answer.starts_with("HTTP/1.1 101 ")) throw std::runtime_error(answer);
    }

    /// A whole message by itself, masked with zeros. Up to 64 KB.
    bool send(int opcode, std::string_view payload) {
        std::string frame(1, static_cast<char>(0x80 | opcode));
        if (payload.size() < 126) {
            frame += static_cast<char>(0x80 | payload.size());
        } else {
            frame += static_cast<char>(0x80 | 126);
            frame += static_cast<char>(payload.size() / 256);
            frame += static_cast<char>(payload.size() % 256);
        }
        frame += std::string(4, '\0');
        frame += payload;
        return socket.send(frame);
    }

    Frame read() {
        const std::string head = socket.read_bytes(2);
        std::size_t size = byte(head[1]) & 0x7F;
        const std::size_t more = size < 126 ? 0 : size == 126 ? 2 : 8;
        if (more > 0) size = 0;
        for (const char digit : socket.read_bytes(more)) size = size * 256 + byte(digit);
        return {byte(head[0]) & 0x0F, socket.read_bytes(size)};
    }

    RawSocket socket;
    std::string answer; ///< to the handshake

private:
    static unsigned char byte(char letter) { return static_cast<unsigned char>(letter); }
};
