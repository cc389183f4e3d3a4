#include "scanner/live/device.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

namespace scanner {

void Taken::add(Scan scan) {
    if (scan) {
        texts.push_back({std::move(scan).value()});
    } else {
        refusals.push_back(scan.error().message.code);
    }
}

OpenedDevice not_opened(int error) {
    switch (error) {
    case ENOENT:
    case ENODEV:
    case ENXIO:
    case ENOTDIR:
    case EIO:
        return {nullptr, {true, {}}};
    case EACCES:
    case EPERM:
        return not_usable("this user may not read it: add the user to the device's group");
    case EBUSY:
        return not_usable("another program uses it: close that program");
    }
    return not_usable(std::string(std::strerror(error)) + ": check the source's settings");
}

OpenedDevice not_usable(std::string reason) { return {nullptr, {false, std::move(reason)}}; }

} // namespace scanner
