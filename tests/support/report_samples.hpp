#pragma once

#include "core/domain/form_06a.hpp"
#include "core/domain/form_cchc.hpp"
#include "core/domain/period_figures.hpp"
#include "tests/support/print_time.hpp"
#include "tests/support/random_samples.hpp"

#include <string>

/// Reports with the figures of the signed report, made without any books.
namespace samples {

inline core::PeriodFigures signed_figures() {
    core::PeriodFigures f;
    f.received = {3775, 161, 0};
    f.early = 3312;
    f.on_time = 623;
    f.in_progress = 1;
    f.online_resolved = 3775;
    f.digitised = 3835;
    f.linked = 7;
    f.returned = {136, 3520, 0};
    return f;
}

inline core::PeriodReport signed_report() {
    return {"UBND phường Ba Hàng",
            "000.00.18.H55",
            date(2023, 1, 1),
            date(2023, 7, 31),
            std::nullopt,
            signed_figures(),
            {}};
}

/// The same with its dossiers by level, as the register has them.
inline core::PeriodReport signed_report_by_level() {
    core::PeriodReport report = signed_report();
    report.by = core::GroupBy::level;
    const auto received = [](std::int64_t online, std::int64_t in_person) {
        core::PeriodFigures f;
        f.received = {online, in_person, 0};
        return f;
    };
    report.groups = {{"full", "Toàn trình", received(151, 0)},
                     {"none", "Không", received(0, 9)},
                     {"partial", "Một phần", received(3624, 152)}};
    return report;
}

inline core::FormCchc signed_form_cchc() {
    return core::make_form_cchc(signed_report_by_level(), {141, 11, 99, 42}, {});
}

/// A report by procedure, each of its groups with the whole report's figures.
inline core::PeriodReport report_of_groups(int groups) {
    core::PeriodReport report = signed_report();
    report.by = core::GroupBy::procedure;
    for (int i = 1; i <= groups; ++i) {
        const std::string code = "1." + std::to_string(100'000 + i);
        report.groups.push_back({code, "Thủ tục số " + std::to_string(i), signed_figures()});
    }
    return report;
}

inline core::Form06a signed_form_06a() {
    core::PeriodReport report = signed_report();
    report.by = core::GroupBy::field;
    report.groups = {{"Hộ tịch", "Hộ tịch", signed_figures()}};
    return core::make_form_06a(report);
}

} // namespace samples
