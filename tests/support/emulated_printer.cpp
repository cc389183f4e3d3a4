#include "tests/support/emulated_printer.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace {

constexpr std::size_t buffer_bytes = 4'096; ///< while it cannot print it takes no more
constexpr int turn_ms = 5;

void add_number(std::string& to, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) to += static_cast<char>((number >> shift) & 0xFF);
}

void add_chunk(std::string& to, const std::string& type, const std::string& data) {
    add_number(to, static_cast<std::uint32_t>(data.size()));
    const std::string body = type + data;
    to += body;
    add_number(to, static_cast<std::uint32_t>(crc32(0, reinterpret_cast<const Bytef*>(body.data()),
                                                    static_cast<uInt>(body.size()))));
}

[[noreturn]] void fail(const char* doing) {
    throw std::system_error(errno, std::generic_category(), doing);
}

} // namespace

std::string EmulatedSheet::png() const {
    std::string pixels;
    for (const auto& row : rows) {
        pixels += '\0'; // no filter
        for (const std::uint8_t dot : row) pixels += dot != 0 ? '\0' : '\xFF';
    }
    std::string packed(compressBound(static_cast<uLong>(pixels.size())), '\0');
    auto packed_bytes = static_cast<uLongf>(packed.size());
    compress(reinterpret_cast<Bytef*>(packed.data()), &packed_bytes,
             reinterpret_cast<const Bytef*>(pixels.data()), static_cast<uLong>(pixels.size()));
    packed.resize(packed_bytes);
    std::string head;
    add_number(head, static_cast<std::uint32_t>(width));
    add_number(head, static_cast<std::uint32_t>(rows.size()));
    head += std::string("\x08\x00\x00\x00\x00", 5); // eight bits, grey
    std::string file("\x89PNG\r\n\x1A\n");
    add_chunk(file, "IHDR", head);
    add_chunk(file, "IDAT", packed);
    add_chunk(file, "IEND", "");
    return file;
}

EmulatedPrinter::EmulatedPrinter(const EmulatedFaults& faults, int width, int port)
    : faults_(faults), interpreter_(width, faults) {
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    const int small = static_cast<int>(buffer_bytes);
    setsockopt(listener_, SOL_SOCKET, SO_RCVBUF, &small, sizeof small);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* plain = reinterpret_cast<sockaddr*>(&address);
    if (bind(listener_, plain, size) != 0 || listen(listener_, 1) != 0 ||
        getsockname(listener_, plain, &size) != 0)
        fail("emulated printer");
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

EmulatedPrinter::~EmulatedPrinter() {
    stopping_ = true;
    thread_.join();
    close(listener_);
}

void EmulatedPrinter::put_right() {
    const std::lock_guard lock(mutex_);
    faults_ = EmulatedFaults{};
    answers_ += interpreter_.put_right();
}

std::vector<EmulatedSheet> EmulatedPrinter::sheets() const {
    const std::lock_guard lock(mutex_);
    return interpreter_.sheets();
}

std::size_t EmulatedPrinter::unfinished_rows() const {
    const std::lock_guard lock(mutex_);
    return interpreter_.unfinished().rows.size();
}

std::vector<std::string> EmulatedPrinter::violations() const {
    const std::lock_guard lock(mutex_);
    return interpreter_.violations();
}

void EmulatedPrinter::serve() {
    while (!stopping_) {
        pollfd wanted{listener_, POLLIN, 0};
        if (poll(&wanted, 1, turn_ms) <= 0) continue;
        const int client = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0) continue;
        ++connections_;
        serve_client(client);
        close(client);
    }
}

void EmulatedPrinter::serve_client(int client) {
    std::size_t taken = 0;
    std::array<char, 1'024> bytes{};
    while (!stopping_) {
        bool may_read = true;
        {
            const std::lock_guard lock(mutex_);
            if (faults_.hangs_after && taken >= *faults_.hangs_after) may_read = false;
            if (interpreter_.is_stuck() && interpreter_.waiting_bytes() >= buffer_bytes)
                may_read = false;
            if (!answers_.empty()) {
                if (send(client, answers_.data(), answers_.size(), MSG_NOSIGNAL) < 0) return;
                answers_.clear();
            }
        }
        pollfd wanted{client, static_cast<short>(may_read ? POLLIN : 0), 0};
        if (poll(&wanted, 1, turn_ms) <= 0) continue;
        if ((wanted.revents & (POLLERR | POLLHUP)) != 0 && !may_read) return;
        const ssize_t got = recv(client, bytes.data(), bytes.size(), 0);
        if (got <= 0) return;
        taken += static_cast<std::size_t>(got);
        const std::lock_guard lock(mutex_);
        answers_ += interpreter_.read({bytes.data(), static_cast<std::size_t>(got)});
        if (faults_.cuts_link_after && taken >= *faults_.cuts_link_after) {
            faults_.cuts_link_after.reset();
            const linger at_once{1, 0};
            setsockopt(client, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
            return;
        }
    }
}
