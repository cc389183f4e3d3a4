#pragma once

#include "core/engine/ports/store.hpp"
#include "core/net/server/http_server.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace server {

/// Counts requests for `GET /metrics` (Prometheus text, version 0.0.4). Labels are routes, never
/// paths: nothing of a dossier or a person. Belongs to the network thread.
class Metrics {
public:
    /// Upper bounds of the latency buckets in seconds.
    static constexpr std::array bounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                          0.1,   0.25,   0.5,   1.0,  2.5,   10.0};

    void note(std::string_view method,
              std::string_view route,
              int status,
              std::chrono::nanoseconds took);

    /// What others count, at the moment of the text.
    struct Gauges {
        net::ServerCounts net;
        core::WriterFigures writer;
        std::size_t reads_waiting = 0;
        std::size_t tickets_waiting = 0;
        std::size_t feed_clients = 0;
        std::uint64_t feed_messages = 0;
        std::uint64_t feed_reloads = 0;
        std::uint64_t errors = 0;
        std::int64_t journal_seq = 0;
        std::optional<core::Instant> last_backup;    ///< none: no sound one is known
        std::size_t years_not_loaded = 0;            ///< that the administrator is asked for
        std::optional<std::int64_t> unsure_dossiers; ///< open; none: not counted this time
    };

    std::string text(const Gauges& gauges) const;

private:
    struct Key {
        std::string method;
        std::string route;
    };

    using KeyView = std::pair<std::string_view, std::string_view>;

    /// Looks a route up without making strings.
    struct Less {
        using is_transparent = void;

        static KeyView view(const Key& key) { return {key.route, key.method}; }

        static KeyView view(const KeyView& key) { return key; }

        bool operator()(const auto& a, const auto& b) const { return view(a) < view(b); }
    };

    struct Figures {
        std::map<int, std::uint64_t> by_status;
        std::array<std::uint64_t, bounds.size()> up_to{};
        std::uint64_t count = 0;
        double seconds = 0;
    };

    std::map<Key, Figures, Less> routes_;
};

} // namespace server
