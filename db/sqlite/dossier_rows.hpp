#pragma once

#include "core/engine/ports/store.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace db {

class Connection;
class Statement;

/// Dossiers to and from their rows: `dossier`, and for the few that need them `dossier_clock`
/// and `hand_over`.
class DossierRows {
public:
    DossierRows(Connection& connection, core::AgencyId agency)
        : connection_(connection), agency_(static_cast<std::int64_t>(agency)) {}

    /// By its code in any spelling; the very spelling comes first.
    std::optional<core::StoredDossier> find(std::string_view code);
    std::optional<core::StoredDossier> find(std::int64_t id);

    /// As BooksView::find_dossiers_by_tail.
    std::vector<core::StoredDossier> find_by_tail(std::string_view tail, std::size_t limit);
    void each(core::BooksView::Which which,
              const std::function<bool(const core::StoredDossier&)>& visit);

    std::vector<core::OfficerCount> count_due(core::Instant from, core::Instant before);
    std::int64_t count_refused(core::Instant from, core::Instant before);

    /// Of a row with the columns of dossier_columns, as select_list() names them.
    core::StoredDossier read_stored(const Statement& row);

    /// A transaction began: what is known of the rows is read anew.
    void begin() { has_other_spellings_.reset(); }

    /// The new dossier's id; none when the code is taken, in any spelling.
    std::optional<std::int64_t> insert(const core::Dossier& dossier, std::int64_t event_seq);
    void
    update(const core::StoredDossier& before, const core::Dossier& after, std::int64_t event_seq);

private:
    std::optional<core::StoredDossier> find_as_written(std::string_view code);
    bool is_taken_otherwise(const std::string& code, const std::string& own_key);
    bool has_other_spellings();
    void read_clock(core::StoredDossier& stored);
    void read_hand_overs(core::StoredDossier& stored);
    void write_clock(std::int64_t id, const core::Dossier& dossier);
    void write_hand_overs(std::int64_t id, const core::Dossier& dossier);

    Connection& connection_;
    std::int64_t agency_;
    std::optional<bool> has_other_spellings_; ///< in this transaction, once somebody asked
};

} // namespace db
