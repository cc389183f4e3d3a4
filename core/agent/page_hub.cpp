#include "core/agent/page_hub.hpp"

#include "core/agent/problem.hpp"

#include <map>
#include <utility>

namespace agent {

struct PageHub::State {
    MakeMessage greeting;
    std::map<std::shared_ptr<net::WebSocket>, words::Language> sockets{};
};

namespace {

net::SharedText shared(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
}

words::Language language_of_socket(const net::HttpRequest& request) {
    const auto tag = net::query_value(request.query, "language").value_or("");
    return words::Language::find(tag).value_or(words::Language());
}

} // namespace

/// One page. The hub may be gone before it, at the program's end.
class PageHub::Page : public net::WebSocketListener {
public:
    Page(std::shared_ptr<State> hub, words::Language language)
        : hub_(std::move(hub)), language_(language) {}

    void on_open(std::shared_ptr<net::WebSocket> socket) override {
        socket_ = std::move(socket);
        socket_->send(shared(hub_->greeting(language_)));
        hub_->sockets.emplace(socket_, language_);
    }

    void on_text(std::string) override {} // pages ask by HTTP

    void on_close() override { hub_->sockets.erase(std::exchange(socket_, nullptr)); }

private:
    std::shared_ptr<State> hub_;
    words::Language language_;
    std::shared_ptr<net::WebSocket> socket_; // none before and after
};

PageHub::PageHub(MakeMessage greeting)
    : state_(std::make_shared<State>(State{std::move(greeting)})) {}

net::HttpHandler::Upgrade PageHub::upgrade(const net::HttpRequest& request) {
    if (pages() >= most_pages) return problem(language_of(request), 503, "busy", "too-many-pages");
    return std::make_shared<Page>(state_, language_of_socket(request));
}

void PageHub::tell(const MakeMessage& message) {
    std::map<std::string_view, net::SharedText> texts; // by language, each made once
    const auto sockets = state_->sockets; // one that is dropped for being slow takes itself out
    for (const auto& [socket, language] : sockets) {
        net::SharedText& text = texts[language.tag()];
        if (!text) text = shared(message(language));
        socket->send(text);
    }
}

std::size_t PageHub::pages() const { return state_->sockets.size(); }

} // namespace agent
