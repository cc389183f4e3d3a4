#pragma once

#include "core/domain/device_part.hpp"
#include "core/files/file_descriptor.hpp"
#include "counter/arrivals.hpp"
#include "counter/scan_file.hpp"
#include "scanner/decode_worker.hpp"

#include <atomic>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace counter {

/// How the folder is, for the page and the administrator.
struct FolderState {
    core::Presence state = core::Presence::none;
    core::Message advice{}; ///< for the officer; without a code when nothing is to be done

    bool operator==(const FolderState&) const = default;
};

/// All are called on the folder's thread and must not throw.
struct FolderHandlers {
    std::function<void(const ScanFile& file)> arrived;
    std::function<void(const std::string& id)> gone;
    std::function<void(const FolderState& state)> changed;
};

/// Watches the folder in which the document scanner leaves its files, on a thread of its own: by
/// inotify where there is one, and by polling. Files are opened by the decoding
/// process only, so that a hostile one takes nothing down.
class ScanFolder {
public:
    static constexpr std::chrono::milliseconds poll_interval{2'000};
    static constexpr std::chrono::milliseconds poll_interval_while_waiting{250};
    static constexpr std::size_t longest_preview_queue = 32;
    static constexpr std::size_t most_kept_previews = 16;
    static constexpr int preview_side = 900; ///< pixels

    /// `worker_program` as scanner::DecodeWorker's.
    ScanFolder(std::filesystem::path folder,
               FolderHandlers handlers,
               std::filesystem::path worker_program = "/proc/self/exe");

    /// Ends within a page's reading time.
    ~ScanFolder();
    ScanFolder(const ScanFolder&) = delete;
    ScanFolder& operator=(const ScanFolder&) = delete;

    const std::filesystem::path& folder() const { return folder_; }

    /// Calls `done` on the folder's thread with the PNG of the first page; none when it cannot be
    /// shown. False when too much waits already. Any thread.
    bool preview(const std::string& name,
                 const std::string& id,
                 std::function<void(std::optional<std::string> png)> done);

private:
    struct Wanted {
        std::string name;
        std::string id;
        std::function<void(std::optional<std::string>)> done;
    };

    void run();
    void begin_watching();
    void wait();
    void read_events();
    void poll_folder();
    void take_in(const FolderEntry& entry);
    scanner::WorkerAnswer ask_worker(int file);
    void read_first_page(int file, ScanFile& scan);
    void keep_preview(const std::string& id, std::string png);
    void answer(const Wanted& wanted);
    std::optional<std::vector<FolderEntry>> list() const;
    void tell_state(const FolderState& state);

    std::filesystem::path folder_;
    FolderHandlers handlers_;
    std::filesystem::path worker_program_;
    files::FileDescriptor wake_; ///< readable when there is something else to do
    std::atomic<bool> stopping_ = false;

    std::mutex mutex_; // of wanted_
    std::deque<Wanted> wanted_;

    // Of the thread.
    files::FileDescriptor events_;
    Arrivals arrivals_;
    std::map<std::string, std::string> ids_;                   // by name, of what was told
    std::deque<std::pair<std::string, std::string>> previews_; // by id, the oldest first
    std::optional<scanner::DecodeWorker> worker_;
    std::optional<FolderState> told_;

    std::thread thread_; // last: it uses all above
};

} // namespace counter
