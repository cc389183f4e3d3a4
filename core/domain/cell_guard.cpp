#include "core/domain/cell_guard.hpp"

namespace core {

namespace {

constexpr char guard = '\'';

bool begins_formula(std::string_view text) {
    return !text.empty() &&
           std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

} // namespace

std::string guarded_cell(std::string_view text) {
    return (begins_formula(text) ? std::string(1, guard) : std::string()) + std::string(text);
}

std::string_view without_cell_guard(std::string_view cell) {
    if (cell.empty() || cell.front() != guard || !begins_formula(cell.substr(1))) return cell;
    return cell.substr(1);
}

} // namespace core
