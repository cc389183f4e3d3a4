#pragma once

#include <cstddef>
#include <cstdint>
#include <istream>
#include <memory>
#include <string_view>

namespace core {

/// How the bytes of a text file were understood.
struct TextForm {
    enum class Encoding { utf8, utf16_little, utf16_big } encoding = Encoding::utf8;
    bool cr_ends_lines = false; ///< CR alone, as old Macs and some phones write
};

/// A text file as UTF-8 with LF or CRLF, whatever of its kind it is: UTF-8 with a mark or without,
/// UTF-16 with its mark, lines that end in CR alone, the Ctrl-Z of MS-DOS at the end. Anything else
/// comes through as it is. Reads in blocks; memory is bounded whatever the file holds.
class DecodedText : public std::istream {
public:
    /// `file` must outlive it. Throws Failure when it cannot be read.
    explicit DecodedText(std::istream& file);
    ~DecodedText() override;
    DecodedText(const DecodedText&) = delete;
    DecodedText& operator=(const DecodedText&) = delete;
    DecodedText(DecodedText&&) = delete;
    DecodedText& operator=(DecodedText&&) = delete;

    const TextForm& form() const;

    /// The beginning of the text, at most `most` bytes, without taking it.
    std::string_view beginning(std::size_t most);

    /// Bytes of the file that were read.
    std::int64_t position() const;

private:
    class Buffer;
    std::unique_ptr<Buffer> buffer_;
};

} // namespace core
