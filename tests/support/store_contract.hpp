#pragma once

#include "core/engine/ports/store.hpp"

#include <memory>
#include <vector>

/// A place where one kind of store can be made, empty at the start of each test.
class StorePlace {
public:
    virtual ~StorePlace() = default;

    /// A new store without any office.
    virtual std::unique_ptr<core::Store> create() = 0;

    /// The store that was created last, which must be gone meanwhile.
    virtual std::unique_ptr<core::Store> open() = 0;
};

/// Something every core::Store does, and the check of it.
struct StoreClause {
    const char* sentence;
    void (*check)(StorePlace&);
};

/// What the engine relies on, whichever store it works with. A new kind of store is tested by
/// running every clause in a place of its own: see tests/db/sqlite_store_test.cpp.
///
/// The clauses are in tests/db/store_contract/, by topic.
namespace store_contract {

std::vector<StoreClause> commands();
std::vector<StoreClause> concurrency();
std::vector<StoreClause> contents();
std::vector<StoreClause> dossier_lives();
std::vector<StoreClause> lists();
std::vector<StoreClause> offices();
std::vector<StoreClause> paging();
std::vector<StoreClause> room();

} // namespace store_contract
