#pragma once

#include <filesystem>

namespace db {

/// Throws ReadOnly when the file is marked read-only, which root could write all the same, or may
/// not be written by this user. It need not exist.
void refuse_read_only(const std::filesystem::path& database);

/// Makes this the only process that writes a database file, from the first
/// command to the last. Readers are not affected.
///
/// The lock is on the file `<database>-lock`, which stays behind empty, and ends
/// with the process whatever way it ends. Take it before opening the Connection.
class WriteLock {
public:
    /// Throws Busy naming the process that has it, and ReadOnly when the file is
    /// marked read-only (even for root) or cannot be written. The database itself
    /// need not exist yet; its folder must.
    explicit WriteLock(const std::filesystem::path& database);
    ~WriteLock();
    WriteLock(const WriteLock&) = delete;
    WriteLock& operator=(const WriteLock&) = delete;

private:
    int descriptor_ = -1;
};

} // namespace db
