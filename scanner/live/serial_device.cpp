#include "scanner/live/serial_device.hpp"

#include <fcntl.h>
#include <termios.h>

#include <cassert>
#include <cerrno>
#include <utility>

namespace scanner {

namespace {

constexpr std::size_t read_bytes = 4096;
// A device that never stops sending must not keep us from stopping.
constexpr int serial_reads_at_once = 16;

speed_t to_speed(int baud) {
    switch (baud) {
    case 1200:
        return B1200;
    case 2400:
        return B2400;
    case 4800:
        return B4800;
    case 9600:
        return B9600;
    case 19200:
        return B19200;
    case 38400:
        return B38400;
    case 57600:
        return B57600;
    case 115200:
        return B115200;
    }
    assert(!"parse_source() lets no other through");
    return B9600;
}

bool make_raw(int line, int baud) {
    termios settings{};
    if (tcgetattr(line, &settings) != 0) return false;
    cfmakeraw(&settings);
    settings.c_cflag &= ~static_cast<tcflag_t>(CSTOPB | CRTSCTS);
    settings.c_cflag |= CLOCAL | CREAD;
    settings.c_iflag |= IGNBRK;
    settings.c_cc[VMIN] = 1; // else a read without data looks like the end
    settings.c_cc[VTIME] = 0;
    return cfsetispeed(&settings, to_speed(baud)) == 0 &&
           cfsetospeed(&settings, to_speed(baud)) == 0 && tcsetattr(line, TCSANOW, &settings) == 0;
}

} // namespace

Taken SerialDevice::take(Moment now) {
    Taken taken;
    bool came = false;
    for (int i = 0; i < serial_reads_at_once; ++i) {
        char bytes[read_bytes];
        const ssize_t count = read(line_.get(), bytes, sizeof bytes);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) {
            taken.is_gone = count == 0 || errno != EAGAIN;
            break;
        }
        came = true;
        for (Scan& scan : scan_.add({bytes, static_cast<std::size_t>(count)}, now))
            taken.add(std::move(scan));
    }
    if (!came) {
        if (auto scan = scan_.end_if_silent(now)) taken.add(std::move(*scan));
    }
    return taken;
}

OpenedDevice open_serial(const SourceConfig& config) {
    files::FileDescriptor line(
        open(config.path.c_str(), O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC));
    if (!line.is_open()) return not_opened(errno);
    if (!make_raw(line.get(), config.rate)) {
        // Unplugged while it was being opened, or never a line at all.
        if (errno == EIO || errno == ENODEV) return not_opened(errno);
        return not_usable("device-no-serial-line");
    }
    tcflush(line.get(), TCIFLUSH);
    return {std::make_unique<SerialDevice>(std::move(line)), {}};
}

} // namespace scanner
