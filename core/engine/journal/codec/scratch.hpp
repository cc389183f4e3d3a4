#pragma once

#include <boost/json/monotonic_resource.hpp>

#include <cstddef>

namespace core::payload {

/// Memory for one payload's JSON tree on the stack: an import makes ten million of them, and
/// nothing of a tree outlives its text. What does not fit comes from the heap.
// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): of `bytes` only what is used is written
struct Scratch {
    static constexpr std::size_t size = 4096;

    unsigned char bytes[size];
    boost::json::monotonic_resource memory{bytes, size};
};

} // namespace core::payload
