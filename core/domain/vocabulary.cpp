#include "core/domain/vocabulary.hpp"

#include "core/domain/act.hpp"
#include "core/domain/citizen_id.hpp"
#include "core/domain/deadline.hpp"
#include "core/domain/device_part.hpp"
#include "core/domain/dossier.hpp"
#include "core/domain/dossier_papers.hpp"
#include "core/domain/event_type.hpp"
#include "core/domain/feedback.hpp"
#include "core/domain/field_damage.hpp"
#include "core/domain/figure_names.hpp"
#include "core/domain/letters.hpp"
#include "core/domain/period_figures.hpp"
#include "core/domain/printer_health.hpp"
#include "core/domain/procedure.hpp"
#include "core/domain/proposed_days_off.hpp"
#include "core/domain/register_entry.hpp"
#include "core/domain/report_form.hpp"
#include "core/domain/role.hpp"
#include "core/domain/same_fact.hpp"
#include "core/domain/ticket.hpp"
#include "core/domain/ticket_act.hpp"
#include "core/domain/work_group.hpp"
#include "core/domain/working_calendar.hpp"

#include <algorithm>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace core {

namespace {

/// The figures of the period report, by their paths.
std::span<const std::string_view> figures() {
    static const auto names = [] {
        std::vector<std::string_view> all;
        for (const FigureName& figure : figure_names()) all.push_back(figure.name);
        return all;
    }();
    return names;
}

const Vocabulary& find(std::string_view name, std::span<const Vocabulary> further) {
    for (const std::span<const Vocabulary> list : {vocabularies(), further}) {
        const auto found = std::ranges::find(list, name, &Vocabulary::name);
        if (found != list.end()) return *found;
    }
    throw std::logic_error("a schema names no vocabulary: " + std::string(name));
}

/// `"online", "in_person"`: names are letters, digits and signs that JSON needs no escape for.
std::string in_quotes(const Vocabulary& vocabulary) {
    std::string list;
    for (const std::string_view name : vocabulary.names) {
        if (!list.empty()) list += ", ";
        list += '"';
        list += name;
        list += '"';
    }
    return list;
}

} // namespace

std::span<const Vocabulary> vocabularies() {
    static const std::vector<Vocabulary> all = {
        dossier_states.vocabulary(),  dossier_acts.vocabulary(),       channels.vocabulary(),
        decisions.vocabulary(),       outcomes.vocabulary(),           endings.vocabulary(),
        step_kinds.vocabulary(),      deadline_units.vocabulary(),     online_levels.vocabulary(),
        sectors.vocabulary(),         day_kinds.vocabulary(),          {"weekday", weekday_names},
        ticket_states.vocabulary(),   ticket_acts.vocabulary(),        priorities.vocabulary(),
        {"figure", figures()},        figures_by_day.vocabulary(),     groupings.vocabulary(),
        sexes.vocabulary(),           card_fields.vocabulary(),        roles.vocabulary(),
        device_kinds.vocabulary(),    device_states.vocabulary(),      feedback_kinds.vocabulary(),
        printer_healths.vocabulary(), {"event", event_types()},        work_groups.vocabulary(),
        paper_kinds.vocabulary(),     same_facts.vocabulary(),         report_forms.vocabulary(),
        device_parts.vocabulary(),    presences.vocabulary(),          unfit_kinds.vocabulary(),
        damage_kinds.vocabulary(),    national_day_sides.vocabulary(), new_year_eves.vocabulary(),
    };
    return all;
}

std::string list_of(const Vocabulary& vocabulary) {
    std::string list;
    for (const std::string_view name : vocabulary.names) {
        if (!list.empty()) list += ", ";
        list += name;
    }
    return list;
}

std::string with_names(std::string_view schema, std::span<const Vocabulary> further) {
    constexpr std::string_view open = "\"<";
    constexpr std::string_view close = ">\"";
    std::string text;
    while (true) {
        const std::size_t at = schema.find(open);
        text += schema.substr(0, at);
        if (at == std::string_view::npos) return text;
        schema.remove_prefix(at + open.size());
        const std::size_t end = schema.find(close);
        if (end == std::string_view::npos) throw std::logic_error("a name in a schema has no end");
        text += in_quotes(find(schema.substr(0, end), further));
        schema.remove_prefix(end + close.size());
    }
}

} // namespace core
