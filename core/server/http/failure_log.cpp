#include "core/server/http/failure_log.hpp"

#include "core/server/http/route.hpp"
#include "db/error.hpp"

#include <spdlog/spdlog.h>

namespace server {

namespace {

net::HttpResponse response_for(const std::exception& failure, words::Language language) {
    if (dynamic_cast<const db::DiskFull*>(&failure)) {
        return problem_response({507, "disk-full", "server-disk-full"}, language);
    }
    if (dynamic_cast<const db::Busy*>(&failure)) return busy_response(language);
    return problem_response({500, "broken", "server-broken"}, language);
}

} // namespace

net::HttpResponse FailureLog::broken(const std::exception& failure,
                                     std::string_view where,
                                     words::Language language) {
    count_one();
    spdlog::error("{} broke: {}", where, failure.what());
    return response_for(failure, language);
}

net::HttpResponse FailureLog::broken(const std::exception_ptr& failure,
                                     std::string_view where,
                                     words::Language language) {
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& error) {
        return broken(error, where, language);
    }
}

} // namespace server
