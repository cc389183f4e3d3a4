#pragma once

#include "core/domain/citizen_id.hpp"
#include "core/domain/enum_text.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// What a scan is to those who are shown it, typed or read by an agent.
enum class ScanKind { card, dossier, ticket, unknown };

inline constexpr auto scan_kinds = enum_text<ScanKind>("scan_kind",
                                                       {{ScanKind::card, "card"},
                                                        {ScanKind::dossier, "dossier"},
                                                        {ScanKind::ticket, "ticket"},
                                                        {ScanKind::unknown, "unknown"}});

/// `card`, `unknown`
constexpr std::string_view to_text(ScanKind kind) { return scan_kinds.text(kind); }

/// What the text of a scanner means that types as a keyboard does.
struct TypedScan {
    ScanKind kind = ScanKind::unknown;
    std::string code{}; ///< of a dossier or a ticket
    std::optional<CitizenCard> card{};
    std::vector<Message> doubts{}; ///< of the card: to be shown, never silently taken
    std::optional<Message>
        problem{}; ///< why a text that looks like a card could not be read as one
};

/// Reads a citizen's card (typed_card.hpp, law.md §8) or one of the office's own codes, with its
/// check (code_payload.hpp) or bare, by what they are made of: whatever the state of Caps Lock was,
/// in letters of full width, and of our codes also what an input method for Vietnamese (Telex, VNI)
/// made of them. Whether there is a dossier or ticket of a bare code is not known. What looks like
/// a card's line and cannot be read has its problem, with what to do. Any valid UTF-8 is allowed,
/// with white space at both ends.
TypedScan read_typed_scan(std::string_view text);

} // namespace core
