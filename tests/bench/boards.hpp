#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

/// Opens a WebSocket for the queue's events by hand; throws when it is refused.
int open_board(std::uint16_t port, const std::string& token);

/// Many boards in one process, which only count the messages that they get: frames of a server,
/// unmasked and not compressed. Pings are answered. One epoll, so that the last board is not kept
/// waiting by the reading of the others more than it must be.
class Boards {
public:
    using Clock = std::chrono::steady_clock;

    Boards();
    ~Boards();
    Boards(const Boards&) = delete;
    Boards& operator=(const Boards&) = delete;

    /// Takes over a connected socket.
    void add(int socket);

    /// When the first and the last board had a message.
    struct Arrival {
        Clock::time_point first;
        Clock::time_point last;
    };

    /// Reads until every board has got one more message than before. Throws when that takes
    /// longer than a few seconds.
    Arrival wait_for_next();

    /// Reads and answers pings for so long.
    void idle(std::chrono::milliseconds time);

    /// The last frame that the first board got, its head included.
    const std::string& last_frame() const { return last_frame_; }

private:
    struct Board {
        int socket;
        std::size_t messages = 0;
        std::string begun; ///< of a frame that is not whole
    };

    void turn(std::chrono::milliseconds time);
    void read(std::size_t index);
    void take_frame(std::size_t index, std::string_view frame, std::string_view payload);

    std::vector<Board> boards_;
    int epoll_;
    std::size_t expected_ = 0; ///< messages of each board
    std::size_t behind_ = 0;   ///< boards that have fewer
    Arrival arrival_;
    std::string last_frame_;
};

} // namespace bench
