#pragma once

#include "scanner/live/scan_text.hpp"

namespace scanner {

/// A scanner that types no Enter is done when no key comes for so long.
inline constexpr std::chrono::milliseconds key_silence{100};

/// A change of a key, as Linux's input devices tell.
struct KeyEvent {
    enum class Action { released, pressed, repeated };

    int key = 0; ///< linux/input-event-codes.h
    Action action = Action::pressed;
};

/// Puts the keys of a scanner that acts as a keyboard together: US layout, Shift and Caps Lock,
/// ended by Enter, Tab or silence.
///
/// Characters outside ASCII come as Alt with digits, in numbers that mean another thing with each
/// maker: such a scan is refused rather than guessed. Does no I/O; one thread.
class KeyScan {
public:
    explicit KeyScan(std::chrono::milliseconds silence = key_silence) : silence_(silence) {}

    /// The scan that this key ends, or its refusal.
    std::optional<Scan> add(const KeyEvent& event, Moment at);

    /// Keys were lost between: what has begun cannot be trusted.
    void lose(Moment at);

    /// To be called when no key has come until `now`. Gives the scan that silence has ended.
    std::optional<Scan> end_if_silent(Moment now);

    /// When silence will end what has begun; none when nothing has.
    std::optional<Moment> ends_at() const;

private:
    enum class Trouble { none, unreadable, too_long, lost };

    bool has_begun() const { return !text_.empty() || trouble_ != Trouble::none; }

    bool hold_modifier(const KeyEvent& event);
    void type(int key);
    std::optional<Scan> end();

    std::chrono::milliseconds silence_;
    std::string text_; ///< never above `scan_limit_bytes`
    Trouble trouble_ = Trouble::none;
    unsigned held_ = 0; ///< modifiers, one bit a key
    bool caps_lock_ = false;
    Moment last_{};
};

} // namespace scanner
