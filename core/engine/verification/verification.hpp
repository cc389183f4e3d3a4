#pragma once

#include "core/domain/message.hpp"
#include "core/engine/ports/store.hpp"

#include <cstdint>
#include <functional>

namespace core {

/// Something in the books that does not follow from the journal, named by its row.
struct Finding {
    Message where; // "journal row 17", "dossier 000.00.18.H55-230103-0001"
    Message what;
};

/// Findings named in full; further ones are counted.
inline constexpr std::int64_t named_finding_limit = 1'000;

struct VerifySummary {
    std::int64_t events = 0;
    std::int64_t dossiers = 0;
    std::int64_t counts = 0;
    std::int64_t tickets = 0;
    std::int64_t attachments = 0;
    std::int64_t findings = 0;
};

/// Checks the hash chain row by row, replays the journal and compares the office, calendar,
/// catalogue, users, devices, every dossier, ticket and attachment, every count and every code
/// number with what follows from it. Memory grows with days times groups, not with dossiers.
VerifySummary verify_books(BooksView& books,
                           const std::function<void(const Finding&)>& on_finding,
                           const Progress& progress);

} // namespace core
