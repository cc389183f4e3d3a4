#pragma once

#include "core/ooxml/package.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ooxml {

/// One element of a table, or one of its texts, is never so long.
inline constexpr std::size_t element_limit_bytes = std::size_t{4} << 20;

/// The elements of one name in a part, `<row …>…</row>`, each as its bytes: a sheet of a year does
/// not fit in memory as a tree. They are not nested in each other. The name may have a prefix in
/// the file (`<x:row>`).
class ElementStream {
public:
    /// `name` without a prefix.
    ElementStream(PartReader part, std::string name);

    /// The next one, with its tags; false at the end. Valid until the next call. Throws
    /// core::Failure when the part is damaged, cut off within an element, or an element is longer
    /// than the limit.
    bool next(std::string_view& element);

    /// Bytes of the part that were read.
    std::uint64_t position() const { return position_; }

private:
    bool fill();
    bool find_start();
    std::size_t find_end(std::size_t tag_end);

    PartReader part_;
    std::string name_;
    std::string prefix_; // of this element's tags, with its colon
    std::string bytes_;
    std::size_t at_ = 0;
    std::uint64_t position_ = 0;
    bool at_end_ = false;
};

} // namespace ooxml
