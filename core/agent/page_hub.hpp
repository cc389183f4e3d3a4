#pragma once

#include "core/net/server/http_server.hpp"
#include "core/words/words.hpp"

#include <functional>
#include <memory>
#include <string>

namespace agent {

/// The WebSockets of the pages of this machine: each is told what happens here, in the language
/// that it asks for (`/local/events?language=en`: a page can give its socket no header). All
/// members on the server's thread (HttpServer::post brings others there).
class PageHub {
public:
    static constexpr std::size_t most_pages = 16;

    /// Makes the JSON text of a message in a language.
    using MakeMessage = std::function<std::string(words::Language)>;

    /// `greeting` makes the first message for a page: the state as it is. What it uses must outlive
    /// the server's run().
    explicit PageHub(MakeMessage greeting);

    /// For HttpHandler::upgrade.
    net::HttpHandler::Upgrade upgrade(const net::HttpRequest& request);

    /// Tells all pages.
    void tell(const MakeMessage& message);

    std::size_t pages() const;

private:
    struct State;
    class Page;
    std::shared_ptr<State> state_; // shared with the listeners
};

} // namespace agent
