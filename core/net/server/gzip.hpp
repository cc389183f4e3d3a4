#pragma once

#include "core/net/http_message.hpp"

#include <string>
#include <string_view>

namespace net {

enum class Packing {
    smallest, ///< slow: for what is packed once
    quick     ///< for what is packed each time
};

std::string gzip(std::string_view text, Packing packing = Packing::smallest);

/// Whether gzip is among the encodings that the client takes.
bool takes_gzip(const HttpRequest& request);

/// A shorter answer is not worth packing.
inline constexpr std::size_t shortest_packed_answer = 4 * 1024;

/// Packs a long answer of JSON or text for a client that takes gzip: some milliseconds for each
/// megabyte, so not on the network thread.
void pack_answer(const HttpRequest& request, HttpResponse& response);

} // namespace net
