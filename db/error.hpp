#pragma once

#include <stdexcept>
#include <string>

namespace db {

/// Something outside the program is wrong with a database. `what()` is one
/// sentence for the administrator: what is wrong, and what to do about it.
class Error : public std::runtime_error {
public:
    explicit Error(const std::string& sentence, int code = 0)
        : std::runtime_error(sentence), code_(code) {}

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
