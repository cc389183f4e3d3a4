#include "core/domain/act.hpp"

#include "core/domain/enum_text.hpp"

namespace core {

namespace {

constexpr auto act_words = enum_text<Act>({{Act::submit, "submit"},
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

} // namespace

std::string_view to_text(Act act) { return act_words.text(act); }

std::optional<Act> parse_act(std::string_view text) { return act_words.parse(text); }

} // namespace core
