// errno as errors with a message that says what to do, for all that works on the database's files
// beside SQLite.

#include "db/system_error.hpp"

#include "core/domain/failure.hpp"
#include "db/error.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace db {

namespace {

[[noreturn]] void throw_missing(const std::filesystem::path& file, int code) {
    const std::string name = file.string();
    std::error_code ignored;
    const auto folder = file.parent_path();
    if (!std::filesystem::is_directory(folder, ignored)) {
        throw Error(
            {"db-no-folder", {{"folder", folder.string()}, {"file", file.filename().string()}}},
            code);
    }
    // Opening for writing falls back to reading, so that creating the file was
    // not allowed also ends up as "no such file".
    if (faccessat(AT_FDCWD, folder.c_str(), W_OK, AT_EACCESS) != 0) {
        throw Error({"db-no-file-to-create", {{"file", name}}}, code);
    }
    throw Error({"db-no-file", {{"file", name}}}, code);
}

} // namespace

void throw_system_error(int error_number, const std::filesystem::path& file, int code) {
    const std::string name = file.string();
    switch (error_number) {
    case ENOSPC:
        throw DiskFull({"db-disk-full", {{"file", name}}}, code);
    case EDQUOT:
        throw DiskFull({"db-quota-full", {{"file", name}}}, code);
    case EFBIG:
        // There may be room on the disk: naming the limit saves a search with df.
        throw DiskFull({"db-file-size-limit", {{"file", name}}}, code);
    case EIO:
        throw Error({"db-disk-failed", {{"file", name}}}, code);
    case EROFS:
        throw ReadOnly({"db-read-only-file-system", {{"file", name}}}, code);
    case ENOENT:
    case ENOTDIR:
        throw_missing(file, code);
    case EISDIR:
        throw Error({"db-is-folder", {{"file", name}}}, code);
    case EACCES:
    case EPERM:
        throw Error({"db-may-not-open", {{"file", name}}}, code);
    case EMFILE:
    case ENFILE:
        throw Error({"db-too-many-files", {{"file", name}}}, code);
    default:
        throw Error(
            {"db-unusable", {{"file", name}, {"reason", core::system_reason(error_number)}}}, code);
    }
}

std::filesystem::path absolute_file(const std::filesystem::path& file) {
    std::error_code failed;
    if (file.empty()) throw Error("db-name-empty");
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
        throw Error({"db-is-device", {{"file", file.string()}}});
    }
}

} // namespace db
