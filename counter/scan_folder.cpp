#include "counter/scan_folder.hpp"

#include "scanner/payload.hpp"
#include "scanner/write_png.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spdlog/spdlog.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace counter {

namespace fs = std::filesystem;
using files::FileDescriptor;

namespace {

constexpr std::size_t most_entries = 10'000; ///< of the folder that are looked at

/// A plain file and nothing that a link leads to; never waits for a pipe's writer.
FileDescriptor open_plainly(const fs::path& file) {
    FileDescriptor opened(open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));

    struct stat info {};

    if (!opened.is_open() || fstat(opened.get(), &info) != 0 || !S_ISREG(info.st_mode)) return {};
    return opened;
}

std::string first_bytes_of(int file) {
    std::array<char, 16> bytes{};
    const ssize_t length = pread(file, bytes.data(), bytes.size(), 0);
    return {bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0))};
}

core::Message too_many_scans() {
    return {"scan-folder-full", {{"most", static_cast<std::int64_t>(Arrivals::most_files)}}};
}

std::int64_t nanoseconds_of(const timespec& time) {
    return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

} // namespace

ScanFolder::ScanFolder(fs::path folder, FolderHandlers handlers, fs::path worker_program)
    : folder_(std::move(folder)), handlers_(std::move(handlers)),
      worker_program_(std::move(worker_program)), wake_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (!wake_.is_open())
        throw std::system_error(errno, std::generic_category(), "start of the folder's thread");
    thread_ = std::thread([this] { run(); });
}

ScanFolder::~ScanFolder() {
    stopping_ = true;
    eventfd_write(wake_.get(), 1);
    thread_.join();
}

bool ScanFolder::preview(const std::string& name,
                         const std::string& id,
                         std::function<void(std::optional<std::string> png)> done) {
    {
        const std::lock_guard lock(mutex_);
        if (wanted_.size() >= longest_preview_queue) return false;
        wanted_.push_back({name, id, std::move(done)});
    }
    eventfd_write(wake_.get(), 1);
    return true;
}

void ScanFolder::run() {
    while (!stopping_) {
        try {
            poll_folder();
            for (;;) {
                Wanted next;
                {
                    const std::lock_guard lock(mutex_);
                    if (stopping_ || wanted_.empty()) break;
                    next = std::move(wanted_.front());
                    wanted_.pop_front();
                }
                answer(next);
            }
        } catch (const std::exception& failure) {
            spdlog::error("scan folder: {}", failure.what());
        }
        wait();
    }
    worker_.reset(); // it belongs to this thread
}

void ScanFolder::wait() {
    const auto interval = arrivals_.is_waiting() ? poll_interval_while_waiting : poll_interval;
    pollfd waited[] = {{wake_.get(), POLLIN, 0}, {events_.get(), POLLIN, 0}};
    poll(waited, 2, static_cast<int>(interval.count())); // of -1 it looks away
    eventfd_t count = 0;
    eventfd_read(wake_.get(), &count);
    read_events();
}

