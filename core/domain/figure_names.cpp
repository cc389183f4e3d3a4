#include "core/domain/figure_names.hpp"

#include <array>

namespace core {

namespace {

constexpr std::array names = {
    FigureName{"carried_over", [](const PeriodFigures& f) { return f.carried_over; }},
    FigureName{"received.total", [](const PeriodFigures& f) { return f.received.total(); }},
    FigureName{"received.online", [](const PeriodFigures& f) { return f.received.online; }},
    FigureName{"received.in_person", [](const PeriodFigures& f) { return f.received.in_person; }},
    FigureName{"received.postal", [](const PeriodFigures& f) { return f.received.postal; }},
    FigureName{"resolved.total", [](const PeriodFigures& f) { return f.resolved(); }},
    FigureName{"resolved.early", [](const PeriodFigures& f) { return f.early; }},
    FigureName{"resolved.on_time", [](const PeriodFigures& f) { return f.on_time; }},
    FigureName{"resolved.late", [](const PeriodFigures& f) { return f.late; }},
    FigureName{"withdrawn", [](const PeriodFigures& f) { return f.withdrawn; }},
    FigureName{"in_progress.total", [](const PeriodFigures& f) { return f.in_progress; }},
    FigureName{"in_progress.within_deadline",
               [](const PeriodFigures& f) { return f.within_deadline(); }},
    FigureName{"in_progress.overdue", [](const PeriodFigures& f) { return f.overdue; }},
    FigureName{"in_progress.suspended", [](const PeriodFigures& f) { return f.suspended; }},
    FigureName{"online_resolved", [](const PeriodFigures& f) { return f.online_resolved; }},
    FigureName{"digitised", [](const PeriodFigures& f) { return f.digitised; }},
    FigureName{"linked", [](const PeriodFigures& f) { return f.linked; }},
    FigureName{"returned.total", [](const PeriodFigures& f) { return f.returned.total(); }},
    FigureName{"returned.online", [](const PeriodFigures& f) { return f.returned.online; }},
    FigureName{"returned.in_person", [](const PeriodFigures& f) { return f.returned.in_person; }},
    FigureName{"returned.postal", [](const PeriodFigures& f) { return f.returned.postal; }},
};

} // namespace

std::span<const FigureName> figure_names() { return names; }

const FigureName* find_figure(std::string_view name) {
    for (const std::string& wanted : {std::string(name), std::string(name) + ".total"}) {
        for (const FigureName& each : names) {
            if (each.name == wanted) return &each;
        }
    }
    return nullptr;
}

std::string figure_list() {
    std::string list;
    for (const FigureName& each : names)
        list += (list.empty() ? "" : ", ") + std::string(each.name);
    return list;
}

} // namespace core
