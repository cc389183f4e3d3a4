// Lists of dossiers. A page begins behind a position, never behind a number of rows: so it costs
// the same wherever it is, and nobody is shown twice or passed over because others came or went.
//
// What is asked for decides the index. Lists that people work by have partial indexes, which stay
// small however many dossiers there are, and are sorted in passing. Of all dossiers, or of the
// returned ones, names have a table of their own (name_order.hpp); codes and the order stored are
// the table's. Any other order (an instant, state, procedure, officer, …) reads the table for each
// page: an index for each would have to be written with every dossier that is imported. A statement
// says its index by name, so that a plan never changes in silence, and each part is read in
// stretches that one range of the index serves: the rest of the last key, the later keys, then
// those without a key.

#include "db/sqlite/dossier_lists.hpp"

#include "core/domain/vietnamese_order.hpp"
#include "core/domain/vocabulary.hpp"
#include "db/common/column_sql.hpp"
#include "db/common/dossier_columns.hpp"
#include "db/sqlite/column_binding.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/dossier_rows.hpp"
#include "db/sqlite/name_order.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace db {

using core::DossierQuery;
using core::DossierSort;
using core::Instant;
using core::StoredDossier;

/// The versions of procedures by what a list is sorted by. They are few: a statement names them,
/// which is quicker than a join for each dossier.
struct DossierLists::VersionKeys {
    struct Version {
        std::string key;
        std::int64_t id = 0;
    };

    std::vector<Version> sorted;

    /// The place of a dossier's version; those of one key have one place.
    std::string place() const {
        std::string text = "CASE dossier.version_id";
        std::size_t place = 0;
        for (std::size_t at = 0; at < sorted.size(); ++at) {
            if (at > 0 && sorted[at].key != sorted[at - 1].key) ++place;
            text += " WHEN " + std::to_string(sorted[at].id) + " THEN " + std::to_string(place);
        }
        return sorted.empty() ? "0" : text + " END";
    }

    /// `dossier.version_id IN (…)`: those whose key compares so.
    template <typename Compares>
    std::string those_that(Compares compares) const {
        std::string ids;
        for (const Version& each : sorted) {
            if (compares(each.key)) ids += (ids.empty() ? "" : ", ") + std::to_string(each.id);
        }
        // No version is -1; of an empty list SQLite knows the end, and then refuses a named index.
        return "dossier.version_id IN (" + (ids.empty() ? "-1" : ids) + ")";
    }
};

/// Rows in the order of the list, read along one index.
struct DossierLists::Part {
    std::string from;        ///< the tables ahead of the version's, with the index
    std::string condition{}; ///< beside the query's own
    std::string key{};       ///< what the rows are ordered by
    std::string id = "dossier.dossier_id";
    VersionKeys versions{}; ///< of an order by them
};

/// What is read of a part at a time.
struct DossierLists::Stretch {
    enum class What { with_key, same_key, later_keys, without_key, behind_without_key };
    What what{};
};

