#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

/// A folder of what was printed, and what to call it.
struct PrintedFolder {
    std::string title;
    std::filesystem::path folder;
};

/// Shows pictures (PNG) of printed papers in a browser, the newest first: for demonstrations.
/// Serves loopback on a thread of its own.
class PrintedTray {
public:
    /// The newest so many of each folder are shown.
    static constexpr std::size_t most_shown = 12;

    PrintedTray(std::vector<PrintedFolder> folders, std::uint16_t port);
    ~PrintedTray();
    PrintedTray(const PrintedTray&) = delete;
    PrintedTray& operator=(const PrintedTray&) = delete;

    std::uint16_t port() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};
