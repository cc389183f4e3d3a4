#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>

namespace bench {

/// Where the requests of a load come from, and where the answers go. All calls come from the
/// thread of run_load(), and cost the server's core: little may be done here.
class RequestSource {
public:
    virtual ~RequestSource() = default;

    /// The whole request that a connection sends next, valid until the next call; empty ends the
    /// connection's part.
    virtual std::string_view next(int connection) = 0;

    /// `body` is valid during the call.
    virtual void answered(int connection, int status, std::string_view body);
};

struct LoadPlan {
    std::uint16_t port = 0;
    int connections = 1;
    std::chrono::milliseconds warm_up{300}; ///< runs before anything is counted
    std::chrono::milliseconds measured{2'000};
};

/// What a load found. Latencies run from just before a request is sent until its answer is read.
struct LoadFigures {
    std::size_t answers = 0;
    double per_second = 0;
    double p50_ms = 0;
    double p99_ms = 0;
    double max_ms = 0;
    std::map<int, std::size_t> statuses;
    int broken_connections = 0; ///< closed by the server
};

/// A closed loop over keep-alive connections: each sends its next request when it has its answer.
/// At the end what is under way is waited for, for `answer_limit` at most: its latency counts, the
/// answer itself does not. One thread, epoll, no copies: it shares the machine with the server.
LoadFigures run_load(const LoadPlan& plan, RequestSource& source);

inline constexpr std::chrono::seconds answer_limit{30};

} // namespace bench
