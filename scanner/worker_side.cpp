// One of several that implement decode_worker.hpp: the end in the worker process.

#include "scanner/decode_worker.hpp"
#include "scanner/picture_file.hpp"
#include "scanner/picture_formats.hpp"
#include "scanner/plane_filters.hpp"
#include "scanner/worker_socket.hpp"

#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <memory>
#include <new>
#include <string_view>

namespace scanner {

namespace {

constexpr std::chrono::milliseconds answer_time{10'000};

void limit(int resource, rlim_t most) {
    const rlimit both{most, most};
    setrlimit(resource, &both);
}

/// What a hostile picture could use the process for is taken from it.
void give_up_rights() {
    prctl(PR_SET_PDEATHSIG, SIGKILL); // no orphans
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    prctl(PR_SET_DUMPABLE, 0); // no picture of a citizen's paper in a core file
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, 32);
#if !defined(__SANITIZE_ADDRESS__) // which reserves address space by the terabyte
    limit(RLIMIT_AS, worker_memory_limit_bytes);
#endif
}

/// A file or a frame in memory. It stays while requests are about the same one.
class Mapped {
public:
    Mapped() = default;
    Mapped(const Mapped&) = delete;
    Mapped& operator=(const Mapped&) = delete;

    ~Mapped() { unmap(); }

    std::span<const std::uint8_t> bytes() const { return {begin_, size_}; }

    /// What is wrong with it, or nothing. `changed` when it is another one than before.
    core::Result<void> map(int descriptor, bool& changed) {
        struct stat info {};

        if (fstat(descriptor, &info) != 0) return refused("scan-file-unreadable");
        changed = !is_same(info);
        if (!changed) return {};
        unmap();
        if (info.st_size > static_cast<off_t>(file_limit_bytes)) return file_too_large();
        if (info.st_size == 0) return refused("scan-file-empty");
        const auto size = static_cast<std::size_t>(info.st_size);
        void* memory = mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
        if (memory == MAP_FAILED) return refused("scan-no-file");
        begin_ = static_cast<const std::uint8_t*>(memory);
        size_ = size;
        info_ = info;
        return {};
    }

private:
    bool is_same(const struct stat& info) const {
        return begin_ != nullptr && info.st_dev == info_.st_dev && info.st_ino == info_.st_ino &&
               info.st_size == info_.st_size && info.st_mtim.tv_sec == info_.st_mtim.tv_sec &&
               info.st_mtim.tv_nsec == info_.st_mtim.tv_nsec;
    }

    void unmap() {
        if (begin_ != nullptr) munmap(const_cast<std::uint8_t*>(begin_), size_);
        begin_ = nullptr;
        size_ = 0;
    }

    const std::uint8_t* begin_ = nullptr;
    std::size_t size_ = 0;

    struct stat info_ {};
};

/// None of a picture that is far longer than wide: nothing would be seen.
std::optional<Plane> small_picture(const Plane& page, int longest_side) {
    if (longest_side == 0) return std::nullopt;
    const int longer = std::max(page.width(), page.height());
    const int factor = (longer + longest_side - 1) / longest_side;
    if (factor == 1) return page;
    constexpr int coarsest = 200;
    if (factor > std::min({coarsest, page.width(), page.height()})) return std::nullopt;
    return shrunk(page.view(), factor);
}

class Worker {
public:
    WorkerAnswer answer(const WorkerRequest& request, int descriptor) {
        return request.source == WorkerRequest::Source::file ? read_file(request, descriptor)
                                                             : read_frame(request, descriptor);
    }

private:
    using Clock = std::chrono::steady_clock;

    static std::chrono::microseconds since(Clock::time_point begun) {
        return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun);
    }

    WorkerAnswer read_file(const WorkerRequest& request, int descriptor) {
        const auto begun = Clock::now();
        bool changed = false;
        if (const auto mapped = file_.map(descriptor, changed); !mapped) {
            opened_.reset();
            return mapped.error();
        }
        if (changed || !opened_) {
            opened_.reset();
            auto opened = open_picture(file_.bytes());
            if (!opened) return opened.error();
            opened_ = std::move(opened).value();
        }
        if (request.page < 1 || request.page > opened_->pages())
            return refused({"scan-no-such-page", {{"page", std::int64_t{request.page}}}});
        PageCodes codes;
        codes.pages = opened_->pages();
        const auto picture = opened_->read(request.page);
        if (!picture) {
            codes.problem = picture.error().message;
            return codes;
        }
        codes.width = picture->luma.width();
        codes.height = picture->luma.height();
        codes.preview = small_picture(picture->luma, request.preview_side);
        codes.reading = since(begun);
        const auto search_begun = Clock::now();
        codes.symbols = find_codes(picture.value(), request.options);
        codes.searching = since(search_begun);
        return codes;
    }

    WorkerAnswer read_frame(const WorkerRequest& request, int descriptor) {
        bool changed = false;
        if (const auto mapped = frame_.map(descriptor, changed); !mapped) return mapped.error();
        const PlaneView view{frame_.bytes().data(), request.width, request.height, request.width};
        if (const auto size = check_size(request.width, request.height); !size) return size.error();
        const auto pixels =
            static_cast<std::size_t>(request.width) * static_cast<std::size_t>(request.height);
        if (pixels > frame_.bytes().size()) return refused("scan-frame-cut-off");
        PageCodes codes;
        codes.width = request.width;
        codes.height = request.height;
        const auto begun = Clock::now();
        codes.symbols = find_codes(view, request.options);
        codes.searching = since(begun);
        return codes;
    }

    Mapped file_;
    Mapped frame_;
    std::unique_ptr<PictureFile> opened_;
};

WorkerAnswer answer_or_refuse(Worker& worker, const WorkerRequest& request, int descriptor) {
    try {
        return worker.answer(request, descriptor);
    } catch (const std::bad_alloc&) {
        return refused("scan-needs-too-much-memory");
    } catch (const std::exception&) {
        return refused("scan-decoder-failed");
    }
}

} // namespace

std::optional<int> run_decode_worker(int argc, char** argv) {
    if (argc != 2 || std::string_view(argv[1]) != worker_argument) return std::nullopt;
    give_up_rights();
    Worker worker;
    while (auto message = receive_message(worker_end, std::nullopt)) {
        const auto request = read_request(message->bytes);
        if (!request || !message->descriptor.is_open()) return 1;
        const auto answer = answer_or_refuse(worker, *request, message->descriptor.get());
        if (!send_message(worker_end, write_answer(answer), -1, answer_time)) break;
    }
    return 0;
}

} // namespace scanner
