#include "scanner/live/camera_device.hpp"

#include <utility>

namespace scanner {

Taken CameraDevice::take(Moment now) {
    Taken taken;
    core::Message problem;
    const Grabbed grabbed = frames_->grab(now, reader_.buffer(), problem);
    if (!problem.code.empty()) taken.refusals.push_back(std::move(problem));
    taken.is_gone = grabbed == Grabbed::gone;
    if (grabbed != Grabbed::frame) return taken;
    for (Symbol& symbol : reader_.read())
        taken.texts.push_back({std::move(symbol.text), symbol.format, symbol.guessed});
    return taken;
}

} // namespace scanner
