#include "core/server/problem_printer.hpp"

#include "core/words/words.hpp"

#include <cstdio>

namespace server {

core::ProblemList::Listener problem_printer(std::string file_name, words::Language language) {
    return [file_name = std::move(file_name), language](const core::RowProblem& problem) {
        const std::string column = problem.column.empty() ? "" : problem.column + ": ";
        std::fprintf(stderr, "%s:%lld: %s%s\n", file_name.c_str(),
                     static_cast<long long>(problem.line), column.c_str(),
                     words::say(language, problem.reason).c_str());
    };
}

} // namespace server
