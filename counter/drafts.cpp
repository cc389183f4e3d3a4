#include "counter/drafts.hpp"

#include "core/agent/safe_file.hpp"
#include "counter/sha256.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cassert>
#include <system_error>

namespace counter {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t longest_draft_key = 64;
constexpr std::size_t folder_name_length = 32;
constexpr std::string_view ending = ".json";

/// None for what is no draft of ours, such as a file that a power failure left half made.
std::optional<DraftInfo> info_of(const fs::path& file) {
    struct stat info {};

    const std::string key = file.stem().string();
    if (file.extension() != ending || !is_draft_key(key)) return std::nullopt;
    if (lstat(file.c_str(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
    return DraftInfo{key, core::Instant{std::chrono::seconds{info.st_mtim.tv_sec}},
                     static_cast<std::uintmax_t>(info.st_size)};
}

void make_private_folder(const fs::path& folder) {
    if (fs::create_directories(folder)) fs::permissions(folder, fs::perms::owner_all);
}

} // namespace

bool is_draft_key(std::string_view key) {
    if (key.empty() || key.size() > longest_draft_key) return false;
    return std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

fs::path Drafts::folder_of(std::string_view login) const {
    return folder_ / sha256_hex(login).substr(0, folder_name_length);
}

fs::path Drafts::file_of(std::string_view login, std::string_view key) const {
    assert(is_draft_key(key));
    return folder_of(login) / (std::string(key) + std::string(ending));
}

std::vector<DraftInfo> Drafts::list(std::string_view login) const {
    std::vector<DraftInfo> drafts;
    std::error_code none_yet;
    for (const auto& entry : fs::directory_iterator(folder_of(login), none_yet)) {
        if (auto info = info_of(entry.path())) drafts.push_back(std::move(*info));
    }
    std::sort(drafts.begin(), drafts.end(), [](const DraftInfo& a, const DraftInfo& b) {
        return a.saved_at != b.saved_at ? a.saved_at > b.saved_at : a.key < b.key;
    });
    return drafts;
}

std::optional<std::string> Drafts::read(std::string_view login, std::string_view key) const {
    return agent::read_file(file_of(login, key));
}

core::Result<DraftInfo>
Drafts::save(std::string_view login, std::string_view key, std::string_view json) const {
    using core::ErrorKind;
    if (json.size() > longest_bytes)
        return core::Error{ErrorKind::invalid_input,
                           {"draft-too-long", {{"kilobytes", std::int64_t{longest_bytes / 1024}}}}};
    const fs::path file = file_of(login, key);
    if (!fs::exists(file) && list(login).size() >= most_of_a_login)
        return core::Error{ErrorKind::conflict,
                           {"drafts-too-many", {{"most", std::int64_t{most_of_a_login}}}}};
    make_private_folder(folder_);
    make_private_folder(file.parent_path());
    agent::replace_file(file, json);
    return info_of(file).value();
}

bool Drafts::remove(std::string_view login, std::string_view key) const {
    return fs::remove(file_of(login, key));
}

std::size_t Drafts::remove_before(core::Instant moment) const {
    std::size_t removed = 0;
    std::error_code none_yet;
    std::vector<fs::path> old;
    for (const auto& login : fs::directory_iterator(folder_, none_yet)) {
        if (!login.is_directory()) continue;
        for (const auto& entry : fs::directory_iterator(login.path())) {
            const auto info = info_of(entry.path());
            if (info && info->saved_at < moment) old.push_back(entry.path());
        }
    }
    for (const fs::path& file : old) removed += fs::remove(file) ? 1 : 0;
    return removed;
}

} // namespace counter
