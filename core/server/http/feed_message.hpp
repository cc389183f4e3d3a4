#pragma once

#include "core/engine/journal/journal.hpp"
#include "core/net/web_socket.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server {

/// What clients may ask to hear of; a set of these is put together with `|`.
using Topics = unsigned;

namespace topic {
inline constexpr Topics queue = 1U << 0U;    ///< tickets; nothing of a person
inline constexpr Topics dossiers = 1U << 1U; ///< acts on dossiers, by code
inline constexpr Topics office = 1U << 2U;   ///< calendar, catalogue, users, devices changed
} // namespace topic

/// The names of all topics that may be asked for: `queue, dossiers, office`.
std::string known_topics();

/// `queue,dossiers`; none for an unknown one. An empty text is `queue`.
std::optional<Topics> parse_topics(std::string_view text);

/// The topic of an event; 0 when nobody is told of it.
Topics topic_of(const core::Event& event);

/// The types of all events of a topic.
std::vector<std::string_view> events_of(Topics topic);

/// `{seq, topic, type, at, data}`: what clients are sent, the same whether it is live or replayed
/// from the journal. Made from the event alone.
std::string message_of(const core::Event& event);

/// `{seq, topic: "system", type: "reload", …}`: what was missed is too long ago; load everything
/// anew, messages after `seq` follow.
std::string reload_message(std::int64_t seq, core::Instant now);

} // namespace server
