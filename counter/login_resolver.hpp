#pragma once

#include "core/agent/core_calls.hpp"
#include "core/agent/wall_clock.hpp"
#include "core/net/server/http_server.hpp"
#include "core/words/words.hpp"
#include "counter/known_logins.hpp"
#include "counter/work_thread.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace counter {

/// Whose log-in a page's request carries: asks the core, and remembers what it said for when it
/// is away. All members on the server's thread.
class LoginResolver {
public:
    /// The core is not asked again about the same log-in within this time.
    static constexpr std::chrono::seconds fresh{20};

    /// `file` keeps what is remembered; `disk` writes it. All must outlive this.
    LoginResolver(std::filesystem::path file,
                  agent::CoreCalls& core,
                  net::HttpServer& server,
                  WorkThread& disk,
                  agent::WallClock now);

    /// Calls `go` with the login, at once or when the core has said it; else answers why not.
    void resolve(const net::HttpRequest& request,
                 const net::Responder& respond,
                 std::function<void(const std::string& login)> go);

    /// The page logs out: hands the answer on, and when the core has agreed what the page carried
    /// is known no more. What is returned may be called on any thread.
    net::Responder forget_when_done(const net::HttpRequest& request, const net::Responder& respond);

    /// Whether the core is known to be away: then nobody waits for it.
    void set_core_away(bool away) { core_away_ = away; }

private:
    /// Whose log-in it is, asked for one request of a page.
    struct Question {
        std::string token_hash;
        words::Language language;
        net::Responder respond;
        std::function<void(const std::string& login)> go;
    };

    void answered(const Question& question, bool reached, const net::HttpReply& reply);
    void keep();

    std::filesystem::path file_;
    agent::CoreCalls& core_;
    net::HttpServer& server_;
    WorkThread& disk_;
    agent::WallClock now_;
    KnownLogins known_;
    bool core_away_ = false;
};

} // namespace counter
