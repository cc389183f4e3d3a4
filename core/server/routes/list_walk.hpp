#pragma once

#include "core/engine/dossiers/work_lists.hpp"
#include "core/server/routes/routes.hpp"
#include "core/server/routes/walk_memory.hpp"

#include <boost/json/fwd.hpp>

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace server {

/// A list by its name, which tells lists apart; and what its walks have shown, of a list whose rows
/// move. The memory outlives the walk.
struct WalkedList {
    std::string_view name;
    WalkMemory* memory = nullptr;
};

/// A long list that is walked page by page: `limit` and, for those who count rows, `skip`; or
/// `cursor`, the `next_cursor` of the page before. A cursor says which list it is of, what was
/// asked for and behind which row it stands; it is sealed, since a row may be known by a person's
/// name.
class ListWalk {
public:
    /// Reads what was asked for; what is wrong is added to `errors`. Pages of one walk must agree
    /// in `sort`, which the list has whether it was asked for or not, and in `parameters`, or the
    /// cursor is refused by their names.
    ListWalk(const WalkedList& list,
             const std::string& sort,
             std::initializer_list<const char*> parameters,
             const Asked& asked,
             std::size_t most,
             api::FieldErrors& errors);

    const Window& window() const { return window_; }

    /// What the page stands behind; none for the first one.
    const std::optional<core::DossierPosition>& after() const { return after_; }

    /// The pages ahead of this one, of a list whose rows move.
    const core::WalkedPages& walked() const { return walked_; }

    /// Whether too much has happened since the first page to find those who moved; the cursor is
    /// then added to `errors`.
    bool is_outdated(core::BooksView& books, api::FieldErrors& errors) const;

    /// Adds `next_cursor`; and `next_skip`, which is null on the way by cursors.
    void add_next(boost::json::object& answer,
                  const std::optional<core::DossierPosition>& next) const;

    /// The same of a list whose rows move; `walked` with this page.
    void add_next(boost::json::object& answer,
                  const std::optional<core::DossierPosition>& next,
                  const core::WalkedPages& walked) const;

private:
    void add_next(boost::json::object& answer,
                  const std::optional<core::DossierPosition>& next,
                  const std::optional<WalkPlace>& place) const;
    void read_cursor(const std::string& text, api::FieldErrors& errors);

    std::string list_;
    std::vector<std::pair<std::string, std::string>> asked_;
    Window window_;
    std::optional<core::DossierPosition> after_;
    WalkMemory* memory_;
    std::optional<WalkPlace> place_;
    core::WalkedPages walked_;
};

/// `sort`: `due`, `-due`, …; none when it is missing. What is wrong is added to `errors`.
std::optional<core::DossierOrder> read_sort(const Asked& asked, api::FieldErrors& errors);

/// Which sorts there are, for the description of a route; lives as long as the program.
const std::string& sort_description();

inline constexpr std::string_view cursor_description =
    "next_cursor of the page before: the page goes on behind its last row";

/// Adds `count`, and where the list was not counted to its end null and `count_at_least`.
void add_count(boost::json::object& answer, const core::ListCount& count);

/// The place of a row that is known by its number alone.
inline core::DossierPosition place_of_row(std::int64_t number) { return {number, number}; }

} // namespace server
