#include "core/agent/safe_file.hpp"

#include "core/agent/file_writing.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace agent {

std::optional<std::string> read_file(const std::filesystem::path& file) {
    const files::FileDescriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!descriptor.is_open()) {
        if (errno == ENOENT) return std::nullopt;
        throw_file_error(file, "file-unreadable");
    }
    std::string text;
    char piece[16 * 1024];
    for (;;) {
        const ssize_t got = ::read(descriptor.get(), piece, sizeof piece);
        if (got == 0) return text;
        if (got > 0) text.append(piece, static_cast<std::size_t>(got));
        if (got < 0 && errno != EINTR) throw_file_error(file, "file-unreadable");
    }
}

void replace_file(const std::filesystem::path& file, std::string_view text) {
    const std::filesystem::path beside = file.string() + ".new";
    {
        const files::FileDescriptor descriptor = create_file(beside);
        write_all(descriptor.get(), beside, text);
        sync_file(descriptor.get(), beside);
    }
    rename_and_sync(beside, file);
}

} // namespace agent
