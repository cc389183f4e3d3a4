#pragma once

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string_view>
#include <utility>

namespace agent {

/// An open file, closed at the end of its scope.
class FileDescriptor {
public:
    FileDescriptor() = default;

    explicit FileDescriptor(int number) : number_(number) {}

    ~FileDescriptor() {
        if (number_ >= 0) ::close(number_);
    }

    FileDescriptor(const FileDescriptor&) = delete;
    FileDescriptor& operator=(const FileDescriptor&) = delete;

    FileDescriptor(FileDescriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

    FileDescriptor& operator=(FileDescriptor&& other) noexcept {
        FileDescriptor old(std::exchange(number_, std::exchange(other.number_, -1)));
        return *this;
    }

    int get() const { return number_; }

    bool is_open() const { return number_ >= 0; }

private:
    int number_ = -1;
};

// Each throws words::Failure, which names the file.

/// `code` is of a message that tells `file` and `reason`; the reason is that of `errno`.
[[noreturn]] void throw_file_error(const std::filesystem::path& file, const char* code);

/// An empty file that its owner alone can read.
FileDescriptor create_file(const std::filesystem::path& file);
void write_all(int descriptor, const std::filesystem::path& file, std::string_view text);
void sync_file(int descriptor, const std::filesystem::path& file);

/// Puts `from` in the place of `to`, on disk when it returns.
void rename_and_sync(const std::filesystem::path& from, const std::filesystem::path& to);

} // namespace agent
