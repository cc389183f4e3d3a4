#include "core/reports/report.hpp"
#include "core/reports/report_files.hpp"
#include "tests/support/read_back.hpp"
#include "tests/support/report_samples.hpp"

#include <catch2/catch.hpp>

using Catch::Matchers::Contains;

namespace {

std::string page_count(std::size_t pages) { return "/" + std::to_string(pages); }

} // namespace

TEST_CASE("a PDF's text is text, the sentence of the signed report among it", "[api][pdf]") {
    const auto report = samples::signed_report();
    const std::string text = read_back::pdf_text(reports::to_pdf(report));
    CHECK_THAT(text, Contains(reports::report_sentence(report.total)));
    for (const char* written :
         {"UBND phường Ba Hàng", "BÁO CÁO KẾT QUẢ TIẾP NHẬN, GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
          "Từ ngày 01/01/2023 đến ngày 31/07/2023", "– trước hạn – early 3.312 84,17% 3.935",
          "Đã số hóa Digitised 3.835 97,46% 3.935", "Liên thông Linked (inter-agency) 7",
          "NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG CƠ QUAN", "Trang 1/1"})
        CHECK_THAT(text, Contains(written));
}

TEST_CASE("a PDF is A4, across where its table is wide, dated by its period", "[api][pdf]") {
    const auto facts = [](const std::string& bytes) { return read_back::pdf_facts(bytes); };
    CHECK_THAT(facts(reports::to_pdf(samples::signed_report())),
               Contains("595.28 x 841.89 pts (A4)") && Contains("UBND phường Ba Hàng") &&
                   Contains("2023"));
    for (const std::string& wide : {reports::to_pdf(samples::report_of_groups(3)),
                                    reports::to_pdf(samples::signed_form_06a()),
                                    reports::to_pdf(samples::signed_form_cchc())})
        CHECK_THAT(facts(wide), Contains("841.89 x 595.28 pts (A4)"));
}

TEST_CASE("a long table has its heads and its number on every page, and every row once",
          "[api][pdf]") {
    const auto report = samples::report_of_groups(150);
    const std::string bytes = reports::to_pdf(report);
    const auto pages = read_back::pdf_pages(bytes);
    REQUIRE(pages.size() > 3);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        INFO("page " << i + 1);
        CHECK_THAT(pages[i], Contains("Trang " + std::to_string(i + 1) + page_count(pages.size())));
        if (pages[i].find("3.775") != std::string::npos)
            CHECK_THAT(pages[i], Contains("Nhóm") || Contains("Chỉ tiêu"));
    }
    const std::string text = read_back::pdf_text(bytes);
    for (const auto& group : report.groups) {
        INFO(group.key);
        const std::size_t at = text.find(group.key);
        REQUIRE(at != std::string::npos);
        CHECK(text.find(group.key, at + 1) == std::string::npos);
    }
    CHECK_THAT(text, Contains("Tổng cộng (Total)"));
}

TEST_CASE("the signatures have room to sign and never stand alone on a page", "[api][pdf]") {
    for (int groups = 0; groups < 30; ++groups) {
        INFO(groups << " groups");
        const std::string bytes = reports::to_pdf(samples::report_of_groups(groups));
        const std::string last = read_back::pdf_pages(bytes).back();
        CHECK_THAT(last, Contains("Ghi chú") && Contains("NGƯỜI LẬP BIỂU"));
        constexpr double room_to_sign = 60;
        CHECK(read_back::word_top(bytes, "Trang") - read_back::word_top(bytes, "THỦ") >
              room_to_sign);
    }
}

TEST_CASE("numbers of a great office stand unbroken on the page", "[api][pdf]") {
    core::PeriodReport report = samples::report_of_groups(0);
    core::PeriodFigures& f = report.total;
    f.received = {98'765'432, 87'654'321, 76'543'210};
    f.early = 65'432'109;
    f.on_time = 54'321'098;
    f.late = 43'210'987;
    f.online_resolved = 32'109'876;
    f.digitised = 21'098'765;
    f.returned = {98'765'431, 87'654'320, 76'543'219};
    report.groups = {{"1.000001", "Thủ tục", f}};
    const std::string text = read_back::pdf_text(reports::to_pdf(report));
    const std::string groups = text.substr(text.find("Theo thủ tục"));
    for (const char* number :
         {"262.962.963", "98.765.432", "87.654.321", "76.543.210", "162.964.194", "65.432.109",
          "40,15%", "54.321.098", "43.210.987", "32.109.876", "21.098.765", "76.543.219"})
        CHECK_THAT(groups, Contains(number));
}

TEST_CASE("a long name is wrapped, not cut off", "[api][pdf]") {
    core::PeriodReport report = samples::report_of_groups(0);
    std::string name;
    for (int i = 0; i < 60; ++i) name += (i == 0 ? "từ" : " từ") + std::to_string(i);
    report.groups = {{"1.000001", name, samples::signed_figures()}};
    const std::string text = read_back::pdf_text(reports::to_pdf(report));
    for (int i = 0; i < 60; ++i) CHECK_THAT(text, Contains("từ" + std::to_string(i)));
}

TEST_CASE("form 06a as a PDF has its columns, its total and its note", "[api][pdf]") {
    const std::string text = read_back::pdf_text(reports::to_pdf(samples::signed_form_06a()));
    for (const char* written :
         {"II.06a/VPCP", "Lĩnh vực giải quyết Field (2)", "In the period: online (4)",
          "Overdue (13)", "1 Hộ tịch 3.936 3.775 161 0 3.935 3.312 623 0 1 1 0",
          "Tổng cộng (Total) 3.936 3.775 161 0 3.935 3.312 623 0 1 1 0",
          "hồ sơ tạm dừng tính vào cột (12)"})
        CHECK_THAT(text, Contains(written));
}

TEST_CASE("form cchc as a PDF has the rows of the BIỂU and says what is not known", "[api][pdf]") {
    const std::string text = read_back::pdf_text(reports::to_pdf(samples::signed_form_cchc()));
    for (const char* written :
         {"14 Tổng số phản ánh, kiến nghị đã tiếp nhận Feedback received (complaints, proposals) "
          "chưa có số liệu",
          "Số TTHC cung cấp trực tuyến một phần Procedures offered partly online 99",
          "Dossiers of them handled online (partly) 3.624", "3.312 84,17% 3.935"})
        CHECK_THAT(text, Contains(written));
}

TEST_CASE("the same report gives the same bytes of a PDF", "[api][pdf]") {
    CHECK(reports::to_pdf(samples::report_of_groups(20)) ==
          reports::to_pdf(samples::report_of_groups(20)));
}
