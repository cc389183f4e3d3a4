#include "core/domain/email_address.hpp"

#include "core/domain/folded_key.hpp"
#include "core/domain/letters.hpp"
#include "core/domain/text.hpp"

#include <algorithm>

namespace core {

namespace {

Error refuse_email(Message why) { return {ErrorKind::invalid_input, std::move(why)}; }

} // namespace

// A refusal never repeats what was read: it may be logged, and the address is a person's.
Result<EmailAddress> EmailAddress::read(std::string_view text) {
    std::string written = to_nfc(in_one_line(trimmed(text)));
    if (const auto unfit = find_unfit_letter(written, LineEnds::refused))
        return refuse_email(told(*unfit));
    const std::string plain = typed_plainly(written);
    if (std::ranges::count(plain, '@') > 1) return refuse_email("email-two-addresses");
    const std::size_t at = plain.find('@');
    if (at == std::string::npos || at == 0 || at + 1 == plain.size())
        return refuse_email("email-no-address");
    if (plain.find_first_of(" ,;<>") != std::string::npos) return refuse_email("email-with-blank");
    return EmailAddress(std::move(written));
}

} // namespace core
