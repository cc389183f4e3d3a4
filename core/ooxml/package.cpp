#include "core/ooxml/package.hpp"

#include "core/domain/failure.hpp"

#include <zip.h>

#include <algorithm>
#include <system_error>
#include <utility>

namespace ooxml {

namespace {

[[noreturn]] void damaged(const std::string& why) {
    throw core::Failure({"package-damaged", {{"reason", why}}});
}

} // namespace

struct PartReader::Impl {
    struct Close {
        void operator()(zip_file_t* part) const noexcept { zip_fclose(part); }
    };

    std::unique_ptr<zip_file_t, Close> part;
    std::uint64_t left = 0; // of what it said
};

PartReader::PartReader(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

PartReader::PartReader(PartReader&&) noexcept = default;
PartReader& PartReader::operator=(PartReader&&) noexcept = default;
PartReader::~PartReader() = default;

bool PartReader::read(std::string& to, std::size_t most) {
    const std::size_t before = to.size();
    to.resize(before + most);
    const zip_int64_t count = zip_fread(impl_->part.get(), to.data() + before, most);
    to.resize(before + static_cast<std::size_t>(std::max<zip_int64_t>(count, 0)));
    if (count < 0) damaged(zip_error_strerror(zip_file_get_error(impl_->part.get())));
    if (static_cast<std::uint64_t>(count) > impl_->left) throw core::Failure("package-too-large");
    impl_->left -= static_cast<std::uint64_t>(count);
    return count > 0;
}

struct Package::Impl {
    struct Close {
        void operator()(zip_t* archive) const noexcept { zip_discard(archive); }
    };

    std::unique_ptr<zip_t, Close> archive;
    std::uint64_t size = 0;
};

Package::Package(const std::filesystem::path& file) : impl_(std::make_unique<Impl>()) {
    int error = 0;
    impl_->archive.reset(zip_open(file.c_str(), ZIP_RDONLY, &error));
    if (!impl_->archive) throw core::Failure("package-no-archive");
    std::error_code unknown;
    impl_->size = std::filesystem::file_size(file, unknown);
    check();
}

Package::Package(std::string_view bytes) : impl_(std::make_unique<Impl>()) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) throw core::Failure("package-no-archive");
    impl_->archive.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!impl_->archive) {
        zip_source_free(source);
        throw core::Failure("package-no-archive");
    }
    impl_->size = bytes.size();
    check();
}

Package::Package(Package&&) noexcept = default;
Package& Package::operator=(Package&&) noexcept = default;
Package::~Package() = default;

void Package::check() const {
    if (zip_get_num_entries(impl_->archive.get(), 0) > parts_limit)
        throw core::Failure("package-too-large");
}

std::optional<PartReader> Package::open(const std::string& name) const {
    zip_stat_t facts;
    zip_stat_init(&facts);
    if (zip_stat(impl_->archive.get(), name.c_str(), ZIP_FL_NOCASE, &facts) != 0)
        return std::nullopt;
    if ((facts.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && facts.encryption_method != ZIP_EM_NONE)
        throw core::Failure("package-encrypted");
    const bool is_stretched =
        facts.size > stretch_free_bytes && facts.size / longest_stretch > facts.comp_size;
    if (facts.size > part_limit_bytes || is_stretched) throw core::Failure("package-too-large");
    auto impl = std::make_unique<PartReader::Impl>();
    impl->part.reset(zip_fopen_index(impl_->archive.get(), facts.index, 0));
    if (!impl->part) damaged(zip_strerror(impl_->archive.get()));
    impl->left = facts.size;
    return PartReader(std::move(impl));
}

std::string Package::read_whole(const std::string& name) const {
    std::string bytes;
    auto part = open(name);
    if (!part) return bytes;
    constexpr std::size_t block = std::size_t{64} << 10;
    while (part->read(bytes, block)) {
        if (bytes.size() > whole_part_limit_bytes) throw core::Failure("package-too-large");
    }
    return bytes;
}

std::uint64_t Package::size() const { return impl_->size; }

} // namespace ooxml
