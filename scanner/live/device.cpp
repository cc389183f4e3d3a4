#include "scanner/live/device.hpp"

#include "core/domain/failure.hpp"

#include <cerrno>
#include <utility>

namespace scanner {

void Taken::add(Scan scan) {
    if (scan) {
        texts.push_back({std::move(scan).value()});
    } else {
        refusals.push_back(scan.error().message);
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
        return not_usable("device-not-permitted");
    case EBUSY:
        return not_usable("device-busy");
    }
    return not_usable({"device-not-opened", {{"reason", core::system_reason(error)}}});
}

OpenedDevice not_usable(core::Message reason) { return {nullptr, {false, std::move(reason)}}; }

} // namespace scanner
