#pragma once

#include "core/domain/message.hpp"
#include "core/domain/period_figures.hpp"
#include "core/domain/procedure.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core {

/// The procedures in force on a day, each code once.
struct ProcedureCounts {
    std::int64_t ward = 0;     // of the ward's own competence
    std::int64_t vertical = 0; // of agencies organised vertically, received at the desk
    std::int64_t partial = 0;  // partly online, of either sector
    std::int64_t full = 0;     // fully online, of either sector

    bool operator==(const ProcedureCounts&) const = default;
};

ProcedureCounts count_procedures(const Catalogue& catalogue, Day day);

/// Feedback (phản ánh, kiến nghị) of a period, as far as it is known.
struct FeedbackCounts {
    std::optional<std::int64_t> received;
    std::optional<std::int64_t> resolved;
};

/// One figure of the administrative reform report (báo cáo cải cách hành chính).
struct CchcRow {
    int number = 0; // of the row in the BIỂU THỐNG KÊ; 0 for a figure of the report's text
    std::string section; // of that text, such as `II.2`; empty for a row
    Message name;
    std::optional<std::int64_t> value; // none: not known
    std::optional<std::int64_t> base;  // of what the value is a share, where it is one
    Message source;                    // what is counted, where
};

/// The figures of the report that follow from the books. The rest of its 37 rows (documents
/// issued, people trained, …) is no dossier's business and stays with who signs it.
struct FormCchc {
    std::string office;
    Day first;
    Day last;
    std::vector<CchcRow> rows;    // of the BIỂU, by number
    std::vector<CchcRow> figures; // of the text, by section
    PeriodFigures total;          // what the sentence of section II.2 tells
};

/// From a period report by level (asserted). Rows 31 and 34 count the dossiers received of partly
/// and of fully online procedures by any channel, 32 and 35 those of them that came online
/// (law.md §6): no row can exceed the one before it.
FormCchc make_form_cchc(const PeriodReport& by_level,
                        const ProcedureCounts& procedures,
                        const FeedbackCounts& feedback);

} // namespace core
