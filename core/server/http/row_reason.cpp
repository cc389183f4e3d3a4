#include "core/server/http/row_reason.hpp"

#include <array>
#include <utility>

namespace server {

namespace {

// What the engine says, and the same in Vietnamese; longer ones before their parts.
constexpr std::array<std::pair<std::string_view, std::string_view>, 27> sentences = {{
    {"line 1: columns ", "dòng đầu: "},
    {"missing: ", "thiếu cột "},
    {"unknown: ", "cột lạ "},
    {"more than once: ", "cột lặp lại "},
    {"the file is empty", "tệp trống"},
    {" is not a date YYYY-MM-DD that exists", " không phải ngày có thật (YYYY-MM-DD)"},
    {" is not a time HH:MM", " không phải giờ (HH:MM)"},
    {"is empty", "còn trống"},
    {" is not one of ", " không thuộc: "},
    {" is not an amount in whole VND", " không phải số tiền chẵn đồng"},
    {" is not a number of ", " không phải số "},
    {" (halves are for working days and hours)", ""},
    {" stands twice, as holiday and as working",
     " có hai dòng, vừa là ngày nghỉ vừa là ngày làm việc"},
    {" stands twice", " có hai dòng"},
    {"is before effective_from", "trước ngày có hiệu lực (effective_from)"},
    {"has control characters", "có ký tự điều khiển"},
    {"the version of ", "phiên bản của "},
    {" has dossiers, so its field, duration, level and linkage stay; add a new version from a "
     "later date",
     " đã có hồ sơ nên lĩnh vực, thời hạn, mức độ và liên thông giữ nguyên; hãy thêm phiên bản mới "
     "từ ngày sau đó"},
    {": not UTF-8 at byte ", ": không phải UTF-8, hãy lưu tệp dưới dạng CSV UTF-8, ở byte "},
    {" of the field", " của ô"},
    {"a quote that is not closed before the end of the file", "dấu nháy kép không được đóng"},
    {"a quote inside a field that does not begin with one",
     "dấu nháy kép giữa ô không có nháy đầu"},
    {"text after a closing quote", "chữ sau dấu nháy kép đóng"},
    {"a carriage return that ends no line", "ký tự xuống dòng lẻ (CR)"},
    {"control character ", "ký tự điều khiển "},
    {"the record is longer than ", "dòng dài quá "},
    {"column ", "cột "},
}};

} // namespace

std::string vietnamese_reason(std::string_view reason) {
    std::string text(reason);
    for (const auto& [english, vietnamese] : sentences) {
        const std::size_t at = text.find(english);
        if (at != std::string::npos) text.replace(at, english.size(), vietnamese);
    }
    return text;
}

} // namespace server
