#include "db/sqlite/schema.hpp"

#include "db/error.hpp"
#include "db/sqlite/connection.hpp"
#include "db/sqlite/transaction.hpp"

#include <string>

namespace db {

namespace {

std::int64_t version_of(Connection& connection) {
    return connection.query_int("PRAGMA user_version");
}

bool is_empty(Connection& connection) {
    return connection.query_int("SELECT count(*) FROM sqlite_schema") == 0;
}

} // namespace

void check_schema(Connection& connection) {
    const std::string file = connection.file().string();
    if (connection.query_int("PRAGMA application_id") != application_id) {
        throw Error({"db-not-of-motcua", {{"file", file}}});
    }
    const std::int64_t version = version_of(connection);
    const auto known = static_cast<std::int64_t>(migrations().size());
    if (version > known) {
        throw Error(
            {"db-of-newer-program", {{"file", file}, {"schema", version}, {"known", known}}});
    }
    if (version < 1) throw Damaged({"db-no-schema-version", {{"file", file}}});
}

bool is_up_to_date(Connection& connection) {
    return version_of(connection) == static_cast<std::int64_t>(migrations().size());
}

void migrate(Connection& connection) {
    const bool fresh = is_empty(connection);
    if (!fresh) check_schema(connection);
    const auto from = static_cast<std::size_t>(version_of(connection));
    if (from == migrations().size()) return;
    Transaction transaction(connection);
    for (std::size_t i = from; i < migrations().size(); ++i) connection.execute(migrations()[i]);
    connection.execute(("PRAGMA application_id = " + std::to_string(application_id)).c_str());
    connection.execute(("PRAGMA user_version = " + std::to_string(migrations().size())).c_str());
    transaction.commit();
}

} // namespace db
