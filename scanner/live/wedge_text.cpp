#include "scanner/live/wedge_text.hpp"

#include <utility>

namespace scanner {

std::optional<WedgeRun> WedgeText::add(std::string_view character, Moment at) {
    const auto gap = at - last_;
    const bool too_slow = characters_ > 0 && gap > tolerated_gap;
    const bool too_long = text_.size() + character.size() > scan_limit_bytes;
    std::optional<WedgeRun> run;
    if (too_slow || too_long)
        run = finish(!too_long && gap >= wedge_silence ? End::silence : End::too_slow);
    last_ = at;
    if (character == "\r" || character == "\n" || character == "\t") {
        // After a slow gap the run is a person's, and so is the end of it.
        return run ? run : finish(End::terminator);
    }
    slow_gaps_ += characters_ > 0 && gap > scanner_gap;
    text_ += character;
    ++characters_;
    return run;
}

std::optional<WedgeRun> WedgeText::end_if_silent(Moment now) {
    if (characters_ == 0 || now - last_ < wedge_silence) return std::nullopt;
    return finish(End::silence);
}

std::optional<Moment> WedgeText::ends_at() const {
    if (characters_ == 0) return std::nullopt;
    return last_ + wedge_silence;
}

bool WedgeText::is_scan(End end) const {
    return end != End::too_slow && characters_ >= shortest_wedge_scan &&
           slow_gaps_ * gaps_for_a_tolerated_one <= characters_ - 1;
}

std::optional<WedgeRun> WedgeText::finish(End end) {
    if (characters_ == 0) return std::nullopt;
    WedgeRun run{WedgeRun::Origin::person, text_};
    if (is_scan(end)) {
        // A scanner's bytes may be no UTF-8 only where the system's own text is broken.
        if (const auto scan = finish_scan(text_); scan && *scan)
            run = {WedgeRun::Origin::scanner, scan->value()};
    }
    text_.clear();
    characters_ = 0;
    slow_gaps_ = 0;
    return run;
}

} // namespace scanner
