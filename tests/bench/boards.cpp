#include "tests/bench/boards.hpp"

#include "tests/bench/http_text.hpp"

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <optional>
#include <stdexcept>
#include <system_error>

namespace bench {

namespace {

constexpr int events_at_once = 256;
constexpr std::chrono::seconds arrival_limit{20};

constexpr unsigned char text_frame = 0x81;
constexpr unsigned char ping_frame = 0x89;
constexpr unsigned char pong_frame = 0x8A;
constexpr unsigned char length_mask = 0x7F;
constexpr unsigned char masked = 0x80;

int checked(int result, const char* what) {
    if (result < 0) throw std::system_error(errno, std::generic_category(), what);
    return result;
}

unsigned char byte_at(std::string_view bytes, std::size_t index) {
    return static_cast<unsigned char>(bytes[index]);
}

struct Frame {
    std::size_t head;
    std::size_t payload;
};

/// The sizes of the frame at the front; none while its head is not whole.
std::optional<Frame> frame_of(std::string_view bytes) {
    constexpr unsigned char two_byte_length = 126;
    if (bytes.size() < 2) return std::nullopt;
    const unsigned char length = byte_at(bytes, 1) & length_mask;
    if (length < two_byte_length) return Frame{2, length};
    if (length > two_byte_length) throw std::runtime_error("a frame of more than 64 KiB");
    if (bytes.size() < 4) return std::nullopt;
    return Frame{4, std::size_t{byte_at(bytes, 2)} << 8U | byte_at(bytes, 3)};
}

void answer_ping(int socket, std::string_view payload) {
    std::string frame{static_cast<char>(pong_frame), static_cast<char>(masked | payload.size())};
    frame.append(4, '\0'); // a mask that changes nothing
    frame += payload;
    send(socket, frame.data(), frame.size(), MSG_NOSIGNAL);
}

} // namespace

int open_board(std::uint16_t port, const std::string& token) {
    Headers headers = bearer(token);
    headers.insert(headers.end(), {{"Connection", "Upgrade"},
                                   {"Upgrade", "websocket"},
                                   {"Sec-WebSocket-Version", "13"},
                                   {"Sec-WebSocket-Key", "bW90Y3VhIGJlbmNobWFyaw=="}});
    const std::string request = make_request("GET", "/api/v1/events?topics=queue", headers);
    const int socket = connect_to(port);
    send(socket, request.data(), request.size(), MSG_NOSIGNAL);
    // Byte by byte: what follows the head belongs to the frames.
    std::string head;
    char byte = 0;
    while (!head.ends_with("\r\n\r\n") && recv(socket, &byte, 1, 0) == 1) head += byte;
    if (head.starts_with("HTTP/1.1 101 ")) return socket;
    close(socket);
    throw std::runtime_error("no WebSocket: " + head);
}

Boards::Boards() : epoll_(checked(epoll_create1(EPOLL_CLOEXEC), "epoll_create1")) {}

Boards::~Boards() {
    for (const Board& board : boards_) close(board.socket);
    close(epoll_);
}

void Boards::add(int socket) {
    fcntl(socket, F_SETFL, O_NONBLOCK);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = boards_.size();
    checked(epoll_ctl(epoll_, EPOLL_CTL_ADD, socket, &event), "epoll_ctl");
    boards_.push_back({socket, expected_, {}});
}

Boards::Arrival Boards::wait_for_next() {
    ++expected_;
    arrival_ = {};
    behind_ = 0;
    for (const Board& board : boards_) behind_ += board.messages < expected_ ? 1 : 0;
    if (behind_ < boards_.size()) throw std::runtime_error("a message that nobody waited for");
    const auto limit = Clock::now() + arrival_limit;
    while (behind_ > 0) {
        turn(std::chrono::milliseconds{100});
        if (Clock::now() > limit)
            throw std::runtime_error(std::to_string(behind_) + " boards miss a message");
    }
    return arrival_;
}

void Boards::idle(std::chrono::milliseconds time) {
    const auto until = Clock::now() + time;
    while (Clock::now() < until) turn(std::chrono::milliseconds{20});
}

void Boards::turn(std::chrono::milliseconds time) {
    std::array<epoll_event, events_at_once> events{};
    const int ready =
        epoll_wait(epoll_, events.data(), events_at_once, static_cast<int>(time.count()));
    if (ready < 0 && errno != EINTR) checked(-1, "epoll_wait");
    for (int i = 0; i < ready; ++i) read(events[static_cast<std::size_t>(i)].data.u64);
}

void Boards::read(std::size_t index) {
    Board& board = boards_[index];
    std::array<char, 4'096> block{};
    const ssize_t length = recv(board.socket, block.data(), block.size(), 0);
    if (length < 0 && errno == EAGAIN) return;
    if (length <= 0) throw std::runtime_error("a board was disconnected");
    std::string_view bytes(block.data(), static_cast<std::size_t>(length));
    if (!board.begun.empty()) bytes = board.begun.append(bytes);
    std::size_t taken = 0;
    while (const auto frame = frame_of(bytes.substr(taken))) {
        const std::size_t size = frame->head + frame->payload;
        if (bytes.size() - taken < size) break;
        take_frame(index, bytes.substr(taken, size),
                   bytes.substr(taken + frame->head, frame->payload));
        taken += size;
    }
    board.begun = std::string(bytes.substr(taken));
}

void Boards::take_frame(std::size_t index, std::string_view frame, std::string_view payload) {
    Board& board = boards_[index];
    const unsigned char kind = byte_at(frame, 0);
    if (kind == ping_frame) return answer_ping(board.socket, payload);
    if (kind != text_frame) throw std::runtime_error("a frame that is neither text nor ping");
    if (index == 0) last_frame_ = frame;
    if (++board.messages != expected_) return;
    const auto now = Clock::now();
    if (arrival_.first == Clock::time_point{}) arrival_.first = now;
    arrival_.last = now;
    --behind_;
}

} // namespace bench
