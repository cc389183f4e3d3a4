#include "core/domain/form_cchc.hpp"

#include <cassert>
#include <string_view>
#include <utility>

namespace core {

namespace {

using Value = std::optional<std::int64_t>;

/// A text in Vietnamese and in English.
struct Words {
    const char* vietnamese;
    const char* english;
};

CchcRow row(int number, Words name, Value value, Words source) {
    return {number, "", name.vietnamese,   name.english,
            value,  {}, source.vietnamese, source.english};
}

CchcRow figure(const char* section, Words name, Value value, Words source, Value base = {}) {
    return {0,     section, name.vietnamese,   name.english,
            value, base,    source.vietnamese, source.english};
}

/// Received in the period, of the procedures of a level. A level without a group has none.
ByChannel received_of(const PeriodReport& by_level, OnlineLevel level) {
    for (const ReportGroup& group : by_level.groups) {
        if (group.key == to_text(level)) return group.figures.received;
    }
    return {};
}

constexpr Words in_catalogue = {"Danh mục TTHC có hiệu lực vào ngày cuối kỳ",
                                "catalogue: procedures in force on the last day"};
constexpr Words received_any = {"Sổ hồ sơ: tiếp nhận trong kỳ, mọi kênh",
                                "books: received in the period, any channel"};
constexpr Words received_online = {"Sổ hồ sơ: tiếp nhận trong kỳ, nộp trực tuyến",
                                   "books: received in the period, sent in online"};
constexpr Words sent_in = {"Phản ánh, kiến nghị gửi qua phần mềm trong kỳ",
                           "feedback sent in through the program in the period"};
constexpr Words not_followed = {"Sổ không theo dõi việc giải quyết phản ánh, kiến nghị",
                                "the books do not follow what becomes of feedback"};

std::vector<CchcRow> desk_rows(const ProcedureCounts& procedures, const FeedbackCounts& feedback) {
    return {row(8,
                {"Số TTHC được công khai tại một cửa (trang thông tin điện tử)",
                 "Procedures published at the desk (and on the website)"},
                procedures.ward,
                {"Danh mục TTHC có hiệu lực vào ngày cuối kỳ, thuộc thẩm quyền cấp xã",
                 "catalogue: the ward's own procedures in force on the last day"}),
            row(14,
                {"Tổng số phản ánh, kiến nghị đã tiếp nhận",
                 "Feedback received (complaints, proposals)"},
                feedback.received, sent_in),
            row(15, {"Tổng số phản ánh, kiến nghị đã giải quyết", "Feedback resolved"},
                feedback.resolved, not_followed)};
}

std::vector<CchcRow> online_rows(const ProcedureCounts& procedures,
                                 const ByChannel& partial,
                                 const ByChannel& full,
                                 const PeriodFigures& total) {
    return {
        row(30, {"Số TTHC cung cấp trực tuyến một phần", "Procedures offered partly online"},
            procedures.partial, in_catalogue),
        row(31,
            {"Số hồ sơ của TTHC cung cấp trực tuyến một phần (gồm tiếp nhận trực tuyến và trực "
             "tiếp)",
             "Dossiers of partly online procedures (received online and in person)"},
            partial.total(), received_any),
        row(32,
            {"Số hồ sơ được xử lý trực tuyến một phần", "Dossiers of them handled online (partly)"},
            partial.online, received_online),
        row(33, {"Số TTHC cung cấp trực tuyến toàn trình", "Procedures offered fully online"},
            procedures.full, in_catalogue),
        row(34,
            {"Số hồ sơ của TTHC cung cấp trực tuyến toàn trình (gồm tiếp nhận trực tuyến và trực "
             "tiếp)",
             "Dossiers of fully online procedures (received online and in person)"},
            full.total(), received_any),
        row(35,
            {"Số hồ sơ được xử lý trực tuyến toàn trình",
             "Dossiers of them handled online (fully)"},
            full.online, received_online),
        row(36, {"Số hồ sơ được tiếp nhận qua dịch vụ bưu chính", "Dossiers received by post"},
            total.received.postal,
            {"Sổ hồ sơ: tiếp nhận trong kỳ qua bưu chính",
             "books: received in the period by post"}),
        row(37,
            {"Số hồ sơ được trả kết quả qua dịch vụ bưu chính công ích",
             "Dossiers whose result was returned by post"},
            total.returned.postal,
            {"Sổ hồ sơ: trả kết quả trong kỳ qua bưu chính",
             "books: returned in the period by post"})};
}

std::vector<CchcRow> results_of_the_text(const PeriodFigures& f) {
    constexpr Words books = {"Sổ hồ sơ", "books"};
    const char* const section = "II.2";
    const std::int64_t resolved = f.resolved();
    return {
        figure(section, {"Hồ sơ kỳ trước chuyển qua", "Carried over"}, f.carried_over, books),
        figure(section, {"Tổng số hồ sơ tiếp nhận", "Received"}, f.received.total(), books),
        figure(section, {"Tổng số hồ sơ đã giải quyết", "Resolved"}, resolved, books),
        figure(section, {"Giải quyết trước hạn", "Resolved early"}, f.early, books, resolved),
        figure(section, {"Giải quyết đúng hạn", "Resolved on time"}, f.on_time, books, resolved),
        figure(section, {"Giải quyết quá hạn", "Resolved late"}, f.late, books, resolved),
        figure(section, {"Hồ sơ đã rút, dừng giải quyết", "Withdrawn, stopped"}, f.withdrawn,
               books),
        figure(section, {"Hồ sơ đang giải quyết", "In progress"}, f.in_progress, books),
        figure(section, {"Hồ sơ được tiếp nhận và giải quyết trực tuyến", "Online and resolved"},
               f.online_resolved, books, resolved),
        figure(section, {"Hồ sơ TTHC liên thông", "Linked"}, f.linked, books),
        figure(section, {"Hồ sơ đã số hóa", "Digitised"}, f.digitised, books, resolved)};
}

std::vector<CchcRow>
services_of_the_text(const ProcedureCounts& procedures, std::int64_t partial, std::int64_t full) {
    constexpr Words rows = {"Dòng 31 + dòng 34", "row 31 + row 34"};
    return {
        figure("II.6",
               {"Tổng số hồ sơ dịch vụ công trực tuyến (hồ sơ của TTHC cung cấp trực tuyến, mọi "
                "kênh)",
                "Dossiers of procedures offered online, whatever way they came"},
               partial + full, rows),
        figure("VI.4",
               {"Số TTHC của cơ quan trung ương tổ chức theo ngành dọc tiếp nhận tại Bộ phận một "
                "cửa",
                "Procedures of vertically organised agencies received at the desk"},
               procedures.vertical, in_catalogue)};
}

void append(std::vector<CchcRow>& rows, std::vector<CchcRow> more) {
    for (CchcRow& next : more) rows.push_back(std::move(next));
}

} // namespace

ProcedureCounts count_procedures(const Catalogue& catalogue, Day day) {
    ProcedureCounts counts;
    for (const ProcedureVersion& version : catalogue.versions()) {
        // Of a code's versions in force at once only the one that counts is that of the code.
        if (catalogue.in_force(version.code, day) != &version) continue;
        ++(version.sector == Sector::ward ? counts.ward : counts.vertical);
        counts.partial += version.online_level == OnlineLevel::partial;
        counts.full += version.online_level == OnlineLevel::full;
    }
    return counts;
}

FormCchc make_form_cchc(const PeriodReport& by_level,
                        const ProcedureCounts& procedures,
                        const FeedbackCounts& feedback) {
    assert(by_level.by == GroupBy::level);
    const ByChannel partial = received_of(by_level, OnlineLevel::partial);
    const ByChannel full = received_of(by_level, OnlineLevel::full);
    FormCchc form{by_level.office, by_level.first, by_level.last, {}, {}, by_level.total};
    append(form.rows, desk_rows(procedures, feedback));
    append(form.rows, online_rows(procedures, partial, full, by_level.total));
    append(form.figures, results_of_the_text(by_level.total));
    append(form.figures, services_of_the_text(procedures, partial.total(), full.total()));
    return form;
}

} // namespace core
