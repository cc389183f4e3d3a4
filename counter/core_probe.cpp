#include "counter/core_probe.hpp"

namespace counter {

void CoreProbe::probe() {
    if (is_under_way_) return;
    is_under_way_ = core_.submit({"GET", "/healthz", {}, ""}, [this](net::HttpReply* reply) {
        server_.post([this, online = reply != nullptr] {
            is_under_way_ = false;
            answered_(online);
        });
    });
}

} // namespace counter
