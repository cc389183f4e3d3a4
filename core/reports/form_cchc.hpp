#pragma once

#include "core/domain/form_cchc.hpp"

#include <boost/json/fwd.hpp>

#include <array>
#include <string>

namespace reports {

/// The figures of the administrative reform report as JSON, CSV and text. What is not known is
/// null, an empty field and `chưa có số liệu`, never 0.
boost::json::value to_json(const core::FormCchc& form);
std::string to_csv(const core::FormCchc& form);
std::string to_plain_text(const core::FormCchc& form);

/// How the rows are counted, for under the table.
inline constexpr std::array<const char*, 3> cchc_notes = {
    "Dòng 31, 34: hồ sơ tiếp nhận trong kỳ qua mọi kênh; dòng 32, 35: những hồ sơ trong số đó nộp "
    "trực tuyến (rows 31, 34: any channel; 32, 35: those of them that came online).",
    "“Chưa có số liệu”: sổ không ghi nội dung này; không phải là 0 (not known, which is not 0).",
    "Các dòng khác của biểu không suy ra được từ sổ hồ sơ (the other rows do not follow from the "
    "books)."};

} // namespace reports
