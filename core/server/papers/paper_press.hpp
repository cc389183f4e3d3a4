#pragma once

#include "core/domain/result.hpp"

#include <memory>
#include <mutex>
#include <string>

namespace printer {
class Renderer;
}

namespace server {

enum class PaperFormat { json, pdf, png };

/// Renders papers with the printer's forms. The forms and fonts are read at the first paper, since
/// most servers never render one: the desks' agents do. Any thread; one paper at a time.
class PaperPress {
public:
    PaperPress();
    ~PaperPress();
    PaperPress(const PaperPress&) = delete;
    PaperPress& operator=(const PaperPress&) = delete;

    /// The whole paper as a PDF, or one page of it (from 1) as a picture. Refused with a sentence
    /// where no form of the kind was in force, or there is no such page.
    core::Result<std::string>
    render(const std::string& kind, const std::string& data, PaperFormat format, std::size_t page);

private:
    std::mutex mutex_;
    std::unique_ptr<printer::Renderer> renderer_;
};

} // namespace server
