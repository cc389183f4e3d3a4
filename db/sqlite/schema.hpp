#pragma once

#include <span>

namespace db {

class Connection;

/// Marks a file as this program's (PRAGMA application_id): "mtcu".
inline constexpr int application_id = 0x6d746375;

/// The migrations in order, one SQL text each; the schema's version is their number.
std::span<const char* const> migrations();

/// Throws db::Error when the file is another program's or a newer version's.
void check_schema(Connection& connection);

/// Brings the schema to this program's version, in one transaction.
void migrate(Connection& connection);

/// Whether there is nothing to migrate.
bool is_up_to_date(Connection& connection);

} // namespace db
