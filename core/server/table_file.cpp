#include "core/server/table_file.hpp"

#include "core/engine/import/csv_reader.hpp"
#include "core/ooxml/xlsx_file.hpp"

#include <string_view>

namespace server {

namespace {

constexpr std::size_t looked_at = 4;

template <typename Bytes>
std::unique_ptr<core::TableFile>
open_as(std::istream& input, const Bytes& bytes, std::string_view beginning) {
    if (ooxml::is_package(beginning)) return std::make_unique<ooxml::XlsxFile>(bytes);
    return std::make_unique<core::CsvFile>(input);
}

} // namespace

std::unique_ptr<core::TableFile> open_table(std::istream& input,
                                            const std::filesystem::path& file) {
    // A file may be a pipe: what was looked at goes back into the buffer.
    std::string beginning(looked_at, '\0');
    const auto count =
        input.rdbuf()->sgetn(beginning.data(), static_cast<std::streamsize>(looked_at));
    for (std::streamsize i = 0; i < count; ++i) input.rdbuf()->sungetc();
    beginning.resize(static_cast<std::size_t>(count));
    return open_as(input, file, beginning);
}

std::unique_ptr<core::TableFile> open_table(std::istream& input, const std::string& bytes) {
    return open_as(input, std::string_view(bytes), bytes);
}

} // namespace server
