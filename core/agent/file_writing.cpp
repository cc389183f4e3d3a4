#include "core/agent/file_writing.hpp"

#include "core/domain/failure.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>

namespace agent {

void throw_file_error(const std::filesystem::path& file, const char* code) {
    throw core::Failure({code, {{"file", file.string()}, {"reason", core::system_reason(errno)}}});
}

files::FileDescriptor create_file(const std::filesystem::path& file) {
    constexpr mode_t owner_only = 0600;
    files::FileDescriptor descriptor(
        ::open(file.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, owner_only));
    // One left over by a crash may have had other rights.
    if (!descriptor.is_open() || ::fchmod(descriptor.get(), owner_only) != 0)
        throw_file_error(file, "file-not-made");
    return descriptor;
}

void write_all(int descriptor, const std::filesystem::path& file, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
        if (written < 0 && errno != EINTR) throw_file_error(file, "file-unwritable");
    }
}

void sync_file(int descriptor, const std::filesystem::path& file) {
    if (::fdatasync(descriptor) != 0) throw_file_error(file, "file-not-on-disk");
}

void rename_and_sync(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (std::rename(from.c_str(), to.c_str()) != 0) throw_file_error(to, "file-not-replaced");
    const std::filesystem::path parent = to.has_parent_path() ? to.parent_path() : ".";
    const files::FileDescriptor folder(::open(parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder.is_open() || ::fsync(folder.get()) != 0)
        throw_file_error(parent, "folder-not-on-disk");
}

} // namespace agent
