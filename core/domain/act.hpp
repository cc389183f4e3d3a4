#pragma once

#include "core/domain/enum_text.hpp"

#include <optional>
#include <string_view>

namespace core {

/// What can be done to a dossier (law.md §4; `pay`, `digitise` and `move_due` are the acts of
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
inline constexpr auto dossier_acts =
    enum_text<Act>("act",
                   {{Act::submit, "submit"},
                    {Act::receive, "receive"},
                    {Act::refuse, "refuse"},
                    {Act::forward, "forward"},
                    {Act::request_supplement, "request-supplement"},
                    {Act::resume, "resume"},
                    {Act::hand_over, "hand-over"},
                    {Act::answer, "answer"},
                    {Act::reappoint, "reappoint"},
                    {Act::resolve, "resolve"},
                    {Act::reject, "reject"},
                    {Act::return_result, "return"},
                    {Act::withdraw, "withdraw"},
                    {Act::stop, "stop"},
                    {Act::correct, "correct"},
                    {Act::pay, "pay"},
                    {Act::digitise, "digitise"},
                    {Act::move_due, "move-due"},
                    {Act::acknowledge, "acknowledge"}});

std::string_view to_text(Act act);
std::optional<Act> parse_act(std::string_view text);

} // namespace core
