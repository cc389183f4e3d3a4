#pragma once

#include "core/domain/result.hpp"
#include "printer/document.hpp"
#include "printer/document_pages.hpp"
#include "printer/medium.hpp"

#include <memory>

namespace printer {

/// Nobody prints more from one order.
inline constexpr std::size_t most_pages = 60;

/// A ticket or receipt on a roll is never longer (1.5 m at 8 dots to the millimetre).
inline constexpr int longest_roll_dots = 12'000;

/// Lays documents out on paper: breaks lines and pages, shapes Vietnamese. Keeps fonts warm
/// between documents; one thread at a time.
class Typesetter {
public:
    /// Throws std::runtime_error when no font with Vietnamese letters is installed.
    Typesetter();
    ~Typesetter();
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;

    /// Refuses what does not fit: too many pages, a roll too long, a table row higher than a page.
    core::Result<DocumentPages> lay_out(const Document& document, const Medium& medium);

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace printer
