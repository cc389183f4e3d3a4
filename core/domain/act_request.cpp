#include "core/domain/act_request.hpp"

#include <cassert>
#include <cstddef>
#include <utility>

namespace core {

namespace {

/// Tries the alternatives one after the other: the list in requests::Any is the only one.
template <std::size_t... Index>
requests::Any empty_of(Act act, std::index_sequence<Index...>) {
    requests::Any found;
    const bool known = ((std::variant_alternative_t<Index, requests::Any>::act == act
                             ? (found.emplace<Index>(), true)
                             : false) ||
                        ...);
    assert(known && "every act has its request");
    return found;
}

} // namespace

requests::Any requests::empty(Act act) {
    return empty_of(act, std::make_index_sequence<std::variant_size_v<Any>>());
}

Act act_of(const ActRequest& request) {
    return std::visit([](const auto& what) { return what.act; }, request.what);
}

} // namespace core
