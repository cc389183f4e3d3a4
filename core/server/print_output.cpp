#include "core/server/print_output.hpp"

#include "core/domain/failure.hpp"
#include "core/server/refused.hpp"

#include <cerrno>
#include <fstream>
#include <iostream>
#include <system_error>

namespace server {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void cannot_write(const std::string& name) {
    throw Refused({"file-unwritable", {{"file", name}, {"reason", core::system_reason(errno)}}});
}

} // namespace

void print(const std::string& text, const fs::path& file) {
    if (file.empty()) {
        std::cout << text << std::flush;
        if (!std::cout) cannot_write("stdout");
        return;
    }
    if (fs::exists(file) && !fs::is_regular_file(file)) { // a pipe or device has no name to swap
        std::ofstream out(file, std::ios::binary);
        out << text << std::flush;
        if (!out) cannot_write(file.string());
        return;
    }
    const fs::path part = file.string() + ".part";
    std::ofstream out(part, std::ios::binary);
    out << text << std::flush;
    if (!out) {
        const int why = errno;
        std::error_code ignored;
        fs::remove(part, ignored);
        errno = why;
        cannot_write(file.string());
    }
    out.close();
    fs::rename(part, file);
}

} // namespace server
