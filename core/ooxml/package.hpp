#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace ooxml {

// An archive can promise far more than it weighs. Beyond these a part is not read at all.
inline constexpr std::uint64_t part_limit_bytes = std::uint64_t{512} << 20;
inline constexpr std::uint64_t whole_part_limit_bytes = std::uint64_t{64} << 20; ///< kept in memory
inline constexpr std::int64_t parts_limit = 2'000;

/// Deflate cannot do better than 1,032 times, and no table comes near: so much repetition is a
/// bomb.
inline constexpr std::uint64_t longest_stretch = 400;
inline constexpr std::uint64_t stretch_free_bytes = std::uint64_t{16} << 20;

/// One part of a package, as it is unpacked.
class PartReader {
public:
    PartReader(PartReader&&) noexcept;
    PartReader& operator=(PartReader&&) noexcept;
    PartReader(const PartReader&) = delete;
    PartReader& operator=(const PartReader&) = delete;
    ~PartReader();

    /// Appends at most `most` bytes to `to`; false at the end. Throws Failure when the archive is
    /// damaged or the part longer than it said.
    bool read(std::string& to, std::size_t most);

private:
    friend class Package;
    struct Impl;
    explicit PartReader(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

/// A file of Office Open XML: a zip archive of XML parts. Belongs to one thread at a time.
///
/// Failures throw core::Failure: no archive, damaged, encrypted, or one that promises more than the
/// limits above.
class Package {
public:
    explicit Package(const std::filesystem::path& file);

    /// The bytes must outlive it.
    explicit Package(std::string_view bytes);

    Package(Package&&) noexcept;
    Package& operator=(Package&&) noexcept;
    Package(const Package&) = delete;
    Package& operator=(const Package&) = delete;
    ~Package();

    /// None when there is no such part: `xl/workbook.xml`, without a slash before it.
    std::optional<PartReader> open(const std::string& name) const;

    /// A small part whole; empty when there is none.
    std::string read_whole(const std::string& name) const;

    /// Bytes of the archive.
    std::uint64_t size() const;

private:
    struct Impl;
    void check() const;
    std::unique_ptr<Impl> impl_;
};

} // namespace ooxml
