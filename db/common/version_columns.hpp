#pragma once

#include "core/domain/procedure.hpp"
#include "db/common/column.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace db {

/// What a row of `procedure_version` is written from. An id of 0 is NULL: the store gives one.
struct VersionSource {
    const core::ProcedureVersion& version;
    std::int64_t agency_id;

    const core::ProcedureVersion& record() const { return version; }
};

/// What it is read into.
struct VersionTarget {
    core::ProcedureVersion version;

    core::ProcedureVersion& record() { return version; }

    /// Throws Damaged, naming the procedure.
    [[noreturn]] void unknown_word(std::string_view word) const;
};

/// All columns of `procedure_version`. The only list of them: a new column is one line here and a
/// migration.
extern const std::span<const Column<VersionSource, VersionTarget>> version_columns;

} // namespace db
