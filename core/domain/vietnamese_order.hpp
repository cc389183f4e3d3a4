#pragma once

#include <string>
#include <string_view>

namespace core {

/// The one order of names, everywhere: a Vietnamese dictionary's (ICU's rules for `vi`): Đ after D,
/// ê after e, tones last. Below zero where `a` comes before `b`, above zero where after it; zero
/// for the same bytes only, so that every sort by it has one result. Any thread.
int compare_names(std::string_view a, std::string_view b);

/// For sorts.
struct NameOrder {
    bool operator()(std::string_view a, std::string_view b) const {
        return compare_names(a, b) < 0;
    }
};

/// Bytes that compare as compare_names() does, names of one order apart: for a store's column.
std::string name_sort_key(std::string_view text);

/// Which rules and tables made the keys: keys of different editions do not compare.
const std::string& name_order_edition();

} // namespace core
