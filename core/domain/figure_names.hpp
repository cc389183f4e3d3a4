#pragma once

#include "core/domain/period_figures.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace core {

/// A figure of the period report by its path in the report's JSON, `resolved.early`.
struct FigureName {
    std::string_view name;
    std::int64_t (*of)(const PeriodFigures& figures);
};

/// All of them, in the report's order.
std::span<const FigureName> figure_names();

/// `resolved` means `resolved.total`; none for a name that no figure has.
const FigureName* find_figure(std::string_view name);

/// The names with commas between them, for a sentence that says which there are.
std::string figure_list();

} // namespace core
