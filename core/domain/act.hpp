#pragma once

#include <optional>
#include <string_view>

namespace core {

/// What can be done to a dossier (domain.md §4; `pay`, `digitise` and `move_due` are the acts of
/// the desk, the scanner and a changed calendar).
enum class Act {
    submit,
    receive,
    refuse,
    forward,
    request_supplement,
    resume,
    hand_over,
    answer,
    reappoint,
    resolve,
    reject,
    return_result,
    withdraw,
    stop,
    correct,
    pay,
    digitise,
    move_due,
    acknowledge
};

/// `hand-over`: as the wire and the journal name it.
std::string_view to_text(Act act);
std::optional<Act> parse_act(std::string_view text);

} // namespace core
