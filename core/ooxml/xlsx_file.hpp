#pragma once

#include "core/engine/import/record_source.hpp"
#include "core/ooxml/package.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ooxml {

/// A workbook (.xlsx) with a table in one of its sheets: the visible one whose first row with
/// something in it has most of the columns, the first of equals. A second one with all columns and
/// rows below refuses the file; what other visible sheets hold is passed over. Values come as the
/// spreadsheet keeps them: dates as `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, whole numbers as digits, a
/// formula by the value that was computed last. Memory is bounded whatever the sheet holds.
class XlsxFile : public core::TableFile {
public:
    explicit XlsxFile(std::filesystem::path file) : file_(std::move(file)) {}

    /// The bytes must outlive it.
    explicit XlsxFile(std::string_view bytes) : bytes_(bytes) {}

    /// A damaged package is refused here, or told as the problem of the row where it breaks off.
    core::Result<std::unique_ptr<core::RecordSource>>
    open(const std::vector<std::string>& columns) override;

    std::vector<std::string> passed_sheets() const override { return passed_sheets_; }

private:
    Package open_package() const;

    std::filesystem::path file_; ///< empty: the bytes
    std::string_view bytes_;
    std::optional<Package> package_;
    std::vector<std::string> passed_sheets_;
};

/// Whether the bytes begin as an archive does.
bool is_package(std::string_view beginning);

} // namespace ooxml
