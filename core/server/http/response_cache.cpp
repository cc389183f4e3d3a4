#include "core/server/http/response_cache.hpp"

#include <memory>
#include <utility>

namespace server {

namespace {

/// What an answer takes besides its body, about.
constexpr std::size_t entry_bytes = 512;

std::size_t size_of(const net::HttpResponse& answer) {
    return answer.shared_body->size() + entry_bytes;
}

} // namespace

const net::HttpResponse* ResponseCache::find(const std::string& code) {
    if (const auto recent = recent_.find(code); recent != recent_.end()) return &recent->second;
    const auto older = older_.find(code);
    if (older == older_.end()) return nullptr;
    auto node = older_.extract(older);
    make_room(size_of(node.mapped()));
    return &recent_.insert(std::move(node)).position->second;
}

void ResponseCache::keep(const std::string& code, net::HttpResponse& answer) {
    answer.shared_body = std::make_shared<const std::string>(std::move(answer.body));
    answer.body.clear();
    forget(code);
    make_room(size_of(answer));
    recent_.emplace(code, answer);
}

void ResponseCache::make_room(std::size_t bytes) {
    if (recent_bytes_ + bytes > bytes_limit / 2) {
        older_ = std::exchange(recent_, {});
        recent_bytes_ = 0;
    }
    recent_bytes_ += bytes;
}

void ResponseCache::forget(const std::string& code) {
    if (const auto recent = recent_.find(code); recent != recent_.end()) {
        recent_bytes_ -= size_of(recent->second);
        recent_.erase(recent);
    }
    older_.erase(code);
}

void ResponseCache::forget_all() {
    recent_.clear();
    older_.clear();
    recent_bytes_ = 0;
}

} // namespace server
