#include "db/error.hpp"

#include <string>
#include <vector>

namespace db {

void throw_unreadable(core::Message row) {
    throw Damaged({"db-row-unreadable", {{"what", std::vector{std::move(row)}}}});
}

void throw_unknown_word(core::Message row, std::string_view word) {
    throw Damaged(
        {"db-unknown-word", {{"what", std::vector{std::move(row)}}, {"word", std::string(word)}}});
}

} // namespace db
