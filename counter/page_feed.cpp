#include "counter/page_feed.hpp"

#include "counter/page_message.hpp"

#include <utility>

namespace counter {

PageFeed::PageFeed(MachineState first, std::function<void()> changed)
    : state_(std::move(first)), changed_(std::move(changed)),
      hub_([this](words::Language language) { return state_message(state_, language); }) {}

void PageFeed::update(const std::function<void(MachineState&)>& change) {
    change(state_);
    std::string message = state_message(state_, {});
    if (message == told_) return;
    told_ = std::move(message);
    changed_();
    hub_.tell([this](words::Language language) { return state_message(state_, language); });
}

} // namespace counter
