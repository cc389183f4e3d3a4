#include "core/server/print_output.hpp"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <system_error>

namespace server {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void cannot_write(const std::string& name) {
    throw std::runtime_error("cannot write to " + name + ": " + std::strerror(errno) +
                             "; free some space or give another file");
}

} // namespace

void print(const std::string& text, const fs::path& file) {
    if (file.empty()) {
        std::cout << text << std::flush;
        if (!std::cout) cannot_write("standard output");
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
