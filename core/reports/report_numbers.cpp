#include "core/reports/report_numbers.hpp"

#include "core/domain/period_figures.hpp"
#include "core/domain/text.hpp"
#include "core/reports/bilingual.hpp"

#include <cstdio>

namespace reports {

std::string not_known() { return said_in_vietnamese("report-not-known"); }

std::string show_percent(std::int64_t part, std::int64_t base) {
    const auto hundredths = core::percent_hundredths(part, base);
    if (!hundredths) return "–";
    char text[32];
    std::snprintf(text, sizeof text, "%lld,%02lld%%", static_cast<long long>(*hundredths / 100),
                  static_cast<long long>(*hundredths % 100));
    return text;
}

std::string show_share(std::int64_t part, std::int64_t base) {
    return show_percent(part, base) + " (" + core::show_count(part) + "/" + core::show_count(base) +
           ")";
}

} // namespace reports
