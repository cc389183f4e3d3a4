// errno as errors with a sentence that says what to do, for all that works on the database's files
// beside SQLite.

#include "db/system_error.hpp"

#include "db/error.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace db {

namespace {

[[noreturn]] void throw_disk_full(const char* cause, const std::string& name, int code) {
    throw DiskFull(std::string{cause} + " while writing " + name +
                       " or its temporary files: free some space and run it again; "
                       "nothing was stored",
                   code);
}

[[noreturn]] void throw_missing(const std::filesystem::path& file, int code) {
    std::error_code ignored;
    const auto folder = file.parent_path();
    if (!std::filesystem::is_directory(folder, ignored)) {
        throw Error("there is no folder " + folder.string() + " for " + file.filename().string() +
                        ": create it or correct the name",
                    code);
    }
    // Opening for writing falls back to reading, so that creating the file was
    // not allowed also ends up as "no such file".
    if (faccessat(AT_FDCWD, folder.c_str(), W_OK, AT_EACCESS) != 0) {
        throw Error("there is no file " + file.string() +
                        ", and this user may not create it: "
                        "check the name and the permissions of "
                        "the folder",
                    code);
    }
    throw Error("there is no file " + file.string() + ": check the name", code);
}

} // namespace

void throw_system_error(int error_number, const std::filesystem::path& file, int code) {
    const std::string name = file.string();
    switch (error_number) {
    case ENOSPC:
        throw_disk_full("the disk is full", name, code);
    case EDQUOT:
        throw_disk_full("the disk is full for this user (quota)", name, code);
    case EFBIG:
        // There may be room on the disk: naming the limit saves a search with df.
        throw_disk_full("the disk is full, or the limit on file sizes (ulimit -f) is reached,",
                        name, code);
    case EIO:
        throw Error("the disk failed while " + name +
                        " was in use: check the disk and its file system, then run it again",
                    code);
    case EROFS:
        throw ReadOnly(name + " is on a read-only file system: remount it for writing, or use a "
                              "copy elsewhere",
                       code);
    case ENOENT:
    case ENOTDIR:
        throw_missing(file, code);
    case EISDIR:
        throw Error(name + " is a folder, not a file: check the name", code);
    case EACCES:
    case EPERM:
        throw Error("this user may not open " + name +
                        ": run it as the owner, or give permission for the file and its folder",
                    code);
    case EMFILE:
    case ENFILE:
        throw Error("too many files are open to open " + name + ": raise the limit (ulimit -n)",
                    code);
    default:
        throw Error(name + " cannot be used (" + std::generic_category().message(error_number) +
                        "): correct that and run it again",
                    code);
    }
}

std::filesystem::path absolute_file(const std::filesystem::path& file) {
    std::error_code failed;
    if (file.empty()) throw Error("the name of the database is empty: give one");
    auto absolute = std::filesystem::absolute(file, failed);
    if (!failed) absolute = std::filesystem::weakly_canonical(absolute, failed);
    if (failed) throw_system_error(failed.value(), file);
    return absolute;
}

void require_plain_file(const std::filesystem::path& file) {
    std::error_code unknown; // then opening it will say why
    const auto status = std::filesystem::status(file, unknown);
    if (std::filesystem::is_directory(status)) throw_system_error(EISDIR, file);
    if (std::filesystem::is_other(status)) {
        throw Error(file.string() + " is a device or a pipe, not a file: check the name");
    }
}

} // namespace db
