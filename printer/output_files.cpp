#include "printer/output_files.hpp"

#include "core/domain/failure.hpp"
#include "printer/schema_validator.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <system_error>
#include <vector>

namespace printer {

namespace fs = std::filesystem;

namespace {

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

using File = std::unique_ptr<std::FILE, CloseFile>;

/// Throws core::Failure: what became of the file, with the system's reason by errno. A name that
/// is a code is said in words.
[[noreturn]] void throw_file_failure(const char* code, const core::Message& file) {
    throw core::Failure(
        {code,
         {{"file", std::vector<core::Message>{file}}, {"reason", core::system_reason(errno)}}});
}

// One byte more than is allowed is enough to see that there is more.
std::string read_all(std::FILE* file, const core::Message& name) {
    std::string text;
    std::array<char, 65'536> bytes{};
    while (text.size() <= data_limit_bytes) {
        const std::size_t got = std::fread(bytes.data(), 1, bytes.size(), file);
        text.append(bytes.data(), got);
        if (got < bytes.size()) break;
    }
    if (std::ferror(file) != 0) throw_file_failure("file-unreadable", name);
    return text;
}

void write_all(std::FILE* file, std::string_view bytes, const core::Message& name) {
    if (std::fwrite(bytes.data(), 1, bytes.size(), file) != bytes.size() || std::fflush(file) != 0)
        throw_file_failure("file-unwritable", name);
}

std::string stem(const std::string& name) {
    for (const char* ending : {".escpos", ".png", ".pdf"}) {
        const std::string_view view(ending);
        if (name.size() > view.size() && name.ends_with(view))
            return name.substr(0, name.size() - view.size());
    }
    return name;
}

std::string numbered(const std::string& name, std::size_t page) {
    const fs::path path(name);
    const std::string number = "-" + std::to_string(page + 1);
    return (path.parent_path() / (path.stem().string() + number + path.extension().string()))
        .string();
}

} // namespace

std::string read_file(const std::string& name) {
    const File file(std::fopen(name.c_str(), "rbe"));
    if (!file) throw_file_failure("file-unreadable", name);
    return read_all(file.get(), name);
}

std::string read_data(const std::string& name) {
    return name == "-" ? read_all(stdin, "print-standard-input") : read_file(name);
}

std::string
output_name(const std::string& name, const std::string& format, bool several, std::size_t page) {
    if (name.empty() || name == "-") return {};
    const std::string whole = several ? stem(name) + "." + format : name;
    return page == 0 ? whole : numbered(whole, page);
}

void write_output(const std::string& name, std::string_view bytes) {
    if (name.empty()) return write_all(stdout, bytes, "print-standard-output");
    std::error_code error; // what the folder forbids is told when the file is opened
    const bool is_plain = !fs::exists(name, error) || fs::is_regular_file(name, error);
    const std::string part = is_plain ? name + ".part" : name;
    try {
        const File file(std::fopen(part.c_str(), "wbe"));
        if (!file) throw_file_failure("file-unwritable", name);
        write_all(file.get(), bytes, name);
    } catch (const std::exception&) {
        if (is_plain) fs::remove(part, error);
        throw;
    }
    if (!is_plain || std::rename(part.c_str(), name.c_str()) == 0) return;
    throw_file_failure("file-not-replaced", name);
}

} // namespace printer
