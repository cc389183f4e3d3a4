#pragma once

#include <sys/types.h>

#include <filesystem>

namespace db {

/// A file that is being made and has not taken its name yet: `<target>.part`.
/// Locked against a second maker, and removed at end of scope unless it was kept.
class StagedFile {
public:
    /// Starts empty, with permissions `mode`. Throws Busy when another process is
    /// making the same file, DiskFull, and db::Error when it cannot be created.
    StagedFile(std::filesystem::path target, mode_t mode);
    ~StagedFile();
    StagedFile(const StagedFile&) = delete;
    StagedFile& operator=(const StagedFile&) = delete;

    const std::filesystem::path& path() const { return file_; }

    /// Gives it its name, replacing what had it; a power cut leaves the old file
    /// or the new one. Everyone else must have closed it.
    void keep();

private:
    bool is_still_there() const;
    void remove_side_files() const noexcept;
    void remove() noexcept;

    std::filesystem::path target_;
    std::filesystem::path file_;
    int descriptor_ = -1;
};

} // namespace db
