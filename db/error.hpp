#pragma once

#include "core/domain/failure.hpp"

#include <string_view>
#include <utility>

namespace db {

/// Something outside the program is wrong with a database. The message tells the administrator
/// what is wrong, and what to do about it.
class Error : public core::Failure {
public:
    explicit Error(core::Message message, int code = 0)
        : core::Failure(std::move(message)), code_(code) {}

    /// SQLite's extended result code; 0 when SQLite was not involved.
    int code() const { return code_; }

private:
    int code_;
};

/// No room to write: a full disk, a quota, or a file-size limit.
class DiskFull : public Error {
public:
    using Error::Error;
};

/// The file is malformed, or is not a database at all.
class Damaged : public Error {
public:
    using Error::Error;
};

/// Throws Damaged: `row`, told by its place as verification tells it, cannot be read.
[[noreturn]] void throw_unreadable(core::Message row);

/// The same of a row that holds a word which its vocabulary does not have.
[[noreturn]] void throw_unknown_word(core::Message row, std::string_view word);

/// Another process is writing.
class Busy : public Error {
public:
    using Error::Error;
};

/// The file, its folder or its file system may not be written.
class ReadOnly : public Error {
public:
    using Error::Error;
};

} // namespace db
