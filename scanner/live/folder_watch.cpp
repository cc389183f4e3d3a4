#include "scanner/live/folder_watch.hpp"

#include <sys/inotify.h>

namespace scanner {

FolderWatch::FolderWatch(const std::filesystem::path& path) {
    const auto folder = path.parent_path();
    if (folder.empty()) return;
    events_ = files::FileDescriptor(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    // A device may be read only once its rights are set, which is IN_ATTRIB.
    if (events_.is_open() &&
        inotify_add_watch(events_.get(), folder.c_str(), IN_CREATE | IN_MOVED_TO | IN_ATTRIB) < 0) {
        events_.reset();
    }
}

} // namespace scanner
