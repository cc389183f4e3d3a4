#pragma once

#include "db/sqlite/connection.hpp"
#include "db/sqlite/schema.hpp"
#include "tests/support/temporary_directory.hpp"

/// A file of the newest schema with one office, 1, in it. A row of a procedure that is not there is
/// taken, so that a test need not make one.
struct OfficeFile {
    TemporaryDirectory folder;
    db::Connection connection{folder / "a.db", db::OpenMode::create};

    OfficeFile() {
        db::migrate(connection);
        connection.execute("PRAGMA foreign_keys=OFF");
        connection.execute("INSERT INTO agency (agency_id, code, name, office, journal_seq, "
                           "journal_hash) VALUES (1, 'A', 'A', '{}', 0, zeroblob(32))");
    }
};
