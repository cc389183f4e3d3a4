#include "core/engine/ports/store.hpp"

#include <future>

namespace core {

Result<void> Store::write(AgencyId agency, const Command& command) {
    std::promise<Result<void>> answer;
    submit(agency, command, [&](Result<void> result, const std::exception_ptr& failure) {
        if (failure) {
            answer.set_exception(failure);
        } else {
            answer.set_value(std::move(result));
        }
    });
    return answer.get_future().get();
}

} // namespace core
