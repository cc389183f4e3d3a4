#pragma once

#include "scanner/decode_worker.hpp"
#include "scanner/live/frame_source.hpp"

#include <filesystem>
#include <mutex>
#include <vector>

namespace scanner {

/// How long codes are looked for on one frame. The next frame is another chance, so the search
/// does no more than its first stage, which takes its own time, and what begins within.
inline constexpr std::chrono::milliseconds frame_budget{13};

/// A frame that takes longer has sent the decoder astray, and the process is replaced. Long, as
/// the first frame waits for the process to start.
inline constexpr std::chrono::milliseconds frame_reading_limit{3000};

/// Finds the codes of a camera's frames, in a process of its own: QR codes and Code 128. Ink is
/// told from paper in another way on every second frame (scanner/README.md).
///
/// One thread, but for interrupt().
class FrameReader {
public:
    /// `worker_program` as DecodeWorker's. Throws std::system_error as that does.
    explicit FrameReader(std::filesystem::path worker_program,
                         std::chrono::milliseconds budget = frame_budget);

    /// To be filled before read().
    FrameBuffer& buffer() { return buffer_; }

    /// The codes of the frame in the buffer, codes with a check value that holds first. None of a
    /// frame that the decoder failed at, and none of one that is all of one grey: there the
    /// decoders would take the camera's noise for ink, and up to half a second. Requires that a
    /// frame was put.
    std::vector<Symbol> read();

    /// From any thread: ends a read() that is under way, with nothing read, by ending the process.
    void interrupt();

private:
    void watch_process();

    FrameBuffer buffer_;
    SearchOptions options_;
    DecodeWorker worker_;

    std::mutex mutex_;                ///< of what follows
    files::FileDescriptor process_{}; ///< by descriptor: the number may be another process's by now
    pid_t watched_ = -1;
    bool interrupted_ = false;
};

} // namespace scanner
