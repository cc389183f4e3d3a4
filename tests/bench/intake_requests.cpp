#include "tests/bench/intake_requests.hpp"

#include "tests/bench/http_text.hpp"

#include <array>

namespace bench {

namespace {

// Of the demonstration catalogue, in three fields, from "at once" to 20 working days.
constexpr std::array procedures = {"2.000815", "1.001193", "1.010824", "1.003583"};

// Invented.
constexpr std::array names = {"Nguyễn Văn An",    "Trần Thị Bích Hoa", "Lê Hoàng Minh",
                              "Phạm Thị Ngọc",    "Hoàng Văn Thái",    "Vũ Thị Thanh Huyền",
                              "Dương Quốc Khánh", "Lương Bích Hoa"};

std::string body_of(std::size_t kind) {
    return std::string(R"({"procedure":")") + procedures.at(kind % procedures.size()) +
           R"(","applicant":{"name":")" + names.at(kind % names.size()) +
           R"(","id_number":"0190########","phone":"09########",)"
           R"("address":"Tổ 2, phường Ba Hàng, thành phố Phổ Yên, tỉnh Thái Nguyên"},)"
           R"("channel":"in_person","documents":["Tờ khai theo mẫu",)"
           R"({"name":"Giấy tờ tuỳ thân","originals":1},{"name":"Giấy chứng nhận","certified":2}],)"
           R"("fee_vnd":2000})";
}

} // namespace

NumberedText::NumberedText(std::string text) : text_(std::move(text)) {
    for (std::size_t at = text_.find('#'); at != std::string::npos; at = text_.find('#', at)) {
        std::size_t end = text_.find_first_not_of('#', at);
        if (end == std::string::npos) end = text_.size();
        places_.push_back({at, end - at});
        at = end;
    }
}

const std::string& NumberedText::with(std::uint64_t number) {
    for (const Place& place : places_) {
        std::uint64_t rest = number;
        for (std::size_t i = place.width; i > 0; --i) {
            text_[place.at + i - 1] = static_cast<char>('0' + rest % 10);
            rest /= 10;
        }
    }
    return text_;
}

std::vector<NumberedText>
intake_texts(const std::string& token, Keys keys, const std::string& series) {
    Headers headers = bearer(token);
    if (keys == Keys::each) headers.emplace_back("Idempotency-Key", series + "-##########");
    std::vector<NumberedText> texts;
    for (std::size_t kind = 0; kind < names.size(); ++kind)
        texts.emplace_back(make_request("POST", "/api/v1/dossiers", headers, body_of(kind)));
    return texts;
}

std::string_view IntakeRequests::next(int) {
    const std::uint64_t number = number_++;
    return texts_[number % texts_.size()].with(number);
}

} // namespace bench
