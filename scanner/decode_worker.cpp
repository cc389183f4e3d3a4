#include "scanner/decode_worker.hpp"

#include "scanner/picture_formats.hpp"
#include "scanner/worker_socket.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <cassert>
#include <cerrno>
#include <system_error>

namespace scanner {

namespace {

// A request is a few bytes into an empty socket.
constexpr std::chrono::milliseconds request_time{1000};

/// What posix_spawn does before the program begins.
class SpawnActions {
public:
    explicit SpawnActions(int socket) {
        posix_spawn_file_actions_init(&actions_);
        // The worker's libraries have nothing to say to people, and an assert's text is no line
        // of ours.
        posix_spawn_file_actions_addopen(&actions_, 0, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&actions_, 1, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addopen(&actions_, 2, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_adddup2(&actions_, socket, worker_end);
    }

    ~SpawnActions() { posix_spawn_file_actions_destroy(&actions_); }

    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;

    const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

} // namespace

DecodeWorker::DecodeWorker(std::filesystem::path program, std::chrono::milliseconds reading)
    : program_(std::move(program)), reading_(reading) {
    start();
}

DecodeWorker::~DecodeWorker() { end(); }

void DecodeWorker::start() {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        throw std::system_error(errno, std::generic_category(), "socket of the decoding process");
    socket_ = files::FileDescriptor(ends[0]);
    files::FileDescriptor theirs(ends[1]);
    // Onto itself a descriptor is not copied, and stays closed for the new program.
    if (theirs.get() == worker_end)
        theirs = files::FileDescriptor(fcntl(theirs.get(), F_DUPFD_CLOEXEC, worker_end + 1));
    const SpawnActions actions(theirs.get());
    std::string name = program_.string();
    std::string argument = worker_argument;
    char* const arguments[] = {name.data(), argument.data(), nullptr};
    const int failure =
        posix_spawn(&process_, name.c_str(), actions.get(), nullptr, arguments, environ);
    if (failure != 0) {
        process_ = -1;
        throw std::system_error(failure, std::generic_category(), "start of the decoding process");
    }
}

void DecodeWorker::end() {
    socket_.reset();
    if (process_ < 0) return;
    kill(process_, SIGKILL); // it holds nothing that a gentler end would save
    while (waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
}

WorkerAnswer
DecodeWorker::read_page(int file, int page, const SearchOptions& options, int preview_side) {
    assert(page >= 1);
    assert(preview_side >= 0 && preview_side <= preview_side_limit);
    if (page > page_limit)
        return refused({"scan-pages-limit", {{"most", std::int64_t{page_limit}}}});
    WorkerRequest request;
    request.source = WorkerRequest::Source::file;
    request.page = page;
    request.options = options;
    request.preview_side = preview_side;
    return ask(request, file);
}

WorkerAnswer DecodeWorker::read_frame(const SharedFrame& frame,
                                      int width,
                                      int height,
                                      const SearchOptions& options) {
    assert(width >= 1 && height >= 1);
    assert(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) <=
           frame.capacity_bytes());
    WorkerRequest request;
    request.source = WorkerRequest::Source::frame;
    request.width = width;
    request.height = height;
    request.options = options;
    return ask(request, frame.descriptor());
}

WorkerAnswer DecodeWorker::ask(const WorkerRequest& request, int descriptor) {
    if (process_ < 0) start();
    const std::string bytes = write_request(request);
    if (!send_message(socket_.get(), bytes, descriptor, request_time)) {
        // It died since the last page, for reasons that are none of this one's.
        end();
        ++replacements_;
        start();
        if (!send_message(socket_.get(), bytes, descriptor, request_time))
            throw std::runtime_error("the decoding process takes no pictures");
    }
    const auto begun = std::chrono::steady_clock::now();
    const auto within = request.options.budget + reading_;
    const auto message = receive_message(socket_.get(), within);
    if (message) {
        if (auto answer = read_answer(message->bytes)) return std::move(*answer);
    }
    const bool late = std::chrono::steady_clock::now() - begun >= within;
    end();
    ++replacements_;
    start();
    return refused(late ? "scan-too-slow" : "scan-decoder-ended");
}

} // namespace scanner
