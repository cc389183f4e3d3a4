#pragma once

#include "tests/support/random.hpp"

#include <array>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

/// The papers of printer/samples, and random ones of invented people.
namespace paper_samples {

inline constexpr std::array kinds = {
    "apology",  "batch-receipt", "control-slip",       "receipt",     "refusal",
    "register", "result-notice", "supplement-request", "stop-notice", "ticket"};

inline std::string sample(const std::string& kind) {
    std::ifstream file(std::string(SOURCE_ROOT) + "/printer/samples/" + kind + ".json");
    if (!file) throw std::runtime_error("no sample " + kind);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

inline std::string digits(Random& random, int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += static_cast<char>('0' + random.integer(0, 9));
    return text;
}

inline std::string person(Random& random) {
    static const std::array families = {"Nguyễn", "Trần",  "Lê",   "Phạm", "Hoàng", "Huỳnh",
                                        "Vũ",     "Võ",    "Đặng", "Bùi",  "Đỗ",    "Hồ",
                                        "Ngô",    "Dương", "Lý",   "Quách"};
    static const std::array middles = {"Thị", "Văn", "Hữu", "Đức", "Ngọc", "Thuỳ", "Xuân", "Quốc"};
    static const std::array given = {"Ánh",   "Bảo",  "Cường", "Diễm", "Đạt",    "Hằng",  "Khuê",
                                     "Lễ",    "Mẫn",  "Nghĩa", "Oanh", "Phượng", "Quỳnh", "Sỹ",
                                     "Thắng", "Uyển", "Vượng", "Xoan", "Yến",    "Ẩn"};
    return std::string(random.pick(families)) + " " + random.pick(middles) + " " +
           random.pick(given);
}

inline std::string date_digits(Random& random) {
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return std::to_string(random.integer(20, 29)) + two(random.integer(1, 12)) +
           two(random.integer(1, 28));
}

struct Paper {
    std::string kind;
    std::string json;
    std::string code;         ///< that its codes must say
    std::string payload_head; ///< of its QR: `MC1:T:`
};

inline Paper random_ticket(Random& random) {
    static const std::array services = {"Hộ tịch", "Chứng thực", "Đất đai, xây dựng, kinh doanh",
                                        "Chính sách xã hội, văn hoá và lĩnh vực khác"};
    const std::string number =
        std::string(1, static_cast<char>('A' + random.integer(0, 25))) + digits(random, 3);
    const std::string code = "T" + date_digits(random) + "-" + number;
    return {"ticket",
            R"({"office":{"name":"UBND phường Ba Hàng"},"issued_at":"2026-01-05T08:00:00+07:00",)"
            R"("number":")" +
                number + R"(","code":")" + code + R"(","service":")" + random.pick(services) +
                R"(","ahead":)" + std::to_string(random.integer(0, 40)) + R"(,"expected_wait_s":)" +
                std::to_string(random.integer(0, 5000)) + "}",
            code, "MC1:T:"};
}

inline Paper random_receipt(Random& random) {
    const std::string code = "000." + digits(random, 2) + "." + digits(random, 2) + ".H" +
                             digits(random, 2) + "-" + date_digits(random) + "-" +
                             digits(random, random.one_in(5) ? 5 : 4);
    std::string documents;
    for (int i = random.integer(1, 8); i > 0; --i) {
        documents += std::string(documents.empty() ? "" : ",") + R"({"name":"Giấy tờ của )" +
                     person(random) + R"(","originals":1})";
    }
    return {"receipt",
            R"({"office":{"name":"UBND phường Ba Hàng","place":"Ba Hàng"},)"
            R"("issued_at":"2026-01-05T08:00:00+07:00","received_at":"2026-01-05T08:00:00+07:00",)"
            R"("code":")" +
                code + R"(","applicant":{"name":")" + person(random) +
                R"("},"request":"Đăng ký khai sinh cho )" + person(random) + R"(","documents":[)" +
                documents + R"(],"officer":")" + person(random) + R"("})",
            code, "MC1:H:"};
}

} // namespace paper_samples
