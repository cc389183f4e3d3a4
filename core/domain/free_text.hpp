#pragma once

#include "core/domain/result.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace core {

/// Text that somebody writes as he likes: a reason, a complaint. Refuses letters that no text may
/// have (letters.hpp), a whole in letters of another font or code page or with letters lost
/// from within words, and what a spreadsheet makes of a cell; line ends of any program become LF.
class FreeText {
public:
    /// Requires valid UTF-8.
    static Result<FreeText> read(std::string_view text);

    /// Trimmed, in NFC, otherwise as it came.
    const std::string& written() const { return written_; }

private:
    explicit FreeText(std::string written) : written_(std::move(written)) {}

    std::string written_;
};

/// The same in one line: a login, a code, the name of a file. A line end is a letter that it may
/// not have.
class FreeLine {
public:
    /// Requires valid UTF-8.
    static Result<FreeLine> read(std::string_view text);

    const std::string& written() const { return written_; }

private:
    explicit FreeLine(std::string written) : written_(std::move(written)) {}

    std::string written_;
};

} // namespace core
