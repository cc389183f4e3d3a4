#pragma once

#include "core/files/file_descriptor.hpp"

#include <filesystem>

namespace scanner {

/// Tells when something appears in the folder of a path: a device that is plugged in, or the link
/// to it. The folder itself may come later, and where watching is not possible nothing is told:
/// look at the path now and then as well. One thread.
class FolderWatch {
public:
    explicit FolderWatch(const std::filesystem::path& path);

    /// Readable when something appeared; -1 when there is nothing to poll.
    int descriptor() const { return events_.get(); }

private:
    files::FileDescriptor events_;
};

} // namespace scanner
