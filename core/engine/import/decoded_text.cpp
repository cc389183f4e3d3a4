// The file is read in blocks, each decoded into UTF-8 and handed on. What a block ends within (half
// a code unit of UTF-16, a CR whose LF may come, a Ctrl-Z that may be the last) waits for the next.

#include "core/engine/import/decoded_text.hpp"

#include "core/domain/failure.hpp"
#include "core/engine/import/utf16_decoder.hpp"

#include <algorithm>
#include <optional>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core {

namespace {

constexpr std::size_t block_bytes = std::size_t{64} * 1024;
constexpr char ctrl_z = '\x1A';

} // namespace

class DecodedText::Buffer : public std::streambuf {
public:
    explicit Buffer(std::istream& file) : file_(file), block_(block_bytes) {
        const std::string_view first = read_block();
        if (first.starts_with("\xFF\xFE")) {
            form_.encoding = TextForm::Encoding::utf16_little;
            utf16_.emplace(Utf16Decoder::Order::little);
            decode(first.substr(2));
        } else if (first.starts_with("\xFE\xFF")) {
            form_.encoding = TextForm::Encoding::utf16_big;
            utf16_.emplace(Utf16Decoder::Order::big);
            decode(first.substr(2));
        } else {
            constexpr std::string_view mark = "\xEF\xBB\xBF";
            decode(first.starts_with(mark) ? first.substr(mark.size()) : first);
        }
        form_.cr_ends_lines =
            text_.find('\r') != std::string::npos && text_.find('\n') == std::string::npos;
        if (form_.cr_ends_lines) std::ranges::replace(text_, '\r', '\n');
        show();
    }

    const TextForm& form() const { return form_; }

    std::int64_t position() const { return position_; }

    std::string_view beginning(std::size_t most) const {
        return std::string_view(text_).substr(0, most);
    }

protected:
    int_type underflow() override {
        while (gptr() == egptr()) {
            if (at_end_) return traits_type::eof();
            text_.clear();
            decode(read_block());
            if (form_.cr_ends_lines) std::ranges::replace(text_, '\r', '\n');
            show();
        }
        return traits_type::to_int_type(*gptr());
    }

private:
    std::string_view read_block() {
        file_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
        if (file_.bad()) throw Failure("csv-reading-failed");
        const auto size = static_cast<std::size_t>(file_.gcount());
        position_ += file_.gcount();
        at_end_ = size == 0;
        return {block_.data(), size};
    }

    void decode(std::string_view bytes) {
        std::string decoded = std::exchange(waiting_, {});
        if (utf16_) {
            utf16_->decode(bytes, decoded);
            if (at_end_) utf16_->end(decoded);
        } else {
            decoded += bytes;
        }
        // The mark of MS-DOS, and line ends behind it, are no text when nothing follows them.
        const std::size_t last = decoded.find_last_not_of("\r\n\x1A");
        const std::size_t tail = last == std::string::npos ? 0 : last + 1;
        const std::size_t mark = decoded.find(ctrl_z, tail);
        if (mark != std::string::npos) {
            constexpr std::size_t longest_tail = 16;
            if (at_end_) {
                decoded.resize(mark);
            } else if (decoded.size() - mark <= longest_tail) {
                waiting_ = decoded.substr(mark);
                decoded.resize(mark);
            }
        }
        text_ += decoded;
    }

    void show() {
        char* begin = text_.data();
        setg(begin, begin, begin + text_.size());
    }

    std::istream& file_;
    std::vector<char> block_;
    TextForm form_;
    std::optional<Utf16Decoder> utf16_;
    std::string waiting_;
    std::string text_;
    std::int64_t position_ = 0;
    bool at_end_ = false;
};

DecodedText::DecodedText(std::istream& file)
    : std::istream(nullptr), buffer_(std::make_unique<Buffer>(file)) {
    rdbuf(buffer_.get());
}

DecodedText::~DecodedText() = default;

const TextForm& DecodedText::form() const { return buffer_->form(); }

std::string_view DecodedText::beginning(std::size_t most) { return buffer_->beginning(most); }

std::int64_t DecodedText::position() const { return buffer_->position(); }

} // namespace core
