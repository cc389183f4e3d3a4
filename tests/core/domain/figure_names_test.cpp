#include "core/domain/figure_names.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>

TEST_CASE("every figure has a name of its own and is found by it", "[domain][figures]") {
    std::set<std::string_view> names;
    for (const core::FigureName& figure : core::figure_names()) {
        names.insert(figure.name);
        CHECK(core::find_figure(figure.name) == &figure);
        CHECK_THAT(core::figure_list(), Catch::Contains(std::string(figure.name)));
    }
    CHECK(names.size() == core::figure_names().size());
    CHECK(core::find_figure("resolved") == core::find_figure("resolved.total"));
    CHECK(core::find_figure("withdrawn") != nullptr);
    CHECK(core::find_figure("") == nullptr);
    CHECK(core::find_figure("resolved.") == nullptr);
    CHECK(core::find_figure("Resolved") == nullptr);
}

TEST_CASE("a figure's name reads the figure that it says", "[domain][figures]") {
    core::PeriodFigures figures;
    figures.carried_over = 1;
    figures.received = {2, 3, 4};
    figures.early = 5;
    figures.on_time = 6;
    figures.late = 7;
    figures.in_progress = 30;
    figures.overdue = 8;
    figures.suspended = 9;
    const auto value = [&](const char* name) { return core::find_figure(name)->of(figures); };
    CHECK(value("carried_over") == 1);
    CHECK(value("received") == 9);
    CHECK(value("received.online") == 2);
    CHECK(value("received.postal") == 4);
    CHECK(value("resolved.total") == 18);
    CHECK(value("resolved.late") == 7);
    CHECK(value("in_progress.overdue") == 8);
    CHECK(value("in_progress.within_deadline") == 13);
}
