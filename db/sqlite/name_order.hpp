#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace db {

class Connection;

/// Dossiers of all offices of the file in the order of their applicants' names: `dossier_name`,
/// which lists walk. It is written beside intake and import, when nobody else writes; who lists
/// looks at those that are not yet in it one by one.
class NameOrder {
public:
    explicit NameOrder(Connection& connection) : connection_(connection) {}

    /// The last dossier that is in it; 0 when the keys are of another edition than this program's.
    std::int64_t end();

    /// How many wait, at most.
    std::int64_t waiting();

    /// Puts in at most `most` of those that wait, the eldest first. Within a write transaction.
    void catch_up(std::size_t most);

    /// Within the write transaction that changes the name.
    void name_changed(std::int64_t agency,
                      std::int64_t id,
                      const std::string& before,
                      const std::string& after);

private:
    void add(std::int64_t agency, std::int64_t id, const std::string& name);

    Connection& connection_;
};

} // namespace db
