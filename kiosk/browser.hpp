#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace kiosk {

/// How the browser is started.
struct BrowserSettings {
    std::string program; ///< `chromium`, looked for in PATH
    std::filesystem::path profile;
    std::vector<std::string> arguments; ///< beside ours
    std::string page;                   ///< what it opens
};

/// A browser in kiosk mode, started again when it dies, ended with this and with this process,
/// however that ends. One thread of its own.
class Browser {
public:
    explicit Browser(BrowserSettings settings);
    ~Browser();
    Browser(const Browser&) = delete;
    Browser& operator=(const Browser&) = delete;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace kiosk
