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

namespace db {

namespace {

constexpr mode_t lock_file_mode = 0644;

/// "process 1234 (motcua-core)", as far as the holder has left word.
std::string holder(int descriptor) {
    std::array<char, 32> text{};
    const ssize_t length = pread(descriptor, text.data(), text.size(), 0);
    int pid = 0;
    if (length > 0) std::from_chars(text.data(), text.data() + length, pid);
    // The pid of a process that is gone was left by an earlier holder.
    if (pid <= 0 || (kill(pid, 0) != 0 && errno == ESRCH)) return "another process";

    std::string program;
    std::getline(std::ifstream("/proc/" + std::to_string(pid) + "/comm"), program);
    const std::string process = "process " + std::to_string(pid);
    return program.empty() ? process : process + " (" + program + ")";
}

int open_lock_file(const std::filesystem::path& database) {
    const std::filesystem::path lock = database.string() + "-lock";
    const int descriptor = open(lock.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, lock_file_mode);
    if (descriptor >= 0) return descriptor;
    const int reason = errno;
    if (reason == EACCES || reason == EPERM) {
        throw ReadOnly(lock.string() + " may not be written by this user: give write permission "
                                       "for it and its folder");
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
        throw ReadOnly(database.string() + " is marked read-only: run chmod u+w on it to change "
                                           "it; reports may still read it");
    }
    if (faccessat(AT_FDCWD, database.c_str(), W_OK, AT_EACCESS) != 0) {
        if (errno == EROFS) throw_system_error(EROFS, database);
        throw ReadOnly(database.string() + " may not be written by this user: run it as the "
                                           "file's owner, or give write permission");
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
        const std::string who = holder(descriptor_);
        close(descriptor_);
        if (reason != EWOULDBLOCK) throw_system_error(reason, file);
        throw Busy(file.string() + " is open for writing in " + who +
                   ": stop that one first; reports may run beside it");
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
