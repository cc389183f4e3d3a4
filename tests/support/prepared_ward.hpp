#pragma once

#include <filesystem>
#include <string>

/// The demonstration office with its people logged in, made once and copied for every test that
/// begins with it: to make it costs four passwords' hashes, which is more than most tests do
/// themselves.
class PreparedWard {
public:
    /// Takes the one that stands in the build folder if it is of this program and of the last hour,
    /// else makes it. Tests that ask at the same time wait for the one that makes it.
    PreparedWard();

    /// What a test copies: the database, stopped in good order.
    std::filesystem::path office() const { return folder_ / "office"; }

    /// `admin`, or a person whose login is the role: `officer`, `specialist`, `chairman`.
    std::string token_of(const std::string& user) const;

private:
    std::filesystem::path folder_;
};

inline const std::string usual_password = "mật khẩu thường";
