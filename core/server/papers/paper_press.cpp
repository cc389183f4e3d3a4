#include "core/server/papers/paper_press.hpp"

#include "printer/medium.hpp"
#include "printer/renderer.hpp"

namespace server {

PaperPress::PaperPress() = default;
PaperPress::~PaperPress() = default;

core::Result<std::string> PaperPress::render(const std::string& kind,
                                             const std::string& data,
                                             PaperFormat format,
                                             std::size_t page) {
    const std::lock_guard lock(mutex_);
    if (!renderer_) renderer_ = std::make_unique<printer::Renderer>();
    const auto pages = renderer_->lay_out(printer::PrintOrder{kind, data},
                                          printer::sheet_medium(printer::SheetSize::a4));
    if (!pages) {
        // The data came from the books: that it cannot be printed is the state's, not the
        // request's.
        return core::Error{core::ErrorKind::not_allowed, pages.error().message};
    }
    if (format == PaperFormat::pdf) return pages->pdf();
    if (page < 1 || page > pages->count()) {
        return core::Error{
            core::ErrorKind::not_found,
            {"paper-no-such-page", {{"pages", static_cast<std::int64_t>(pages->count())}}}};
    }
    return pages->png(page - 1);
}

} // namespace server
