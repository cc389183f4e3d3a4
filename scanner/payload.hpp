#pragma once

#include "core/domain/citizen_id.hpp"
#include "core/domain/enum_text.hpp"
#include "core/domain/typed_scan.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace scanner {

enum class PayloadKind { dossier, ticket, citizen_id, other };

/// As `motcua-scan` writes them.
inline constexpr auto payload_kinds =
    core::enum_text<PayloadKind>("payload_kind",
                                 {{PayloadKind::dossier, "dossier"},
                                  {PayloadKind::ticket, "ticket"},
                                  {PayloadKind::citizen_id, "citizen_id"},
                                  {PayloadKind::other, "other"}});

/// `dossier`, `citizen_id`
constexpr std::string_view to_text(PayloadKind kind) { return payload_kinds.text(kind); }

/// What the text of a code means to the office.
struct Payload {
    PayloadKind kind = PayloadKind::other;
    /// Of a dossier or a ticket: the code alone, as the books know it.
    std::string code{};
    /// Whether a check value of ours was in the text and held (core::read_code_payload).
    bool checked = false;
    /// Of a citizen's card.
    std::optional<core::CitizenCard> card{};
};

/// A text is a dossier or a ticket only when its form and its date hold, and the check where there
/// is one. Taken are `MC1:H:...` and `MC1:T:...`; the bare code; a dossier's code with `|` and
/// eight hex digits; a web address that ends in `/t/` and a ticket's code. Any text is allowed.
Payload classify_payload(std::string_view text);

/// The form of a dossier code, of any agency: `000.00.18.H55-230103-0001`, with a date that is on
/// the calendar.
bool is_dossier_code(std::string_view code);

/// `T230103-A012`, or the older `A012-230103`, with a date that is on the calendar.
bool is_ticket_code(std::string_view code);

/// What it is to those who are shown it.
core::ScanKind scan_kind(PayloadKind kind);

} // namespace scanner
