#pragma once

#include "core/domain/instant.hpp"
#include "core/net/http_message.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <unordered_map>

namespace server {

/// Answers about dossiers as last given, each until its dossier changes or its time is over: who
/// calls a citizen, scans a paper or looks a code up asks for the same few again and again. Belongs
/// to the network thread, where a change is told before whoever made it is answered; so nobody sees
/// what he changed as it was before.
class ResponseCache {
public:
    /// Bytes of bodies kept, some 18,000 dossiers; what was not asked for longest goes first, by
    /// halves.
    static constexpr std::size_t bytes_limit = std::size_t{40} << 20;

    /// None when it is not known, or not true any more at `now`. The answer shares its body.
    const net::HttpResponse* find(const std::string& code, core::Instant now);

    /// Keeps an answer, whose body becomes a shared one; from `until` on it is not true any more.
    void
    keep(const std::string& code, net::HttpResponse& answer, std::optional<core::Instant> until);

    void forget(const std::string& code);
    void forget_all();

private:
    struct Kept {
        net::HttpResponse answer;
        std::optional<core::Instant> until;
    };

    using Answers = std::unordered_map<std::string, Kept>;

    static std::size_t size_of(const Kept& kept);
    void make_room(std::size_t bytes);

    Answers recent_;
    Answers older_; // those of the half before that were not asked for since
    std::size_t recent_bytes_ = 0;
};

} // namespace server
