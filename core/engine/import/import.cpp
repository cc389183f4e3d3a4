#include "core/engine/import/import.hpp"

namespace core {

void ProblemList::add(std::int64_t line, std::string column, std::string reason) {
    if (++count_ > limit_) return;
    listener_({line, std::move(column), std::move(reason)});
}

} // namespace core
