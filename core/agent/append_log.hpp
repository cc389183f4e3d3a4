#pragma once

#include "core/agent/file_writing.hpp"

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace agent {

/// Lines that are on disk when append() returns, each with a checksum. A last line that was cut
/// off by a power failure or a kill is dropped on opening; a broken line before it is an error.
/// Held by one process at a time (a lock on the file). Belongs to one thread at a time.
class AppendLog {
public:
    using Each = std::function<void(std::string_view line)>;

    /// Opens or makes the file (0600) and reads every line, in order, without its checksum.
    /// Throws core::Failure, which names the file and says what to do.
    AppendLog(std::filesystem::path file, const Each& each);
    ~AppendLog() = default;
    AppendLog(const AppendLog&) = delete;
    AppendLog& operator=(const AppendLog&) = delete;

    /// One line without line feed. Throws when it cannot be put on disk (then it is not in it).
    void append(std::string_view line);

    /// Puts the lines that `lines` hands to its argument in the place of all, whole or not at all.
    void rewrite(const std::function<void(const Each& add)>& lines);

    std::size_t bytes() const { return bytes_; }

private:
    std::filesystem::path file_;
    files::FileDescriptor descriptor_; ///< closed after a failure that left no sound file
    std::size_t bytes_ = 0;
};

} // namespace agent
