#pragma once

#include "core/engine/ports/store.hpp"
#include "db/common/condition.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace db {

class Connection;
class DossierRows;

/// As the index dossier_rare says it, word for word: SQLite takes a partial index for no less.
inline constexpr std::string_view is_rare =
    "state IN ('submitted', 'suspended', 'refused', 'withdrawn', 'stopped')";

/// Lists of dossiers in SQLite: which rows, in which order, from where on, how many.
class DossierLists {
public:
    DossierLists(Connection& connection, DossierRows& rows, std::int64_t agency)
        : connection_(connection), rows_(rows), agency_(agency) {}

    /// As BooksView::list_dossiers.
    std::vector<core::StoredDossier> list(const core::DossierQuery& query);

    /// As BooksView::count_dossiers.
    std::int64_t count(const core::DossierQuery& query, std::int64_t most);

    /// How SQLite reads the first page of the list and the pages behind it, a line a step: for
    /// tests that hold the walks to their indexes.
    std::vector<std::string> plan(const core::DossierQuery& query);

private:
    struct Part;
    struct Stretch;
    struct VersionKeys;

    std::vector<Part> parts_of(const core::DossierQuery& query);
    std::vector<Part> parts_of_many(const core::DossierQuery& query);
    VersionKeys version_keys(core::DossierSort sort);
    std::vector<core::StoredDossier> read(const Part& part, core::DossierQuery query);
    std::string text_of(const Part& part,
                        const core::DossierQuery& query,
                        const Stretch& stretch,
                        Condition& condition) const;
    std::int64_t count(const Part& part, const core::DossierQuery& query, const Stretch& stretch);

    Connection& connection_;
    DossierRows& rows_;
    std::int64_t agency_;
};

} // namespace db