/// The folder may come later, or be another one after a share was mounted anew.
void ScanFolder::begin_watching() {
    if (events_.is_open()) return;
    events_ = FileDescriptor(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
    if (events_.is_open() &&
        inotify_add_watch(events_.get(), folder_.c_str(),
                          IN_CREATE | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE |
                              IN_DELETE_SELF | IN_MOVE_SELF) < 0)
        events_.reset();
}

void ScanFolder::read_events() {
    alignas(inotify_event) std::array<char, 16'384> bytes{};
    while (events_.is_open()) {
        const ssize_t length = ::read(events_.get(), bytes.data(), bytes.size());
        if (length <= 0) return;
        for (ssize_t at = 0; at < length;) {
            const auto* event = reinterpret_cast<const inotify_event*>(bytes.data() + at);
            at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
            if ((event->mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0 && event->len > 0)
                arrivals_.note_closed(event->name);
            if ((event->mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED)) != 0) {
                events_.reset();
                return;
            }
        }
    }
}

std::optional<std::vector<FolderEntry>> ScanFolder::list() const {
    std::error_code missing;
    fs::directory_iterator entries(folder_, missing);
    if (missing) return std::nullopt;
    std::vector<FolderEntry> found;
    for (; entries != fs::directory_iterator() && found.size() < most_entries;
         entries.increment(missing)) {
        struct stat info {};

        if (missing) break;
        const fs::path& path = entries->path();
        if (lstat(path.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) continue;
        found.push_back({path.filename().string(), static_cast<std::uintmax_t>(info.st_size),
                         nanoseconds_of(info.st_mtim), info.st_ino});
    }
    return found;
}

void ScanFolder::poll_folder() {
    begin_watching(); // before the look, so that nothing falls between
    auto entries = list();
    if (!entries) events_.reset();
    const bool is_there = entries.has_value();
    if (!is_there) entries.emplace();
    const auto changes = arrivals_.update(std::move(*entries), std::chrono::steady_clock::now());
    for (const std::string& name : changes.gone) {
        const auto id = ids_.extract(name);
        if (id) handlers_.gone(id.mapped());
    }
    if (!is_there) return tell_state({core::Presence::missing, "scan-folder-missing"});
    tell_state({core::Presence::ok, changes.left_out == 0 ? core::Message() : too_many_scans()});
    for (const FolderEntry& entry : changes.arrived) {
        if (stopping_) return;
        take_in(entry);
    }
}

void ScanFolder::take_in(const FolderEntry& entry) {
    const FileDescriptor file = open_plainly(folder_ / entry.name);
    if (!file.is_open()) {
        // Gone meanwhile, which the next look tells, or somebody else's.
        spdlog::warn("a file in the scan folder cannot be opened: check its rights");
        return;
    }
    const std::string_view type = media_type_of(first_bytes_of(file.get()));
    if (type.empty()) {
        spdlog::warn("a file in the scan folder is no PDF, JPEG, PNG or TIFF: passed over");
        return;
    }
    ScanFile scan;
    scan.id = scan_id(entry.name, entry.bytes, entry.changed_ns);
    scan.name = entry.name;
    scan.type = type;
    scan.bytes = entry.bytes;
    scan.at = core::Instant{std::chrono::seconds{entry.changed_ns / 1'000'000'000}};
    if (entry.bytes > largest_scan_bytes) {
        scan.problem = {"scan-too-large-to-attach",
                        {{"megabytes", std::int64_t{largest_scan_bytes >> 20U}}}};
    } else {
        read_first_page(file.get(), scan);
    }
    ids_[entry.name] = scan.id;
    handlers_.arrived(scan);
}

scanner::WorkerAnswer ScanFolder::ask_worker(int file) {
    try {
        if (!worker_) worker_.emplace(worker_program_);
        return worker_->read_page(file, 1, {}, preview_side);
    } catch (const std::exception& failure) {
        spdlog::error("scan folder: {}", failure.what());
        worker_.reset();
        return core::Error{core::ErrorKind::not_allowed, "scan-decoder-unstartable"};
    }
}

void ScanFolder::read_first_page(int file, ScanFile& scan) {
    const auto page = ask_worker(file);
    const core::Message problem = page ? page->problem : page.error().message;
    if (!problem.code.empty()) {
        scan.problem = {"scan-first-page-unreadable",
                        {{"problem", std::vector<core::Message>{problem}}}};
    }
    if (!page) return;
    for (const scanner::Symbol& symbol : page->symbols) {
        const auto payload = scanner::classify_payload(symbol.guessed ? "" : symbol.text);
        if (payload.kind == scanner::PayloadKind::dossier && scan.code.empty())
            scan.code = payload.code;
    }
    if (page->preview) keep_preview(scan.id, scanner::write_png(page->preview->view()));
}

void ScanFolder::keep_preview(const std::string& id, std::string png) {
    if (previews_.size() >= most_kept_previews) previews_.pop_front();
    previews_.emplace_back(id, std::move(png));
}

void ScanFolder::answer(const Wanted& wanted) {
    const auto kept = [&] {
        return std::find_if(previews_.begin(), previews_.end(),
                            [&](const auto& each) { return each.first == wanted.id; });
    };
    if (kept() == previews_.end()) {
        const FileDescriptor file = open_plainly(folder_ / wanted.name);
        ScanFile scan;
        scan.id = wanted.id;
        if (file.is_open()) read_first_page(file.get(), scan);
    }
    const auto found = kept();
    wanted.done(found == previews_.end() ? std::nullopt : std::optional(found->second));
}

void ScanFolder::tell_state(const FolderState& state) {
    if (told_ == state) return;
    told_ = state;
    handlers_.changed(state);
}

} // namespace counter
