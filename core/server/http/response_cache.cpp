#include "core/server/http/response_cache.hpp"

#include <memory>
#include <utility>

namespace server {

namespace {

/// What an answer takes besides its body, about.
constexpr std::size_t entry_bytes = 512;

} // namespace

std::size_t ResponseCache::size_of(const Kept& kept) {
    return kept.answer.shared_body->size() + entry_bytes;
}

const net::HttpResponse* ResponseCache::find(const std::string& code, core::Instant now) {
    auto found = recent_.find(code);
    if (found == recent_.end()) {
        const auto older = older_.find(code);
        if (older == older_.end()) return nullptr;
        auto node = older_.extract(older);
        make_room(size_of(node.mapped()));
        found = recent_.insert(std::move(node)).position;
    }
    if (!found->second.until || now < *found->second.until) return &found->second.answer;
    forget(code);
    return nullptr;
}

void ResponseCache::keep(const std::string& code,
                         net::HttpResponse& answer,
                         std::optional<core::Instant> until) {
    answer.shared_body = std::make_shared<const std::string>(std::move(answer.body));
    answer.body.clear();
    forget(code);
    Kept kept{answer, until};
    make_room(size_of(kept));
    recent_.emplace(code, std::move(kept));
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
