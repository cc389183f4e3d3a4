#include "core/server/read_file.hpp"

#include "core/server/refused.hpp"

#include <fstream>

namespace server {

namespace fs = std::filesystem;

std::string read_file(const fs::path& file, std::size_t limit_bytes) {
    std::ifstream in(file, std::ios::binary);
    if (!in || fs::is_directory(file)) {
        throw Refused({"input-unreadable", {{"file", file.string()}}});
    }
    std::string text(limit_bytes + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    if (text.size() > limit_bytes) {
        throw Refused({"file-too-large",
                       {{"file", file.string()},
                        {"limit_kib", static_cast<std::int64_t>(limit_bytes / 1024)}}});
    }
    return text;
}

} // namespace server
