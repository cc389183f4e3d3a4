#pragma once

#include <filesystem>

namespace net {

/// A server's certificate and its key.
struct TlsFiles {
    std::filesystem::path certificate; ///< PEM, with its chain
    std::filesystem::path key;         ///< PEM
};

} // namespace net
