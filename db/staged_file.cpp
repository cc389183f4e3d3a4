#include "db/staged_file.hpp"

#include "db/error.hpp"
#include "db/system_error.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>
#include <utility>

namespace db {

StagedFile::StagedFile(std::filesystem::path target, mode_t mode)
    : target_(std::move(target)), file_(target_.string() + ".part") {
    // Nobody but the owner reads it before it has the permissions asked for.
    descriptor_ = open(file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
    if (descriptor_ < 0) throw_system_error(errno, file_);
    if (flock(descriptor_, LOCK_EX | LOCK_NB) != 0 || !is_still_there()) {
        close(descriptor_);
        throw Busy({"db-being-written", {{"file", file_.string()}}});
    }
    // It may hold what was left behind when an earlier process was killed.
    remove_side_files();
    if (ftruncate(descriptor_, 0) != 0 || fchmod(descriptor_, mode) != 0) {
        const int reason = errno;
        remove();
        throw_system_error(reason, file_);
    }
}

StagedFile::~StagedFile() {
    if (descriptor_ >= 0) remove();
}

void StagedFile::keep() {
    if (fsync(descriptor_) != 0) throw_system_error(errno, file_);
    if (std::rename(file_.c_str(), target_.c_str()) != 0) throw_system_error(errno, target_);
    close(descriptor_);
    descriptor_ = -1;

    const int folder = open(target_.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    // Some file systems cannot sync a folder; the file has its name all the same.
    if (folder < 0) return;
    fsync(folder);
    close(folder);
}

/// False when the other process finished between our open() and flock(): the
/// file we hold has its final name by now, and is not ours to truncate.
bool StagedFile::is_still_there() const {
    struct stat held {};

    struct stat named {};

    return fstat(descriptor_, &held) == 0 && stat(file_.c_str(), &named) == 0 &&
           held.st_ino == named.st_ino && held.st_dev == named.st_dev;
}

void StagedFile::remove_side_files() const noexcept {
    std::error_code missing;
    for (const char* suffix : {"-wal", "-shm", "-journal"}) {
        std::filesystem::path side = file_;
        std::filesystem::remove(side += suffix, missing);
    }
}

void StagedFile::remove() noexcept {
    unlink(file_.c_str()); // before the lock is given up
    remove_side_files();
    close(descriptor_);
}

} // namespace db
