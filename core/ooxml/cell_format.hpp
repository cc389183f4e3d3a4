#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ooxml {

/// What a cell's style makes of its number.
struct CellFormat {
    enum class Kind {
        plain,
        date,
        date_and_time, ///< or a time of day alone
        span,          ///< `[h]:mm`: hours beyond a day
        percent
    } kind = Kind::plain;
    std::size_t digits = 0; ///< `0000000000`: as many, with zeroes in front; 0 for no such format
    std::string letters{};  ///< of any but a plain one, `d-mmm`: in small letters, without quotes
};

/// What a number format of a workbook makes of a number: by its own text, or by its id where it is
/// one of those that every program has (ECMA-376 part 1, 18.8.30).
CellFormat cell_format(int id, std::string_view code);

/// The formats of `xl/styles.xml`, by the number that cells give (`s`).
std::vector<CellFormat> read_cell_formats(const std::string& styles);

/// A day number and its fraction as text: `2023-01-03`, `2023-01-03T08:12`, with seconds where they
/// are not 0; a fraction alone is a time of day, `15:00`. Dates count from 1900 as Lotus did it
/// (29/02/1900 was a day), or from 1904. The number itself where it is no date of those.
std::string date_text(double serial, bool from_1904, CellFormat::Kind kind);

/// The same, and a share or a span, as the sheet shows it and a person here most likely typed it:
/// `15/3` for a day and a month, the day first, `3/2023`, `15/03/2023 8:12`, `9:00`, `50%`. Empty
/// for a plain format and for what is no such date.
std::string typed_text(double number, bool from_1904, const CellFormat& format);

/// A number as digits: `1.9190004321E10` as `19190004321`, padded as the format says.
std::string number_text(std::string_view written, const CellFormat& format);

} // namespace ooxml
