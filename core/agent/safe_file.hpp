#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace agent {

/// The file's text; none when there is no such file. Throws std::runtime_error with a sentence.
std::optional<std::string> read_file(const std::filesystem::path& file);

/// Puts `text` in the file's place, whole or not at all, on disk when this returns: written
/// beside, synced, renamed, the folder synced. Readable by its owner only (0600). Throws
/// std::runtime_error with a sentence; the file is then as it was.
void replace_file(const std::filesystem::path& file, std::string_view text);

/// Lines that are on disk when append() returns, each with a check value. A last line that was cut
/// off by a power failure or a kill is dropped on opening; a broken line before it is an error.
/// Held by one process at a time (a lock on the file). Belongs to one thread at a time.
class AppendLog {
public:
    /// Opens or makes the file (0600) and reads every line, in order, without its check value.
    /// Throws std::runtime_error with a sentence that names the file and says what to do.
    AppendLog(std::filesystem::path file, const std::function<void(std::string_view)>& each);
    ~AppendLog();
    AppendLog(const AppendLog&) = delete;
    AppendLog& operator=(const AppendLog&) = delete;

    /// One line without line feed. Throws when it cannot be put on disk (then it is not in it).
    void append(std::string_view line);

    /// Puts these lines in the place of all, whole or not at all.
    void rewrite(const std::function<void(const std::function<void(std::string_view)>&)>& lines);

    std::size_t bytes() const;

private:
    std::filesystem::path file_;
    int descriptor_ = -1;
    std::size_t bytes_ = 0;
};

} // namespace agent
