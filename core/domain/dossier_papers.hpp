#pragma once

#include "core/domain/act.hpp"
#include "core/domain/dossier.hpp"
#include "core/domain/enum_text.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace core {

/// The papers that are printed of one dossier (law.md §4), as printer/data/schema.json names them.
enum class PaperKind {
    receipt,            ///< form 01, with the appointment
    control_slip,       ///< form 05: from hand to hand
    supplement_request, ///< form 02
    apology,            ///< form 04, with the new appointment
    result_notice,
    refusal,     ///< form 03
    stop_notice, ///< form 05 of the 2025 set
};

inline constexpr auto paper_kinds =
    enum_text<PaperKind>("paper",
                         {{PaperKind::receipt, "receipt"},
                          {PaperKind::control_slip, "control-slip"},
                          {PaperKind::supplement_request, "supplement-request"},
                          {PaperKind::apology, "apology"},
                          {PaperKind::result_notice, "result-notice"},
                          {PaperKind::refusal, "refusal"},
                          {PaperKind::stop_notice, "stop-notice"}});

constexpr std::string_view to_text(PaperKind kind) { return paper_kinds.text(kind); }

/// Whether the dossier's course has made the paper. `acts`: all that were done on it, in any order;
/// a dossier of an imported register has none, and so no paper that tells of an act.
bool has_paper(PaperKind kind, const Dossier& dossier, std::span<const Act> acts);

/// Those that can be printed of it, in the table's order.
std::vector<PaperKind> papers_of(const Dossier& dossier, std::span<const Act> acts);

} // namespace core
