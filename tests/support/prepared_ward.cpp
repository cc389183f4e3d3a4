#include "tests/support/prepared_ward.hpp"

#include "core/files/file_descriptor.hpp"
#include "tests/support/running_server.hpp"
#include "tests/system/ward.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <chrono>
#include <stdexcept>
#include <system_error>

namespace fs = std::filesystem;

namespace {

/// A log-in holds for twelve hours, a test for five minutes at most.
constexpr auto kept_for = std::chrono::hours{1};

/// Nobody else makes the office or looks whether it is there, until this is gone.
files::FileDescriptor lock(const fs::path& file) {
    files::FileDescriptor held(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (!held.is_open() || ::flock(held.get(), LOCK_EX) != 0)
        throw std::system_error(errno, std::generic_category(), file);
    return held;
}

/// Newer than the program and what the office is made of, and not of long ago.
bool is_of_now(const fs::path& made) {
    if (!fs::exists(made)) return false;
    const auto time = fs::last_write_time(made);
    if (fs::file_time_type::clock::now() - time > kept_for) return false;
    if (fs::last_write_time(MOTCUA_CORE) > time) return false;
    for (const auto& file : fs::directory_iterator(DEMO_DIR))
        if (file.last_write_time() > time) return false;
    return true;
}

void make(const fs::path& folder) {
    const ward::Ward office;
    fs::create_directories(folder / "tokens");
    const auto keep = [&](const std::string& user, const Api& logged_in) {
        ward::write_file(folder / "tokens" / user, logged_in.token());
    };
    RunningServer server(office.db());
    Api admin = server.log_in("admin", server.admin_password());
    keep("admin", admin);
    for (const std::string user : {"officer", "specialist", "chairman"}) {
        const auto made = admin.post(
            "/api/v1/users", {{"login", user}, {"role", user}, {"password", usual_password}});
        if (made.status != 201) throw std::runtime_error("no user made: " + made.http.body);
        keep(user, server.log_in(user, usual_password));
    }
    if (server.stop().status != 0) throw std::runtime_error("the server did not end well");
    fs::copy(office.db().parent_path(), folder / "office", fs::copy_options::recursive);
}

} // namespace

PreparedWard::PreparedWard() : folder_(PREPARED_WARD) {
    fs::create_directories(folder_.parent_path());
    const auto held = lock(folder_.string() + ".lock");
    if (is_of_now(folder_)) return;
    // Made beside it and moved there: what stands there is whole, whenever a test is killed.
    const fs::path making = folder_.string() + ".making";
    fs::remove_all(making);
    make(making);
    fs::remove_all(folder_);
    fs::rename(making, folder_);
}

std::string PreparedWard::token_of(const std::string& user) const {
    return ward::read_file(folder_ / "tokens" / user);
}