namespace {

using Standing = DossierQuery::Standing;

Standing standing_of(const DossierQuery& query) {
    return query.is_of_open() ? Standing::open : query.standing;
}

void add_standing(Condition& condition, const DossierQuery& query) {
    const Standing standing = standing_of(query);
    if (standing == Standing::open)
        condition.require("closed_at IS NULL AND received_at IS NOT NULL");
    if (standing == Standing::to_return) condition.require("state = 'resolved'");
}

bool is_of_the_open(core::DossierState state) {
    using enum core::DossierState;
    return state == in_progress || state == suspended || state == submitted;
}

bool is_rare_and_closed(core::DossierState state) {
    using enum core::DossierState;
    return state == refused || state == withdrawn || state == stopped;
}

/// Written out, so that the partial indexes serve it.
void add_state(Condition& condition, core::DossierState state) {
    condition.require("state = '" + std::string(to_text(state)) + "'");
    if (is_of_the_open(state))
        condition.require("closed_at IS NULL");
    else if (is_rare_and_closed(state))
        condition.require(is_rare);
}

Condition condition_of(const DossierQuery& query, std::int64_t agency) {
    Condition condition(sqlite_parameter);
    condition.require("dossier.agency_id = ", to_value(agency));
    add_standing(condition, query);
    if (query.state) add_state(condition, *query.state);
    if (query.due_from || query.due_before) {
        condition.require("due_at >= ", to_value(query.due_from.value_or(Instant{})));
        condition.require("due_at < ", to_value(query.due_before.value_or(Instant::max())));
    }
    if (!query.assignee.empty()) condition.require("assignee = ", to_value(query.assignee));
    // Registers write officers in their own spellings.
    const auto is_officer = [&](const std::string& name) {
        return "like_name_of(officer) = like_name_of(" + condition.parameter_of(to_value(name)) +
               ")";
    };
    if (!query.officer.empty()) condition.require(is_officer(query.officer));
    if (!query.person.empty()) {
        const std::string assignee = condition.parameter_of(to_value(query.person));
        condition.require("(" + is_officer(query.person) + " OR assignee = " + assignee + ")");
    }
    if (!query.procedure_code.empty())
        condition.require("procedure_version.code = ", to_value(query.procedure_code));
    if (!query.ticket.empty())
        condition.require("ticket <> '' AND ticket = ", to_value(query.ticket));
    return condition;
}

bool has_filter(const DossierQuery& query) {
    return query.state || !query.assignee.empty() || !query.officer.empty() ||
           !query.person.empty() || !query.procedure_code.empty();
}

/// The index of the few that the query is about; empty when they may be many.
std::string index_of_few(const DossierQuery& query) {
    if (!query.ticket.empty()) return "dossier_ticket";
    if (query.is_of_open() || (query.state && is_of_the_open(*query.state))) return "dossier_open";
    if (query.standing == Standing::to_return) return "dossier_to_return";
    if (!query.state) return {};
    if (*query.state == core::DossierState::resolved) return "dossier_to_return";
    return is_rare_and_closed(*query.state) ? "dossier_rare" : "";
}

/// A word's place in its table, as an expression.
std::string place_of(const std::string& column, const core::Vocabulary& vocabulary) {
    std::string text = "CASE " + column;
    std::size_t place = 0;
    for (const std::string_view name : vocabulary.names)
        text += " WHEN '" + std::string(name) + "' THEN " + std::to_string(place++);
    return text + " END";
}

std::string key_expression(DossierSort sort) {
    switch (sort) {
    case DossierSort::stored:
        return "dossier.dossier_id";
    case DossierSort::code:
        return "dossier.code";
    case DossierSort::received:
        return "dossier.received_at";
    case DossierSort::due:
        return "dossier.due_at";
    case DossierSort::closed:
        return "dossier.closed_at";
    case DossierSort::status:
        return place_of("dossier.state", core::dossier_states.vocabulary());
    case DossierSort::applicant:
        return "name_key_of(dossier.applicant_name)";
    case DossierSort::procedure:
    case DossierSort::field:
        break; // the part says it
    case DossierSort::officer:
        return "officer_key_of(nullif(dossier.officer, ''))";
    case DossierSort::channel:
        return place_of("dossier.channel", core::channels.vocabulary());
    case DossierSort::outcome:
        return place_of("dossier.outcome", core::outcomes.vocabulary());
    }
    return {};
}

bool may_lack_a_key(DossierSort sort) {
    return sort == DossierSort::received || sort == DossierSort::due ||
           sort == DossierSort::closed || sort == DossierSort::officer ||
           sort == DossierSort::outcome;
}

bool is_of_versions(DossierSort sort) {
    return sort == DossierSort::procedure || sort == DossierSort::field;
}

bool has_unique_keys(DossierSort sort) {
    return sort == DossierSort::stored || sort == DossierSort::code;
}

std::string parameter_of(Condition& condition, const core::SortKey& key, DossierSort sort) {
    if (const auto* number = std::get_if<std::int64_t>(&key))
        return condition.parameter_of(*number);
    const std::string parameter =
        condition.parameter_of(std::string_view(std::get<std::string>(key)));
    // Keys of names are bytes, which SQLite never holds equal to a text.
    return sort == DossierSort::code ? parameter : "CAST(" + parameter + " AS BLOB)";
}

void append(std::vector<StoredDossier>& to, std::vector<StoredDossier> more) {
    std::move(more.begin(), more.end(), std::back_inserter(to));
}

/// The sorts by which parts are put together need no version.
core::DossierPosition position_in(const StoredDossier& stored, DossierSort sort) {
    return core::position_of(stored.dossier, stored.id, sort, nullptr);
}

std::vector<StoredDossier>
merged(std::vector<StoredDossier> one, std::vector<StoredDossier> other, core::DossierOrder order) {
    append(one, std::move(other));
    std::ranges::sort(one, [&](const StoredDossier& a, const StoredDossier& b) {
        return core::is_before(position_in(a, order.by), position_in(b, order.by),
                               order.descending);
    });
    return one;
}

/// What of a part is to be read, in this order.
template <typename Stretch>
std::vector<Stretch> stretches_of(const DossierQuery& query, DossierSort sort) {
    using What = typename Stretch::What;
    if (query.after && query.after->key.index() == 0) return {{What::behind_without_key}};
    std::vector<Stretch> stretches;
    if (!query.after) {
        stretches.push_back({What::with_key});
    } else {
        if (!has_unique_keys(sort)) stretches.push_back({What::same_key});
        stretches.push_back({What::later_keys});
    }
    if (may_lack_a_key(sort)) stretches.push_back({What::without_key});
    return stretches;
}

} // namespace

