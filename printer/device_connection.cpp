// One of several that implement printer_connection.hpp: device files and serial lines.

#include "printer/printer_connection.hpp"

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace printer {

namespace {

using std::chrono::milliseconds;

constexpr std::size_t longest_write = 4'096; ///< one write must not outlast its limit

[[noreturn]] void throw_lost(const std::string& doing) {
    throw ConnectionLost(doing + ": " + std::generic_category().message(errno));
}

speed_t speed_of(int baud) {
    switch (baud) {
    case 9'600:
        return B9600;
    case 19'200:
        return B19200;
    case 38'400:
        return B38400;
    case 57'600:
        return B57600;
    case 115'200:
        return B115200;
    default:
        throw ConnectionLost("a serial line runs at 9600, 19200, 38400, 57600 or 115200 baud");
    }
}

class DeviceConnection : public PrinterConnection {
public:
    /// `speed` 0 leaves the line alone.
    DeviceConnection(const std::string& file, speed_t speed) {
        // Non-blocking, or opening a switched-off serial printer would wait for ever.
        descriptor_ = open(file.c_str(), O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
        if (descriptor_ < 0) throw_lost("cannot open the printer " + file);
        if (speed != 0) set_line(speed);
    }

    ~DeviceConnection() override {
        if (abandoned_ && isatty(descriptor_) != 0) tcflush(descriptor_, TCIOFLUSH);
        close(descriptor_);
    }

    DeviceConnection(const DeviceConnection&) = delete;
    DeviceConnection& operator=(const DeviceConnection&) = delete;

    std::size_t send(std::string_view bytes, milliseconds limit) override {
        if (!is_ready(POLLOUT, limit)) return 0;
        const ssize_t taken =
            write(descriptor_, bytes.data(), std::min(bytes.size(), longest_write));
        if (taken >= 0) return static_cast<std::size_t>(taken);
        if (errno == EAGAIN || errno == EINTR) return 0;
        throw_lost("the printer is gone");
    }

    std::string receive(milliseconds limit) override {
        if (!is_ready(POLLIN, limit)) return {};
        std::array<char, 256> bytes{};
        const ssize_t got = read(descriptor_, bytes.data(), bytes.size());
        if (got > 0) return {bytes.data(), static_cast<std::size_t>(got)};
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) return {};
        errno = got == 0 ? EPIPE : errno;
        throw_lost("the printer is gone");
    }

    void abandon() override { abandoned_ = true; }

private:
    void set_line(speed_t speed) {
        termios line{};
        if (tcgetattr(descriptor_, &line) != 0) return; // not a serial line after all
        cfmakeraw(&line);
        line.c_cflag |= CLOCAL | CREAD;
        cfsetispeed(&line, speed);
        cfsetospeed(&line, speed);
        tcsetattr(descriptor_, TCSANOW, &line);
    }

    bool is_ready(short what, milliseconds limit) const {
        pollfd wanted{descriptor_, what, 0};
        const int ready = poll(&wanted, 1, static_cast<int>(limit.count()));
        if (ready > 0 && (wanted.revents & what) == 0) {
            errno = EIO;
            throw_lost("the printer is gone");
        }
        return ready > 0;
    }

    int descriptor_;
    bool abandoned_ = false;
};

} // namespace

std::unique_ptr<PrinterConnection> open_device_connection(const std::string& file, int baud) {
    return std::make_unique<DeviceConnection>(file, baud == 0 ? speed_t{0} : speed_of(baud));
}

} // namespace printer
