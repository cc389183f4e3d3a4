#pragma once

#include "core/domain/form_06a.hpp"
#include "core/domain/form_cchc.hpp"
#include "core/domain/period_figures.hpp"
#include "core/reports/bilingual.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

/// What a report puts on paper and into a workbook alike: its texts and tables, without any
/// measure of either.
namespace reports {

enum class ColumnKind {
    text,
    count,
    percent, // of a Share only how much of the base it is
    share    // of a Share both, the part and how much of the base it is
};

struct Column {
    ColumnKind kind = ColumnKind::count;
    Words name;
    Words group;             // over the columns beside it with the same group; may be empty
    std::string number;      // such as `(3)`, where the form numbers its columns
    double text_width = 0.0; // of a text column, in characters that read well
};

/// Of text that reads well in `width` characters.
Column text_column(Words name, double width);

Column count_column(Words name, Words group = {}, std::string number = {});

struct NotKnown {};

/// A part of a base: printed with both.
struct Share {
    std::int64_t part = 0;
    std::int64_t base = 0;
};

/// An empty text is an empty cell; what is not known is written out.
using Cell = std::variant<std::string, std::int64_t, Share, NotKnown>;

struct Table {
    Words caption; // short: also the name of a workbook's sheet
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows; // a cell a column
    std::vector<Cell> total;             // empty where there is none
};

enum class Orientation { portrait, landscape };

struct ReportDocument {
    std::string office;
    Words title;
    core::Day first;
    core::Day last;
    std::vector<std::string> paragraphs; // before the tables
    std::vector<Table> tables;
    std::vector<std::string> notes; // after them
    Orientation orientation = Orientation::landscape;
};

ReportDocument document_of(const core::PeriodReport& report);
ReportDocument document_of(const core::Form06a& form);
ReportDocument document_of(const core::FormCchc& form);

/// `Từ ngày 01/01/2023 đến ngày 31/07/2023 (from 01/01/2023 to 31/07/2023)`
std::string period_text(const ReportDocument& document);

} // namespace reports
