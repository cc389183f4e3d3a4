#include "core/reports/group_name.hpp"

namespace reports {

std::string group_name(core::GroupBy by, const core::ReportGroup& group, words::Language language) {
    switch (by) {
    case core::GroupBy::channel:
        return std::string(words::word(language, core::channels.vocabulary().name, group.key));
    case core::GroupBy::level:
        return std::string(words::word(language, core::online_levels.vocabulary().name, group.key));
    case core::GroupBy::month: // `2024-05`
        return words::say(
            language,
            {"month-name", {{"month", group.key.substr(5) + "/" + group.key.substr(0, 4)}}});
    case core::GroupBy::officer:
        if (group.key.empty()) return words::say(language, "officer-unknown");
        break;
    case core::GroupBy::field:
    case core::GroupBy::procedure:
        break;
    }
    return group.name;
}

Words grouped_by(core::GroupBy by) {
    const Words grouping = lowered(words_of(core::groupings.vocabulary().name, core::to_text(by)));
    return {said({"report-grouped-by", {{"grouping", grouping.vietnamese}}}).vietnamese,
            said({"report-grouped-by", {{"grouping", grouping.english}}}).english};
}

} // namespace reports
