#pragma once

#include "core/files/file_descriptor.hpp"
#include "scanner/shared_frame.hpp"
#include "scanner/worker_messages.hpp"

#include <sys/types.h>

#include <chrono>
#include <filesystem>

namespace scanner {

/// The first argument that makes a program a worker (see `run_decode_worker`).
inline constexpr const char* worker_argument = "--decode-worker";

/// How long a worker may take for one page beyond the search's own budget, before it is killed.
/// A page of 100 million pixels takes about 3 s to unpack.
inline constexpr std::chrono::milliseconds reading_limit{10'000};

/// Address space of a worker. More is needed by no picture within the other limits.
inline constexpr std::size_t worker_memory_limit_bytes = std::size_t{1536} << 20;

/// A process of its own that unpacks pictures and looks for codes, as both may abort, hang or be
/// taken over by hostile bytes. It is started at once, and again when it has died or was killed
/// for taking too long: a refusal then says that this picture cannot be read.
///
/// One thread at a time. Throws std::system_error only when no process can be started.
class DecodeWorker {
public:
    /// `program` must call run_decode_worker() when started with `worker_argument`.
    /// The worker ends with the thread that makes this.
    explicit DecodeWorker(std::filesystem::path program = "/proc/self/exe",
                          std::chrono::milliseconds reading = reading_limit);
    ~DecodeWorker();
    DecodeWorker(const DecodeWorker&) = delete;
    DecodeWorker& operator=(const DecodeWorker&) = delete;

    /// Codes of one page of a file that is open for reading. Pages count from 1. With a side of at
    /// most `preview_side_limit` a preview of the page comes too.
    WorkerAnswer read_page(int file, int page, const SearchOptions& options, int preview_side = 0);

    /// Codes of a grey picture in shared memory. Requires that it lies within.
    WorkerAnswer
    read_frame(const SharedFrame& frame, int width, int height, const SearchOptions& options);

    /// For tests and for watching: the process, and how often one had to be replaced.
    pid_t process() const { return process_; }

    int replacements() const { return replacements_; }

private:
    void start();
    void end();
    WorkerAnswer ask(const WorkerRequest& request, int descriptor);

    std::filesystem::path program_;
    std::chrono::milliseconds reading_;
    files::FileDescriptor socket_;
    pid_t process_ = -1;
    int replacements_ = 0;
};

/// The worker's side: call it first in `main` and return what it gives. None when the program was
/// not started as a worker.
std::optional<int> run_decode_worker(int argc, char** argv);

} // namespace scanner