std::vector<DossierLists::Part> DossierLists::parts_of(const DossierQuery& query) {
    const std::string few = index_of_few(query);
    std::vector<Part> parts;
    if (few.empty()) {
        parts = parts_of_many(query);
    } else {
        parts.push_back({"dossier INDEXED BY " + few});
    }
    const DossierSort sort = core::order_of(query).by;
    for (Part& part : parts) {
        if (is_of_versions(sort)) {
            part.versions = version_keys(sort);
            part.key = part.versions.place();
        } else if (part.key.empty()) {
            part.key = key_expression(sort);
        }
    }
    return parts;
}

DossierLists::VersionKeys DossierLists::version_keys(DossierSort sort) {
    VersionKeys keys;
    auto row = connection_.use("SELECT version_id, name, field FROM procedure_version WHERE "
                               "agency_id = ?");
    row->bind(1, agency_);
    while (row->step()) {
        const int column = sort == DossierSort::procedure ? 1 : 2;
        keys.sorted.push_back({core::name_sort_key(row->column_text(column)), row->column_int(0)});
    }
    std::ranges::sort(keys.sorted, {}, &VersionKeys::Version::key);
    return keys;
}

std::vector<DossierLists::Part> DossierLists::parts_of_many(const DossierQuery& query) {
    const DossierSort sort = core::order_of(query).by;
    if (sort == DossierSort::code) return {{"dossier"}};
    if (sort != DossierSort::applicant) return {{"dossier NOT INDEXED"}};
    const std::int64_t end = NameOrder(connection_).end();
    Part waiting = {"dossier NOT INDEXED", "dossier.dossier_id > " + std::to_string(end)};
    if (end == 0) return {std::move(waiting)};
    Part ordered = {"dossier_name CROSS JOIN dossier ON dossier.dossier_id = "
                    "dossier_name.dossier_id",
                    "dossier_name.agency_id = " + std::to_string(agency_), "dossier_name.name_key",
                    "dossier_name.dossier_id"};
    return {std::move(ordered), std::move(waiting)};
}

std::vector<StoredDossier> DossierLists::list(const DossierQuery& query) {
    const auto parts = parts_of(query);
    if (parts.size() == 1) return read(parts.front(), query);
    // What is passed over may be of either part.
    DossierQuery all = query;
    all.skip = 0;
    all.limit = query.limit + query.skip;
    std::vector<StoredDossier> found =
        merged(read(parts[0], all), read(parts[1], all), core::order_of(query));
    found.erase(found.begin(),
                found.begin() + static_cast<std::ptrdiff_t>(std::min(query.skip, found.size())));
    if (found.size() > query.limit)
        found.erase(found.begin() + static_cast<std::ptrdiff_t>(query.limit), found.end());
    return found;
}

