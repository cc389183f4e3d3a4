#pragma once

#include "core/net/http_message.hpp"
#include "core/words/words.hpp"

#include <atomic>
#include <cstdint>
#include <exception>
#include <string_view>

namespace server {

/// What broke while serving: one line in the log each, counted for the operator. Any thread.
class FailureLog {
public:
    /// Notes it, and gives the answer for whoever asked: a full disk is 507, too much work 503, all
    /// else 500. `where` is told to the operator only.
    /// The language is that of whoever is answered; any where nobody is.
    net::HttpResponse
    broken(const std::exception& failure, std::string_view where, words::Language language = {});

    /// The same of an exception that was carried from another thread; not null.
    net::HttpResponse broken(const std::exception_ptr& failure,
                             std::string_view where,
                             words::Language language = {});

    /// A failure that was logged elsewhere.
    void count_one() { ++count_; }

    std::uint64_t count() const { return count_; }

private:
    std::atomic<std::uint64_t> count_{0};
};

} // namespace server
