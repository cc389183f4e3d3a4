#include "core/server/http/failure_log.hpp"

#include "core/server/http/route.hpp"
#include "db/error.hpp"

#include <spdlog/spdlog.h>

namespace server {

namespace {

net::HttpResponse response_for(const std::exception& failure) {
    if (dynamic_cast<const db::DiskFull*>(&failure)) {
        return problem_response({507, "disk-full", "The disk is full",
                                 "Đĩa đã đầy, chưa lưu được gì: hãy báo quản trị giải phóng đĩa "
                                 "rồi gửi lại"});
    }
    if (dynamic_cast<const db::Busy*>(&failure)) return busy_response();
    return problem_response({500, "broken", "Something broke here",
                             "Hệ thống gặp lỗi, chưa lưu được gì: hãy thử lại hoặc báo quản trị"});
}

} // namespace

net::HttpResponse FailureLog::broken(const std::exception& failure, std::string_view where) {
    count_one();
    spdlog::error("{} broke: {}", where, failure.what());
    return response_for(failure);
}

net::HttpResponse FailureLog::broken(const std::exception_ptr& failure, std::string_view where) {
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& error) {
        return broken(error, where);
    }
}

} // namespace server
