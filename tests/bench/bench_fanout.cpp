// One call to many boards, against a bare process that writes the same bytes to as many sockets.

#include "tests/bench/boards.hpp"
#include "tests/bench/commands.hpp"
#include "tests/bench/figures.hpp"
#include "tests/bench/http_text.hpp"

#include <CLI/CLI.hpp>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <memory>
#include <stdexcept>

namespace bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double target_times_kernel = 1.5;
constexpr int warm_up_calls = 10;

struct Options {
    int boards = 200;
    int calls = 300;
};

/// A listening socket on a free port.
struct Listening {
    int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    std::uint16_t port = 0;

    Listening() {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* any = reinterpret_cast<sockaddr*>(&address);
        if (bind(socket, any, size) != 0 || listen(socket, SOMAXCONN) != 0 ||
            getsockname(socket, any, &size) != 0)
            throw std::runtime_error("no port to listen on");
        port = ntohs(address.sin_port);
    }

    ~Listening() { close(socket); }

    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;
};

/// All that the bare process does: for each byte of the first connection, `message` to the others.
void tell_all(int listening, int receivers, const std::string& message) {
    const auto accept_one = [&] {
        const int socket = accept(listening, nullptr, nullptr);
        const int on = 1;
        setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        return socket;
    };
    const int trigger = accept_one();
    std::vector<int> sockets;
    for (int i = 0; i < receivers; ++i) sockets.push_back(accept_one());
    for (char byte = 0; recv(trigger, &byte, 1, 0) == 1;) {
        for (const int socket : sockets) send(socket, message.data(), message.size(), MSG_NOSIGNAL);
    }
}

/// What is measured: how long from the click and from the first board to the last.
struct Spread {
    std::vector<float> from_click_ms;
    std::vector<float> from_first_ms;

    void add(Clock::time_point click, const Boards::Arrival& arrival) {
        from_click_ms.push_back(milliseconds_between(click, arrival.last));
        from_first_ms.push_back(milliseconds_between(arrival.first, arrival.last));
    }
};

/// The server, its boards, and the officer at counter 1.
class Room {
public:
    Room(const CoreServer& server, int boards) : server_(server), token_(server.log_in()) {
        for (int i = 0; i < boards; ++i) boards_.add(open_board(server.port(), token_));
    }

    /// A whole visit; the spread of its call.
    void visit(Spread& spread) {
        act("/api/v1/tickets", R"({"service":"A"})", 201);
        const auto clicked = Clock::now();
        spread.add(clicked, act("/api/v1/counters/1/call", "{}", 200));
        call_frame_ = boards_.last_frame();
        act("/api/v1/counters/1/start", "{}", 200);
        act("/api/v1/counters/1/finish", "{}", 200);
    }

    const std::string& call_frame() const { return call_frame_; }

private:
    Boards::Arrival act(const std::string& path, const std::string& body, int status) {
        const std::string request = make_request("POST", path, bearer(token_), body);
        const int socket = connection_.to(server_.port());
        send(socket, request.data(), request.size(), MSG_NOSIGNAL);
        const auto arrival = boards_.wait_for_next();
        connection_.expect(status);
        return arrival;
    }

    /// One connection for all clicks, as a browser's.
    class Connection {
    public:
        Connection() = default;

        ~Connection() {
            if (socket_ >= 0) close(socket_);
        }

        Connection(const Connection&) = delete;
        Connection& operator=(const Connection&) = delete;

        int to(std::uint16_t port) {
            if (socket_ < 0) socket_ = connect_to(port);
            return socket_;
        }

        void expect(int status) {
            std::string bytes;
            char block[4'096];
            for (;;) {
                if (const auto reply = parse_reply(bytes)) {
                    if (reply->status != status) throw std::runtime_error(bytes);
                    return;
                }
                const ssize_t length = recv(socket_, block, sizeof block, 0);
                if (length <= 0) throw std::runtime_error("no answer to a click");
                bytes.append(block, static_cast<std::size_t>(length));
            }
        }

    private:
        int socket_ = -1;
    };

    const CoreServer& server_;
    const std::string token_;
    Boards boards_;
    Connection connection_;
    std::string call_frame_;
};

/// The same boards at the bare process.
class BareRoom {
public:
    BareRoom(const std::string& message, int boards)
        : process_([&] { tell_all(listening_.socket, boards, message); }),
          trigger_(connect_to(listening_.port)) {
        for (int i = 0; i < boards; ++i) boards_.add(connect_to(listening_.port));
    }

    ~BareRoom() { close(trigger_); }

    BareRoom(const BareRoom&) = delete;
    BareRoom& operator=(const BareRoom&) = delete;

    void tell(Spread& spread) {
        const auto clicked = Clock::now();
        send(trigger_, "!", 1, MSG_NOSIGNAL);
        spread.add(clicked, boards_.wait_for_next());
    }

private:
    Listening listening_;
    Child process_;
    int trigger_;
    Boards boards_;
};

void print_spread(const char* what, std::vector<float> core, std::vector<float> bare) {
    const double times_median = percentile(core, 0.5) / percentile(bare, 0.5);
    const double times_p99 = percentile(core, 0.99) / percentile(bare, 0.99);
    std::printf("  %-22s core %6.2f ms, p99 %6.2f | bare %6.2f ms, p99 %6.2f | %.2f times, p99 "
                "%.2f\n",
                what, percentile(core, 0.5), percentile(core, 0.99), percentile(bare, 0.5),
                percentile(bare, 0.99), times_median, times_p99);
}

void run_fanout(const Setting& setting, const Options& options) {
    const auto db = make_office(setting, "fanout.db");
    add_officer(setting, db);
    CoreServer server(setting, db);
    Room room(server, options.boards);
    Spread core;
    for (int i = 0; i < warm_up_calls; ++i) room.visit(core);
    BareRoom bare_room(room.call_frame(), options.boards);
    Spread bare;
    for (int i = 0; i < warm_up_calls; ++i) bare_room.tell(bare);
    core = {};
    bare = {};
    const auto cpu_before = server.process().cpu_time();
    for (int i = 0; i < options.calls; ++i) {
        room.visit(core);
        bare_room.tell(bare);
    }
    const std::chrono::duration<double, std::milli> cpu = server.process().cpu_time() - cpu_before;
    std::printf(
        "a message of %zu bytes to %d boards, %d calls; CPU of the server %.2f ms a message\n",
        room.call_frame().size(), options.boards, options.calls,
        cpu.count() / (4.0 * options.calls));
    print_spread("from click to last:", core.from_click_ms, bare.from_click_ms);
    print_spread("from first to last:", core.from_first_ms, bare.from_first_ms);
    const double times = percentile(core.from_first_ms, 0.5) / percentile(bare.from_first_ms, 0.5);
    std::printf("from first to last %.2f times the bare process, target <= %.1f: %s\n", times,
                target_times_kernel, verdict(times <= target_times_kernel));
}

} // namespace

void add_fanout(CLI::App& app, const Setting& setting) {
    auto* command = app.add_subcommand("fanout", "One call to 200 WebSocket boards");
    auto options = std::make_shared<Options>();
    command->add_option("--boards", options->boards, "How many boards");
    command->add_option("--calls", options->calls, "How many calls");
    command->callback([options, &setting] { run_fanout(setting, *options); });
}

} // namespace bench
