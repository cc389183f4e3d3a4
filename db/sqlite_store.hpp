#pragma once

#include "core/engine/ports/store.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace db {

enum class StoreMode {
    create, ///< a new file; it must not exist
    write,  ///< the only writing process of the file, until the store is gone
    read,   ///< beside a writer; writing is our own bug
    beside  ///< for a short change beside the writing process, which notices it soon
};

struct StoreOptions {
    std::int64_t cache_bytes = std::int64_t{64} << 20;
};

/// The books in one SQLite file, the embedded default.
///
/// Throws db::Error with a sentence for the administrator: no such file, not a database, not of
/// this program, of a newer version, open for writing elsewhere, marked read-only.
std::unique_ptr<core::Store>
open_sqlite_store(const std::filesystem::path& file, StoreMode mode, StoreOptions options = {});

} // namespace db
