#include "core/domain/free_text.hpp"

#include "core/domain/folded_key.hpp"
#include "core/domain/letters.hpp"
#include "core/domain/text.hpp"

namespace core {

Result<FreeText> FreeText::read(std::string_view text) {
    std::string written = to_nfc(with_plain_line_ends(trimmed(text)));
    if (shows_nothing(written)) written.clear();
    if (const auto unfit = find_unfit_letter(written, LineEnds::kept))
        return Error{ErrorKind::invalid_input, told(*unfit)};
    return FreeText(std::move(written));
}

Result<FreeLine> FreeLine::read(std::string_view text) {
    std::string written = to_nfc(trimmed(text));
    if (shows_nothing(written)) written.clear();
    if (const auto unfit = find_unfit_letter(written, LineEnds::refused))
        return Error{ErrorKind::invalid_input, told(*unfit)};
    return FreeLine(std::move(written));
}

} // namespace core
