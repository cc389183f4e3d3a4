// A lock is a file beside the database that one process holds with flock(): it is gone with the
// process, however that ends. In it stands the holder's number, so that whoever is refused is told
// which program to stop. Before it is taken, the permissions are looked at: root may write what is
// marked read-only, and would.

#include "db/write_lock.hpp"

#include "db/error.hpp"
#include "db/system_error.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace db {

namespace {

constexpr mode_t lock_file_mode = 0644;

/// Whom to name, as far as the holder has left word.
core::Message holder(int descriptor) {
    std::array<char, 32> text{};
    const ssize_t length = pread(descriptor, text.data(), text.size(), 0);
    int pid = 0;
    if (length > 0) std::from_chars(text.data(), text.data() + length, pid);
    // The pid of a process that is gone was left by an earlier holder.
    if (pid <= 0 || (kill(pid, 0) != 0 && errno == ESRCH)) return "db-other-process";

    std::string program;
    std::getline(std::ifstream("/proc/" + std::to_string(pid) + "/comm"), program);
    const std::string number = std::to_string(pid);
    if (program.empty()) return {"db-process", {{"number", number}}};
    return {"db-process-of", {{"number", number}, {"program", program}}};
}

int open_lock_file(const std::filesystem::path& database) {
    const std::filesystem::path lock = database.string() + "-lock";
    const int descriptor = open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, lock_file_mode);
    if (descriptor >= 0) return descriptor;
    const int reason = errno;
    if (reason == EACCES || reason == EPERM) {
        throw ReadOnly({"db-lock-may-not-be-written", {{"file", lock.string()}}});
    }
    throw_system_error(reason, lock);
}

} // namespace

/// Root could write it all the same, so SQLite would not refuse.
void refuse_read_only(const std::filesystem::path& database) {
    struct stat status {};

    if (stat(database.c_str(), &status) != 0) {
        if (errno == ENOENT) return; // about to be created
        throw_system_error(errno, database);
    }
    if ((status.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH)) == 0) {
        throw ReadOnly({"db-marked-read-only", {{"file", database.string()}}});
    }
    if (faccessat(AT_FDCWD, database.c_str(), W_OK, AT_EACCESS) != 0) {
        if (errno == EROFS) throw_system_error(EROFS, database);
        throw ReadOnly({"db-may-not-be-written", {{"file", database.string()}}});
    }
}

WriteLock::WriteLock(const std::filesystem::path& database) {
    const auto file = absolute_file(database);
    require_plain_file(file);
    refuse_read_only(file);
    descriptor_ = open_lock_file(file);
    // flock, not fcntl: it is not lost when another descriptor is closed.
    if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        const int reason = errno;
        core::Message who = holder(descriptor_);
        close(descriptor_);
        if (reason != EWOULDBLOCK) throw_system_error(reason, file);
        throw Busy(
            {"db-open-for-writing",
             {{"file", file.string()}, {"who", std::vector<core::Message>{std::move(who)}}}});
    }
    // The lock holds without the pid, which only makes a refusal clearer: a disk
    // too full for it is for the first real write to report.
    const std::string pid = std::to_string(getpid()) + "\n";
    if (ftruncate(descriptor_, 0) == 0) {
        [[maybe_unused]] const ssize_t written = pwrite(descriptor_, pid.data(), pid.size(), 0);
    }
}

WriteLock::~WriteLock() {
    // The file stays: removing it would let two processes lock two files of one name.
    [[maybe_unused]] const int truncated = ftruncate(descriptor_, 0);
    close(descriptor_);
}

} // namespace db
