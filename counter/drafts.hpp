#pragma once

#include "core/domain/civil_time.hpp"
#include "core/domain/result.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace counter {

/// What the page is told of a draft beside its content.
struct DraftInfo {
    std::string key;
    core::Instant saved_at;
    std::uintmax_t bytes = 0;
};

/// 1 to 64 of `a-z 0-9 -`.
bool is_draft_key(std::string_view key);

/// What officers have typed and not yet handed in: a JSON text by login and key, each a file
/// (0600) that is replaced whole. A login's folder is named by a hash, as a login may be a name.
/// One thread at a time; throws std::runtime_error with a sentence when the disk fails.
class Drafts {
public:
    static constexpr std::size_t longest_bytes = std::size_t{256} * 1024;
    static constexpr std::size_t most_of_a_login = 100;
    static constexpr std::chrono::hours kept{7 * 24};

    explicit Drafts(std::filesystem::path folder) : folder_(std::move(folder)) {}

    /// The newest first.
    std::vector<DraftInfo> list(std::string_view login) const;

    std::optional<std::string> read(std::string_view login, std::string_view key) const;

    /// On disk when this returns. Requires a draft's key. Refuses one too many, and one too long.
    core::Result<DraftInfo>
    save(std::string_view login, std::string_view key, std::string_view json) const;

    /// Whether there was one.
    bool remove(std::string_view login, std::string_view key) const;

    /// Deletes what was saved before; returns how many.
    std::size_t remove_before(core::Instant moment) const;

private:
    std::filesystem::path folder_of(std::string_view login) const;
    std::filesystem::path file_of(std::string_view login, std::string_view key) const;

    std::filesystem::path folder_;
};

} // namespace counter
