#include "core/engine/import/import.hpp"

namespace core {

void ProblemList::add(std::int64_t line, std::string column, Message reason) {
    if (++count_ > limit_) return;
    listener_({line, std::move(column), std::move(reason)});
}

Error ProblemList::refusal(const std::string& file_name) const {
    return {ErrorKind::invalid_input,
            {"file-has-problems", {{"count", count_}, {"file", file_name}}}};
}

} // namespace core
