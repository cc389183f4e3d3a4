#pragma once

#include "printer/raster.hpp"

#include <memory>
#include <string>

namespace printer {

struct DocumentItems;

/// A document laid out: pages of one medium, the same for every output. Belongs to the thread of
/// the Typesetter that made it, and must not outlive that.
class DocumentPages {
public:
    explicit DocumentPages(std::unique_ptr<DocumentItems> items);
    ~DocumentPages();
    DocumentPages(DocumentPages&&) noexcept;
    DocumentPages& operator=(DocumentPages&&) noexcept;
    DocumentPages(const DocumentPages&) = delete;
    DocumentPages& operator=(const DocumentPages&) = delete;

    /// At least 1.
    std::size_t count() const;

    /// The page in black and white, as a thermal head prints it.
    Raster raster(std::size_t page) const;

    /// The page as a picture: of a roll just the dots that are printed, of a sheet in grey.
    std::string png(std::size_t page) const;

    /// All pages, `copies` times, with text that can be searched and copied.
    /// The same document gives the same bytes.
    std::string pdf(int copies = 1) const;

private:
    std::unique_ptr<DocumentItems> items_;
};

} // namespace printer
