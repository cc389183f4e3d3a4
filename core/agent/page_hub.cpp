#include "core/agent/page_hub.hpp"

#include "core/agent/forwarder.hpp"

#include <set>

namespace agent {

struct PageHub::State {
    std::function<std::string()> greeting;
    std::set<std::shared_ptr<net::WebSocket>> sockets{};
};

namespace {

net::SharedText shared(std::string text) {
    return std::make_shared<const std::string>(std::move(text));
}

} // namespace

/// One page. The hub may be gone before it, at the program's end.
class PageHub::Page : public net::WebSocketListener {
public:
    explicit Page(std::shared_ptr<State> hub) : hub_(std::move(hub)) {}

    void on_open(std::shared_ptr<net::WebSocket> socket) override {
        socket_ = std::move(socket);
        socket_->send(shared(hub_->greeting()));
        hub_->sockets.insert(socket_);
    }

    void on_text(std::string) override {} // pages ask by HTTP

    void on_close() override { hub_->sockets.erase(std::exchange(socket_, nullptr)); }

private:
    std::shared_ptr<State> hub_;
    std::shared_ptr<net::WebSocket> socket_; // none before and after
};

PageHub::PageHub(std::function<std::string()> greeting)
    : state_(std::make_shared<State>(State{std::move(greeting)})) {}

net::HttpHandler::Upgrade PageHub::upgrade() {
    if (pages() >= most_pages)
        return problem(503, "busy", "Too many pages", "Máy đang mở quá nhiều trang: hãy đóng bớt");
    return std::make_shared<Page>(state_);
}

void PageHub::tell(const std::string& message) {
    const net::SharedText text = shared(message);
    const auto sockets = state_->sockets; // one that is dropped for being slow takes itself out
    for (const auto& socket : sockets) socket->send(text);
}

std::size_t PageHub::pages() const { return state_->sockets.size(); }

} // namespace agent
