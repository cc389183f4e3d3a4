#pragma once

#include "core/words/words.hpp"

#include <boost/json/value.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk {

/// What to look for.
struct ProcedureQuery {
    std::string words; ///< as typed; empty: all
    std::string field; ///< empty: of any
    std::size_t skip = 0;
    std::size_t limit = 1'000;
};

/// The kiosk's own copy of the posting board, which answers while the core is away too, and finds
/// as the core does: words with or without marks, each from its beginning. What the core said in
/// one language is said in that of the page.
class ProcedureCopy {
public:
    /// `list` is the core's answer to GET /procedures. Throws when it is none. `as_of` is a date.
    void take(std::string_view list, const std::string& as_of);

    bool is_empty() const { return items_.empty(); }

    const std::string& as_of() const { return as_of_; }

    /// As the core's list, with `as_of` and `from_copy`.
    boost::json::object
    find(const ProcedureQuery& query, bool core_is_away, words::Language language = {}) const;

    /// As the core's procedure; none when there is no such code.
    std::optional<boost::json::object>
    find_code(std::string_view code, bool core_is_away, words::Language language = {}) const;

    /// As take() takes it.
    std::string kept() const;

private:
    struct Item {
        boost::json::object procedure;
        std::string folded; ///< words of code and name, a blank before each
    };

    std::vector<Item> items_;
    std::string as_of_;
};

} // namespace kiosk
