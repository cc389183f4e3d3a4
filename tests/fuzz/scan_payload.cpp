#include "core/domain/code_payload.hpp"
#include "core/domain/utf8.hpp"
#include "scanner/live/scan_line.hpp"
#include "scanner/payload.hpp"
#include "scanner/worker_messages.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

/// As assert, which a fuzzer's build may leave out.
void require(bool holds) {
    if (!holds) std::abort();
}

} // namespace

// What a code holds, what a serial scanner sends and what a worker answers: none is believed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);

    const scanner::Payload payload = scanner::classify_payload(text);
    using enum scanner::PayloadKind;
    require((payload.kind == citizen_id) == payload.card.has_value());
    if (payload.kind == dossier) require(scanner::is_dossier_code(payload.code));
    if (payload.kind == ticket) require(scanner::is_ticket_code(payload.code));
    if (payload.card) require(core::is_utf8(payload.card->full_name));
    if (const auto checked = core::read_code_payload(text))
        require(core::code_payload(checked->kind, checked->code) == text);

    scanner::ScanLine line;
    for (const scanner::Scan& scan : line.add(text, scanner::Moment{}))
        require(scan ? core::is_utf8(*scan) && !scan->empty() : !scan.error().message.code.empty());

    if (const auto answer = scanner::read_answer(text); answer && answer->has_value()) {
        for (const auto& symbol : (*answer)->symbols) require(core::is_utf8(symbol.text));
    }
    (void)scanner::read_request(text);
    return 0;
}