std::vector<StoredDossier> DossierLists::read(const Part& part, DossierQuery query) {
    static const std::string columns = "SELECT " + select_list(dossier_columns) + " FROM ";
    const std::size_t wanted = query.limit;
    std::vector<StoredDossier> found;
    for (const Stretch& stretch : stretches_of<Stretch>(query, core::order_of(query).by)) {
        if (found.size() == wanted) break;
        Condition condition = condition_of(query, agency_);
        query.limit = wanted - found.size();
        std::string text = text_of(part, query, stretch, condition);
        text += " LIMIT " + condition.parameter_of(to_value(query.limit));
        text += " OFFSET " + condition.parameter_of(to_value(query.skip));
        Statement row(connection_, columns + text);
        bind_values(row, condition.values());
        const std::size_t before = found.size();
        while (row.step()) found.push_back(rows_.read_stored(row));
        if (query.skip == 0) continue;
        const bool ends_here = found.size() > before;
        query.skip -=
            ends_here ? query.skip : static_cast<std::size_t>(count(part, query, stretch));
    }
    return found;
}

/// From the tables on, to the order.
std::string DossierLists::text_of(const Part& part,
                                  const DossierQuery& query,
                                  const Stretch& stretch,
                                  Condition& condition) const {
    using What = Stretch::What;
    const core::DossierOrder order = core::order_of(query);
    const std::string direction = order.descending ? " DESC" : "";
    const std::string beyond = order.descending ? " < " : " > ";
    if (!part.condition.empty()) condition.require(part.condition);
    const auto require_key = [&](bool same) {
        if (!is_of_versions(order.by)) {
            condition.require(part.key + (same ? " = " : beyond) +
                              parameter_of(condition, query.after->key, order.by));
            return;
        }
        const std::string& last = std::get<std::string>(query.after->key);
        condition.require(part.versions.those_that([&](const std::string& key) {
            if (same) return key == last;
            return order.descending ? key < last : key > last;
        }));
    };
    const auto behind_the_last = [&] {
        condition.require(part.id + beyond, to_value(query.after->id));
    };
    std::string by = part.key + direction + ", " + part.id + direction;
    switch (stretch.what) {
    case What::with_key:
        if (may_lack_a_key(order.by)) condition.require(part.key + " IS NOT NULL");
        break;
    case What::same_key:
        require_key(true);
        behind_the_last();
        by = part.id + direction;
        break;
    case What::later_keys:
        require_key(false);
        break;
    case What::behind_without_key:
        behind_the_last();
        [[fallthrough]];
    case What::without_key:
        condition.require(part.key + " IS NULL");
        by = part.id + direction;
        break;
    }
    if (has_unique_keys(order.by)) by = part.key + direction;
    return part.from + " CROSS JOIN procedure_version ON procedure_version.version_id = " +
           "dossier.version_id " + condition.text() + " ORDER BY " + by;
}

std::int64_t
DossierLists::count(const Part& part, const DossierQuery& query, const Stretch& stretch) {
    Condition condition = condition_of(query, agency_);
    const std::string text = text_of(part, query, stretch, condition);
    Statement row(connection_, "SELECT count(*) FROM (SELECT 1 FROM " + text + ")");
    bind_values(row, condition.values());
    return row.step() ? row.column_int(0) : 0;
}

std::int64_t DossierLists::count(const DossierQuery& query, std::int64_t most) {
    const std::string few = index_of_few(query);
    std::string from = "dossier";
    if (!few.empty()) {
        from += " INDEXED BY " + few;
    } else if (has_filter(query)) {
        from += " NOT INDEXED"; // the table at once, not row by row by way of an index
    }
    if (!query.procedure_code.empty())
        from += " CROSS JOIN procedure_version ON procedure_version.version_id = "
                "dossier.version_id";
    Condition condition = condition_of(query, agency_);
    const std::string limit = " LIMIT " + condition.parameter_of(to_value(most));
    Statement row(connection_, "SELECT count(*) FROM (SELECT 1 FROM " + from + " " +
                                   condition.text() + limit + ")");
    bind_values(row, condition.values());
    return row.step() ? row.column_int(0) : 0;
}

std::vector<std::string> DossierLists::plan(const DossierQuery& query) {
    std::vector<std::string> steps;
    for (const Part& part : parts_of(query)) {
        for (const Stretch& stretch : stretches_of<Stretch>(query, core::order_of(query).by)) {
            Condition condition = condition_of(query, agency_);
            const std::string text = text_of(part, query, stretch, condition);
            Statement row(connection_, "EXPLAIN QUERY PLAN SELECT dossier.code FROM " + text);
            bind_values(row, condition.values());
            while (row.step()) steps.push_back(row.column_string(3));
        }
    }
    return steps;
}

} // namespace db
