#include "tests/bench/load.hpp"

#include "tests/bench/figures.hpp"
#include "tests/bench/http_text.hpp"

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>
#include <vector>

namespace bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int events_at_once = 256;
constexpr std::size_t read_bytes = 16'384;

int checked(int result, const char* what) {
    if (result < 0) throw std::system_error(errno, std::generic_category(), what);
    return result;
}

struct Connection {
    int socket = -1;
    bool waits = false; ///< for an answer
    Clock::time_point sent_at;
    std::string begun; ///< of an answer that came in pieces
};

class Load {
public:
    Load(const LoadPlan& plan, RequestSource& source)
        : plan_(plan), source_(source), connections_(static_cast<std::size_t>(plan.connections)),
          epoll_(checked(epoll_create1(EPOLL_CLOEXEC), "epoll_create1")) {}

    ~Load() {
        for (Connection& each : connections_) {
            if (each.socket >= 0) close(each.socket);
        }
        close(epoll_);
    }

    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;

    LoadFigures run() {
        for (std::size_t i = 0; i < connections_.size(); ++i) open(i);
        const auto begun = Clock::now();
        counts_from_ = begun + plan_.warm_up;
        sends_until_ = counts_from_ + plan_.measured;
        for (std::size_t i = 0; i < connections_.size(); ++i) send_next(i);
        while (waiting_ > 0) turn();
        return figures();
    }

private:
    void open(std::size_t index) {
        const int socket = connect_to(plan_.port);
        fcntl(socket, F_SETFL, O_NONBLOCK);
        connections_[index].socket = socket;
        epoll_event event{};
        event.events = EPOLLIN;
        event.data.u64 = index;
        checked(epoll_ctl(epoll_, EPOLL_CTL_ADD, socket, &event), "epoll_ctl");
    }

    void turn() {
        std::array<epoll_event, events_at_once> events{};
        const int ready = epoll_wait(epoll_, events.data(), events_at_once, 100);
        if (ready < 0 && errno != EINTR) checked(-1, "epoll_wait");
        for (int i = 0; i < ready; ++i) read(events[static_cast<std::size_t>(i)].data.u64);
        if (ready == 0 && Clock::now() > sends_until_ + answer_limit)
            throw std::runtime_error("a request is not answered");
    }

    void send_next(std::size_t index) {
        Connection& connection = connections_[index];
        const std::string_view request = source_.next(static_cast<int>(index));
        if (request.empty()) return;
        connection.sent_at = Clock::now();
        const ssize_t sent =
            ::send(connection.socket, request.data(), request.size(), MSG_NOSIGNAL);
        connection.waits = true;
        ++waiting_;
        if (sent == static_cast<ssize_t>(request.size())) return;
        // In a closed loop the system's buffer is empty: only a server that is gone refuses.
        if (sent >= 0) throw std::runtime_error("a request does not fit into a socket's buffer");
        give_up(connection);
    }

    void read(std::size_t index) {
        Connection& connection = connections_[index];
        if (connection.socket < 0) return;
        const ssize_t length = recv(connection.socket, block_.data(), block_.size(), 0);
        if (length < 0 && errno == EAGAIN) return;
        if (length <= 0) return give_up(connection);
        std::string_view bytes(block_.data(), static_cast<std::size_t>(length));
        if (!connection.begun.empty()) bytes = connection.begun.append(bytes);
        const auto reply = parse_reply(bytes);
        if (!reply) {
            if (connection.begun.empty()) connection.begun = bytes;
            return;
        }
        take(index, *reply);
    }

    void take(std::size_t index, const Reply& reply) {
        Connection& connection = connections_[index];
        const auto now = Clock::now();
        if (!connection.waits) throw std::runtime_error("an answer that nobody asked for");
        connection.waits = false;
        --waiting_;
        if (now >= counts_from_) {
            latencies_ms_.push_back(milliseconds_between(connection.sent_at, now));
            if (now < sends_until_) ++answers_;
            ++statuses_[reply.status];
        }
        source_.answered(static_cast<int>(index), reply.status, reply.body);
        connection.begun.clear();
        if (now < sends_until_) send_next(index);
    }

    void give_up(Connection& connection) {
        if (connection.waits) --waiting_;
        connection.waits = false;
        close(connection.socket);
        connection.socket = -1;
        ++broken_;
    }

    LoadFigures figures() {
        LoadFigures figures;
        figures.answers = answers_;
        figures.per_second =
            static_cast<double>(answers_) / std::chrono::duration<double>(plan_.measured).count();
        figures.p50_ms = percentile(latencies_ms_, 0.50);
        figures.p99_ms = percentile(latencies_ms_, 0.99);
        figures.max_ms = percentile(latencies_ms_, 1);
        figures.statuses = statuses_;
        figures.broken_connections = broken_;
        return figures;
    }

    const LoadPlan plan_;
    RequestSource& source_;
    std::vector<Connection> connections_;
    const int epoll_;
    std::array<char, read_bytes> block_{};
    Clock::time_point counts_from_;
    Clock::time_point sends_until_;
    int waiting_ = 0;
    int broken_ = 0;
    std::size_t answers_ = 0;
    std::vector<float> latencies_ms_;
    std::map<int, std::size_t> statuses_;
};

} // namespace

void RequestSource::answered(int, int, std::string_view) {}

LoadFigures run_load(const LoadPlan& plan, RequestSource& source) {
    return Load(plan, source).run();
}

} // namespace bench
