#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace counter {

/// A file as the folder shows it.
struct FolderEntry {
    std::string name;
    std::uintmax_t bytes = 0;
    std::int64_t changed_ns = 0; ///< when it was written last, by the file system
    std::uint64_t inode = 0;

    bool operator==(const FolderEntry&) const = default;
};

/// Whether a file's name is that of a scan: `.pdf .jpg .jpeg .png .tif .tiff`, not hidden.
bool is_scan_name(std::string_view name);

/// Tells from listings of a folder which files are whole: closed by who wrote them, moved in, or
/// unchanged for `settle_time`. No I/O, no clock; the moment must not go backwards.
class Arrivals {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// Network shares tell nothing when a file is closed, and scanners pause between pages.
    static constexpr std::chrono::milliseconds settle_time{2'000};

    /// Files beyond are not looked at until others are done with.
    static constexpr std::size_t most_files = 200;

    struct Changes {
        std::vector<FolderEntry> arrived; ///< whole now; also one that was replaced
        std::vector<std::string> gone;    ///< told as arrived before
        std::size_t left_out = 0;         ///< there are too many
    };

    /// The system says that the file was closed or moved in.
    void note_closed(const std::string& name) { closed_.insert(name); }

    /// What this listing of the folder changes; entries that are no scans are passed over.
    Changes update(std::vector<FolderEntry> entries, Time now);

    /// Whether a file is being written still: list it again soon.
    bool is_waiting() const { return is_waiting_; }

private:
    struct Seen {
        FolderEntry entry;
        Time since; ///< unchanged
        bool arrived = false;
    };

    std::map<std::string, Seen> seen_;
    std::set<std::string> closed_;
    bool is_waiting_ = false;
};

} // namespace counter
