#pragma once

#include <filesystem>
#include <functional>

namespace db {

/// Copies the database `from`, as it is at the moment of the call, into the one
/// file `to`, also while another process or thread keeps writing to it.
///
/// The copy is checked and on disk before it takes its name: on any failure an
/// existing `to` stays as it was and `<to>.part` is removed. `progress` may be
/// empty; it is called with 0 to 1, and aborts the copy by throwing.
///
/// Throws DiskFull, Damaged (then `from` is), Busy (another copy to the same
/// name is running), and db::Error when `to` is a database in use.
void copy_database(const std::filesystem::path& from,
                   const std::filesystem::path& to,
                   const std::function<void(double fraction)>& progress = {});

} // namespace db
