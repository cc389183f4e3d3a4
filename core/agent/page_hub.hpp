#pragma once

#include "core/net/server/http_server.hpp"

#include <functional>
#include <memory>
#include <string>

namespace agent {

/// The WebSockets of the pages of this machine: each is told what happens here. All members on the
/// server's thread (HttpServer::post brings others there).
class PageHub {
public:
    static constexpr std::size_t most_pages = 16;

    /// `greeting` makes the first message for a page: the state as it is. What it uses must outlive
    /// the server's run().
    explicit PageHub(std::function<std::string()> greeting);

    /// For HttpHandler::upgrade.
    net::HttpHandler::Upgrade upgrade();

    /// A JSON text for all pages.
    void tell(const std::string& message);

    std::size_t pages() const;

private:
    struct State;
    class Page;
    std::shared_ptr<State> state_; // shared with the listeners
};

} // namespace agent
