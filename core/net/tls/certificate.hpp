#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace net {

/// A certificate that signs itself (ECDSA P-256), for a LAN without an authority: the pages' and
/// agents' machines are given the certificate file to trust. `names` are the server's host names
/// and addresses. The key file can be read by its owner only. Throws core::Failure;
/// files that exist are not replaced.
void make_self_signed(const std::filesystem::path& certificate,
                      const std::filesystem::path& key,
                      const std::vector<std::string>& names,
                      std::chrono::days valid_for);

} // namespace net
